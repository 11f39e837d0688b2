using MlMaths.Torch.Exercises.Learn.Grading;

namespace MlMaths.Torch.Exercises.Learn.Exercise11;

/// <summary>Losses of seven strengths on five folds, and those on test rows, which nobody may look at yet.</summary>
internal sealed record FoldLosses(double[] Strengths, double[][] Validation, double[] Test)
{
    /// <summary>A valley, whose choice does not hang on whether n or n − 1 divides, and is not that of the test rows.</summary>
    public static FoldLosses Drawn(Random random)
    {
        while (true)
        {
            int bottom = random.Next(1, 5);
            double steep = 0.02 + 0.1 * random.NextDouble(), noise = 0.1 + 0.5 * random.NextDouble();
            double[] luck = [.. Enumerable.Range(0, 5).Select(_ => noise * random.NextDouble())];
            double[][] validation = [.. Enumerable.Range(0, 7).Select(k =>
                luck.Select(one => Math.Round(1 + one + steep * (k - bottom) * (k - bottom) + 0.1 * random.NextDouble(), 3)).ToArray())];
            double[] test = [.. Enumerable.Range(0, 7).Select(k => Math.Round(1 + noise / 2 + 0.3 * random.NextDouble(), 3))];
            FoldLosses drawn = new([.. Enumerable.Range(0, 7).Select(k => Math.Pow(10, k - 4))], validation, test);
            bool isClear = drawn.Chosen(0) == drawn.Chosen(1) && drawn.Means().Distinct().Count() == 7;
            if (isClear && drawn.Chosen(1) != Array.IndexOf(test, test.Min())) return drawn;
        }
    }

    public double[] Means() => [.. Validation.Select(folds => folds.Average())];

    /// <summary>s/√J of one strength.</summary>
    public double Error(int k, int fewer) =>
        Math.Sqrt(Validation[k].Sum(loss => Math.Pow(loss - Validation[k].Average(),
            2)) / (Validation[k].Length - fewer) / Validation[k].Length);

    public override string ToString() =>
        $"strengths = {Written.Of(Strengths)}, validation = {Written.Of(Validation, 7)}, test = {Written.Of(Test)}";

    private int Chosen(int fewer)
    {
        double[] means = Means();
        int best = Array.IndexOf(means, means.Min());
        return Array.FindLastIndex(means, mean => mean <= means[best] + Error(best, fewer));
    }
}

/// <summary><c>Choose(strengths, validation, test)</c>: the strongest penalty that is not clearly worse than the best.</summary>
internal static class ChooseTask
{
    public static MethodTask<FoldLosses, double?> Task { get; } = new(
        "Choose", "double Choose(double[] strengths, double[][] validation, double[] test)",
        method => Binding.Of<FoldLosses, double?>(
            method, [typeof(double[]), typeof(double[][]), typeof(double[])],
            at => [at.Strengths.Clone(), at.Validation.Select(row => (double[])row.Clone()).ToArray(), at.Test.Clone()], Binding.Number),
        [
            new("it is one of the strengths", FoldLosses.Drawn, (at, came, _) => Place(at, came) >= 0),
            new("other test losses change nothing", FoldLosses.Drawn, (at, came, again) =>
                came.Value is { } chosen && Near(again(at with { Test = [.. at.Test.Reverse()] }).Value, chosen)
                && Near(again(at with { Test = [.. at.Test.Select((loss, k) => k == 0 ? 0 : loss)] }).Value, chosen)),
            new("it is not weaker than the strength with the lowest mean loss", FoldLosses.Drawn,
                (at, came, _) => Place(at, came) >= Array.IndexOf(at.Means(), at.Means().Min())),
            new("its mean loss lies within one standard error (of the best one's mean) above the lowest", FoldLosses.Drawn, (at, came, _) =>
                Place(at, came) is >= 0 and var place && at.Means()[place] <= at.Means().Min() + Error(at)),
            new("no stronger one does", FoldLosses.Drawn, (at, came, _) => Place(at, came) is >= 0 and var place
                && at.Means().Skip(place + 1).All(mean => mean > at.Means().Min() + Error(at))),
        ],
        at => at.ToString())
    {
        Slips =
        [
            new("lowest", "from the lowest mean alone, without the rule", "Min"),
            new("by-test", "from the lowest test loss", "test"),
            new("deviation-for-error",
                "with the deviation of the folds, and not that of their mean: the root of their number is left out", "Sqrt"),
            new("over-the-count", "when the deviation is divided by the number of folds, and not by its root", "/"),
            new("own-error", "with each strength's own error in place of that of the best", "Sqrt"),
            new("weakest", "from the weakest strength within the band", "First|break"),
            new("two-errors", "with two standard errors", "2"),
            new("first-fold", "from the first fold alone", "[0]"),
            new("highest", "from the highest mean", "Max"),
            new("squares-not-divided", "when the squares are added and not divided", "Sum"),
            new("strongest", "from the strongest of all", "^1|Last"),
        ],
        Slipped = (at, slips) => Slipped(at, slips),
        Same = (one, other) => Near(one, other!.Value),
        Written = Written.Of,
    };

    private static double Error(FoldLosses at) => at.Error(Array.IndexOf(at.Means(), at.Means().Min()), 1);

    private static int Place(FoldLosses at, Outcome<double?> came) => Array.FindIndex(at.Strengths, strength => Near(came.Value, strength));

    private static bool Near(double? one, double right) => one is { } value && Math.Abs(value - right) <= 1e-5 * right;

    private static double Slipped(FoldLosses at, IReadOnlySet<string> slips)
    {
        double[] means = slips.Contains("first-fold") ? [.. at.Validation.Select(folds => folds[0])]
            : slips.Contains("by-test") ? at.Test : at.Means();
        int best = Array.IndexOf(means, slips.Contains("highest") ? means.Max() : means.Min());
        if (slips.Overlaps(["lowest", "by-test", "first-fold", "highest"])) return at.Strengths[best];
        if (slips.Contains("strongest")) return at.Strengths[^1];
        int folds = at.Validation[0].Length;
        double factor = slips.Contains("deviation-for-error") ? Math.Sqrt(folds)
            : slips.Contains("over-the-count") ? 1 / Math.Sqrt(folds)
            : slips.Contains("squares-not-divided") ? Math.Sqrt(folds - 1.0)
            : slips.Contains("two-errors") ? 2 : 1;
        int[] within = [.. Enumerable.Range(0, means.Length)
            .Where(k => means[k] <= means[best] + factor * at.Error(slips.Contains("own-error") ? k : best, 1))];
        return at.Strengths[slips.Contains("weakest") ? within[0] : within[^1]];
    }
}
