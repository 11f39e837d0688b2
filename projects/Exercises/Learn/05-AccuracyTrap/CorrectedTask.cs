using System.Globalization;
using MlMaths.Torch.Exercises.Learn.Grading;

namespace MlMaths.Torch.Exercises.Learn.Exercise05;

/// <summary>A probability, the share of positives it was learnt at, and the share there really is.</summary>
internal sealed record Shift(double P, double TrainingShare, double RealShare)
{
    public static Shift Drawn(Random random)
    {
        double real = (1 + random.Next(20)) / 100.0, training = (30 + random.Next(41)) / 100.0;
        return random.Next(4) == 0 ? new(Within(random), real, training) : new(Within(random), training, real);
    }

    public static double Within(Random random) => (1 + random.Next(98)) / 100.0;

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"p = {P}, trainingShare = {TrainingShare}, realShare = {RealShare}");
}

/// <summary><c>Corrected(p, trainingShare, realShare)</c>: Bayes, with another prior.</summary>
internal static class CorrectedTask
{
    // A few products and quotients in float32; going back divides by what went before, which was at least 1/230 of it.
    private const double Tolerance = 10 * 6e-8, ThereAndBack = 230 * Tolerance;

    public static MethodTask<Shift, double?> Task { get; } = new(
        "Corrected", "double Corrected(double p, double trainingShare, double realShare)",
        method => Binding.Of<Shift, double?>(
            method, [typeof(double), typeof(double), typeof(double)], at => [at.P, at.TrainingShare, at.RealShare], Binding.Number),
        [
            new("where both shares are the same, nothing changes",
                random => Shift.Drawn(random) is var at ? at with { RealShare = at.TrainingShare } : at, (at, came, _) => Is(came, at.P)),
            new("it stays between 0 and 1", Shift.Drawn, (_, came, _) => came.Value is >= 0 and <= 1),
            new("it falls where positives are rarer than they were in training, and rises where they are more frequent", Shift.Drawn,
                (at, came, _) => at.RealShare < at.TrainingShare ? came.Value < at.P : came.Value > at.P),
            new("whoever knows nothing but the share of the training rows ends with the real share",
                random => Shift.Drawn(random) is var at ? at with { P = at.TrainingShare } : at, (at, came, _) => Is(came, at.RealShare)),
            new("a correction there and another back change nothing", Shift.Drawn, (at, came, again) => came.Value is { } there
                && again(new(there, at.RealShare, at.TrainingShare)).Value is { } back && Math.Abs(back - at.P) <= ThereAndBack),
            new("it is what counting gives: in a cell of a world of 10,000 rows, positives over all, without the copies", Cell,
                (at, came, _) => Is(came, Counted(at))),
            new("0 and 1 are certain, and stay", random => Shift.Drawn(random) is var at ? at with { P = random.Next(2) } : at,
                (at, came, _) => Is(came, at.P)),
        ],
        at => at.ToString())
    {
        Remark = (_, method, _) => method(new(1e-300, 0.5, 0.01)) is > 0
            ? "Your Corrected keeps even a probability of 1e-300 above 0: its logarithm, and a log loss, still exist."
            : "Your Corrected turns a probability of 1e-300 into 0: it is right to all digits that matter here, and a log loss of it is "
                + "infinite.",
        Slips =
        [
            new("not-corrected", "when the probability is handed back as it came"),
            new("wrong-way", "when the correction goes the wrong way round, from the real share to that of training", "/"),
            new("in-probabilities", "when the probability is multiplied by the quotient of the shares, where odds should be", "*"),
            new("in-probabilities-wrong-way", "when the probability is multiplied by the turned quotient of the shares", "*"),
            new("in-probabilities-capped", "when the probability, and not its odds, is multiplied, and cut at 1", "Min|Clamp"),
            new("odds-times-probability", "when the probability, and not its odds, is multiplied by the quotient of the odds", "*"),
            new("shares-for-odds", "when the odds are multiplied by the quotient of the shares, and not by that of their odds", "*"),
            new("shares-for-odds-wrong-way", "when the odds are multiplied by the turned quotient of the shares", "*"),
            new("odds-returned", "when odds are handed back, and not a probability", "return"),
            new("real-odds-alone", "when the odds of training are not divided out", "*"),
            new("training-odds-alone", "when the odds of training are divided out, and the real ones not put in their place", "/"),
            new("times-real-share", "when the probability is multiplied by the real share", "*"),
            new("subtracted", "when the difference of the shares is taken off", "-"),
            new("logit-added", "when the difference of the shares is added to the log of the odds", "Log"),
            new("negatives", "when the probability of the negative class is handed back", "1 -"),
            new("odds-of-p-turned", "with the odds against, where the odds for should be", "1 - p"),
            new("nan-at-one", "when a probability of 1 has infinite odds, and infinity over infinity is no number", "1 - p"),
            new("real-share-alone", "when the real share is handed back for every row"),
        ],
        Slipped = Slipped,
        Same = (one, other) => Math.Abs(one!.Value - other!.Value) <= Tolerance * Math.Max(1, Math.Abs(other.Value)),
        Written = Written.Of,
    };

    private static bool Is(Outcome<double?> came, double right) => came.Value is { } value && Math.Abs(value - right) <= Tolerance;

    // In a world of a positives and b negatives of which a cell has c and d, k copies of each positive make kc/(kc + d) of c/(c + d).
    private static Shift Cell(Random random)
    {
        int k = random.Next(2, 40), a = 100 * random.Next(1, 10), b = 10_000 - a, c = random.Next(1, 50), d = random.Next(1, 500);
        return new((double)k * c / (k * c + d), (double)k * a / (k * a + b), a / 10_000.0);
    }

    // Rows weighted by what each class lost, added up: no odds.
    private static double Counted(Shift at)
    {
        double positives = at.P * at.RealShare / at.TrainingShare, negatives = (1 - at.P) * (1 - at.RealShare) / (1 - at.TrainingShare);
        return positives / (positives + negatives);
    }

    private static double? Slipped(Shift at, IReadOnlySet<string> slips)
    {
        (double p, double training, double real) = at;
        double shares = real / training, ratio = real / (1 - real) / (training / (1 - training));
        if (slips.Contains("not-corrected")) return p;
        if (slips.Contains("real-share-alone")) return real;
        if (slips.Contains("in-probabilities")) return p * shares;
        if (slips.Contains("in-probabilities-wrong-way")) return p / shares;
        if (slips.Contains("in-probabilities-capped")) return Math.Min(1, p * shares);
        if (slips.Contains("odds-times-probability")) return p * ratio;
        if (slips.Contains("times-real-share")) return p * real;
        if (slips.Contains("subtracted")) return p - (training - real);
        double factor = slips.Contains("wrong-way") ? 1 / ratio
            : slips.Contains("shares-for-odds") ? shares
            : slips.Contains("shares-for-odds-wrong-way") ? 1 / shares
            : slips.Contains("real-odds-alone") ? real / (1 - real)
            : slips.Contains("training-odds-alone") ? (1 - training) / training
            : slips.Contains("logit-added") ? Math.Exp(real - training) : ratio;
        double before = slips.Contains("odds-of-p-turned") ? (1 - p) / p : p / (1 - p), odds = before * factor;
        bool isCertain = double.IsInfinity(odds) && !slips.Contains("nan-at-one");
        double value = isCertain ? 1 : slips.Contains("odds-returned") ? odds : odds / (1 + odds);
        return double.IsNaN(value) ? null : slips.Contains("negatives") ? 1 - value : value;
    }
}
