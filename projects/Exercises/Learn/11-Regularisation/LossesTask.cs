using MlMaths.Torch.Exercises.Learn.Grading;

namespace MlMaths.Torch.Exercises.Learn.Exercise11;

/// <summary><c>Losses(…)</c>: the validation loss of each strength, its penalty left out.</summary>
internal static class LossesTask
{
    private const double Rounding = 2e-4; // who goes down by steps ends as near as that

    public static MethodTask<RidgeRows, double[]?> Task { get; } = new(
        "Losses", "double[] Losses(double[][] rows, double[] y, double[][] validationRows, double[] validationY, double[] strengths)",
        method => Binding.Of<RidgeRows, double[]?>(
            method, [typeof(double[][]), typeof(double[]), typeof(double[][]), typeof(double[]), typeof(double[])],
            at => [Copied(at.Rows), at.Y.Clone(), Copied(at.ValidationRows), at.ValidationY.Clone(), at.Strengths.Clone()], Table.Row),
        [
            new("there is one loss for each strength", RidgeRows.Drawn, (at, came, _) =>
                came.Value?.Length == at.Strengths.Length) { Draws = 10 },
            new("a column in another unit changes nothing: columns are scaled", RidgeRows.Drawn, (at, came, again) =>
                AreNear(came.Value, again(at.With(x => 100 * x, y => y)).Value)) { Draws = 10 },
            new("50 more on every y changes nothing: the intercept is not penalised", RidgeRows.Drawn, (at, came, again) =>
                AreNear(came.Value, again(at.With(x => x, y => y + 50)).Value)) { Draws = 10 },
            new("half of the validation rows and the other half have, on average, the loss of all: none of them decides how they "
                + "are scaled",
                RidgeRows.Drawn, HalvesAgree) { Draws = 10 },
            new("where weights are nearly 0, the loss is the mean square around the mean of the training y", Strong,
                (at, came, _) => came.Value is [var loss] && Near(loss, Around(at))) { Draws = 10 },
            new("each is the mean square error on the validation rows, of the fit that its strength makes least in loss and penalty "
                + "together",
                RidgeRows.Drawn, (at, came, _) => AreNear(came.Value, Right(at, 0)) || AreNear(came.Value, Right(at, 1))) { Draws = 10 },
        ],
        at => at.ToString())
    {
        Simpler = at => at.Simpler(),
        Searched = random => [.. Enumerable.Range(0, 12).Select(_ => RidgeRows.Drawn(random))],
        Slips =
        [
            new("intercept-penalised", "when the intercept is penalised, too: it is drawn to 0", "+ strength|strength"),
            new("no-intercept", "when there is no intercept at all", "mean|Average"),
            new("unscaled", "when columns are not scaled: the penalty then depends on their units", "Sqrt"),
            new("penalty-in-loss", "when the penalty is part of the loss that is told", "strength"),
            new("training-loss", "from the training rows, which always like the weakest penalty best", "rows"),
            new("scaled-with-validation", "when means and deviations are those of all rows, validation rows among them", "Concat|.."),
            new("validation-scaled-alone", "when validation rows are scaled by means and deviations of their own", "validationRows"),
            new("not-times-rows", "when the penalty stands beside a sum of squares, and not beside their mean", "+ strength|strength"),
            new("halved", "with half of the strength", "/ 2|2 *"),
            new("rooted", "when a root is taken of the loss", "Sqrt"),
            new("summed", "when the squares are added and not divided by their number", "Sum"),
            new("absolute", "with absolute errors in place of squares", "Abs"),
        ],
        Slipped = (at, slips) => Slipped(at, slips, 0),
        Same = AreNear,
        Written = value => value is null ? "null" : Written.Of(value),
        Remark = Remark,
    };

    private static double[] Right(RidgeRows at, int fewer) => Slipped(at, new HashSet<string>(), fewer);

    private static double[] Slipped(RidgeRows at, IReadOnlySet<string> slips, int fewer) => [.. at.Strengths.Select(strength =>
    {
        var fit = Ridge.Fitted(at, strength, slips, fewer);
        (double[] said, double[] y) = slips.Contains("training-loss") ? (fit.SaidOfTraining, at.Y) : (fit.Said, at.ValidationY);
        double loss = said.Zip(y, (one, right) => slips.Contains("absolute") ? Math.Abs(one - right) : (one - right) * (one - right)).Sum();
        if (!slips.Contains("summed")) loss /= y.Length;
        if (slips.Contains("rooted")) loss = Math.Sqrt(loss);
        return slips.Contains("penalty-in-loss") ? loss + strength * fit.Weights.Sum(w => w * w) : loss;
    })];

    private static RidgeRows Strong(Random random) => RidgeRows.Drawn(random) with { Strengths = [1e8] };

    private static double Around(RidgeRows at) => at.ValidationY.Average(y => (y - at.Y.Average()) * (y - at.Y.Average()));

    private static bool HalvesAgree(RidgeRows at, Outcome<double[]?> came, Func<RidgeRows, Outcome<double[]?>> again)
    {
        int half = at.ValidationY.Length / 2;
        return came.Value is { } all && again(at.Judging(..half)).Value is { } one && again(at.Judging(half..)).Value is { } other
            && one.Length == all.Length && other.Length == all.Length && AreNear(all, [.. one.Zip(other, (a, b) => (a + b) / 2)]);
    }

    private static double[][] Copied(double[][] rows) => [.. rows.Select(row => (double[])row.Clone())];

    private static bool AreNear(double[]? one, double[]? other) => one is not null && other is not null && one.Length == other.Length
        && one.Zip(other).All(pair => Near(pair.First, pair.Second));

    private static bool Near(double one, double right) => Math.Abs(one - right) <= Rounding * (1 + Math.Abs(right));

    private static string? Remark(string text, Func<RidgeRows, double[]?> method, Random random)
    {
        RidgeRows at = RidgeRows.Drawn(random);
        double worst = method(at) is { } own ? Math.Min(Off(own, Right(at, 0)), Off(own, Right(at, 1))) : 1;
        return worst > 1e-9
            ? "Your Losses comes near its minimum by steps. With two columns two equations give it at once; with a thousand, steps win."
            : "Your Losses solves for its weights: no learning rate, and no step that could be one too few.";
    }

    private static double Off(double[] one, double[] other) => one.Zip(other, (a, b) => Math.Abs(a - b) / (1 + b)).Max();
}
