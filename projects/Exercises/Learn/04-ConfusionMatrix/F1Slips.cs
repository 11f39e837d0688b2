using MlMaths.Torch.Exercises.Learn.Grading;

namespace MlMaths.Torch.Exercises.Learn.Exercise04;

/// <summary>What people take for F1.</summary>
internal static class F1Slips
{
    public static IReadOnlyList<Slip> All { get; } =
    [
        new("arithmetic-mean", "from the plain mean of precision and recall, and not from the harmonic one", "/ 2|Average|0.5"),
        .. Counts.Slips,
        new("integer-division", "when a whole number is divided by a whole number: the rest is dropped", "/"),
        new("integer-rates", "when precision and recall are whole numbers already: the rest was dropped", "/"),
        new("zero-for-undefined", "when an F1 that is not defined is called 0", "== 0|: 0|? 0|return 0|> 0"),
        new("one-for-undefined", "when an F1 that is not defined is called 1", "== 0|: 1|? 1|return 1|> 0"),
        new("two-left-out", "when the factor of 2 is left out", "/"),
        new("geometric-mean", "from the geometric mean of precision and recall", "Sqrt"),
        new("product", "from the product of precision and recall alone", "*"),
        new("brackets", "without brackets around precision + recall", "/"),
        new("brackets-of-counts", "without brackets around the counts below the line", "/"),
        new("inverted", "when it is turned upside down", "/"),
        new("smaller", "from the smaller of precision and recall", "Min"),
        new("larger", "from the larger of precision and recall", "Max"),
        new("jaccard", "when the hits count once, and not twice", "/"),
        new("quiet-counted", "when rows that are rightly predicted negative count below the line", "/"),
        new("two-above-alone", "when the hits count twice above the line and once below it", "/"),
        new("f2", "from F2, in which recall counts four times as much as precision", "5"),
        new("f-half", "from F½, in which precision counts four times as much as recall", "1.25|0.25"),
        new("half-of-misses", "when the misses count half, and the false alarms whole", "/"),
        new("half-of-alarms", "when the false alarms count half, and the misses whole", "/"),
        new("accuracy", "from the accuracy: rows that are rightly predicted negative count as well", "/"),
        new("precision", "from precision alone", "/"),
        new("recall", "from recall alone", "/"),
        new("summed", "from the sum of precision and recall", "+"),
        new("percent", "in percent", "100"),
        new("rounded", "when it is rounded to two digits", "Round"),
    ];

    public static double? Slipped(Counts c, IReadOnlySet<string> slips)
    {
        if (c.TP + c.FP + c.FN == 0)
            return slips.Contains("zero-for-undefined") ? 0 : slips.Contains("one-for-undefined") ? 1 : null;
        double p = c.TP / (c.TP + c.FP), r = c.TP / (c.TP + c.FN);
        if (slips.Contains("integer-rates")) (p, r) = (Math.Floor(p), Math.Floor(r));
        double value = Value(c, p, r, slips);
        if (slips.Contains("integer-division")) value = Math.Floor(value);
        if (slips.Contains("percent")) value *= 100;
        if (slips.Contains("rounded")) value = Math.Round(value, 2);
        return double.IsFinite(value) ? value : null;
    }

    private static double Value(Counts c, double p, double r, IReadOnlySet<string> slips) =>
        slips.Contains("arithmetic-mean") ? (p + r) / 2
        : slips.Contains("geometric-mean") ? Math.Sqrt(p * r)
        : slips.Contains("product") ? p * r
        : slips.Contains("two-left-out") ? p * r / (p + r)
        : slips.Contains("brackets") ? 2 * p * r / p + r
        : slips.Contains("brackets-of-counts") ? 1 + c.FP + c.FN
        : slips.Contains("inverted") ? (p + r) / (2 * p * r)
        : slips.Contains("smaller") ? Math.Min(p, r)
        : slips.Contains("larger") ? Math.Max(p, r)
        : slips.Contains("jaccard") ? c.TP / (c.TP + c.FP + c.FN)
        : slips.Contains("quiet-counted") ? 2 * c.TP / (2 * c.TP + c.FP + c.FN + c.TN)
        : slips.Contains("two-above-alone") ? 2 * c.TP / (c.TP + c.FP + c.FN)
        : slips.Contains("f2") ? 5 * p * r / (4 * p + r)
        : slips.Contains("f-half") ? 1.25 * p * r / (0.25 * p + r)
        : slips.Contains("half-of-misses") ? c.TP / (c.TP + c.FP + c.FN / 2)
        : slips.Contains("half-of-alarms") ? c.TP / (c.TP + c.FP / 2 + c.FN)
        : slips.Contains("accuracy") ? (c.TP + c.TN) / c.All
        : slips.Contains("precision") ? p
        : slips.Contains("recall") ? r
        : slips.Contains("summed") ? p + r
        : slips.Contains("integer-rates") ? 2 * p * r / (p + r)
        : 2 * c.TP / (2 * c.TP + c.FP + c.FN);
}
