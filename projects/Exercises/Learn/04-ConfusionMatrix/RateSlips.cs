using MlMaths.Torch.Exercises.Learn.Grading;

namespace MlMaths.Torch.Exercises.Learn.Exercise04;

/// <summary>What people divide in place of precision or recall.</summary>
internal static class RateSlips
{
    public static IEnumerable<Slip> Of(string method) =>
    [
        new("swapped-rates", method == "Precision"
            ? "from recall: the positive rows below, in place of those predicted positive"
            : "from precision: the rows predicted positive below, in place of the positive ones", "/"),
        .. Counts.Slips,
        new("integer-division", "when a whole number is divided by a whole number: the rest is dropped", "/"),
        new("zero-for-undefined", "when a rate that is not defined is called 0", "== 0|: 0|? 0|return 0|> 0"),
        new("one-for-undefined", "when a rate that is not defined is called 1", "== 0|: 1|? 1|return 1|> 0"),
        new("brackets", "without brackets around the sum below the line", "/"),
        new("accuracy", "from the accuracy: rows that are rightly predicted negative count as well", "/"),
        new("of-all-rows", "when the hits are divided by all rows", "/"),
        new("complement", "from the errors in place of the hits: 1 minus it", "/"),
        new("specificity", "from the specificity: negative rows that are predicted negative, over all negative ones", "/"),
        new("negative-predictive-value", "from the share of the rows predicted negative that are negative", "/"),
        new("false-alarm-rate", "from the false-alarm rate: negative rows that are predicted positive, over all negative ones", "/"),
        new("hits-to-errors", "when the hits are divided by the errors alone", "/"),
        new("f1", "from F1", "/"),
        new("macro", "from the mean over both classes: that of the positive class alone is asked for", "/ 2|Average"),
        new("rounded-to-one", "when it is rounded to one digit", "Round"),
        new("undefined-by-hits", "when it is said to be undefined wherever there is no hit: then it is 0", "== 0|> 0|< 1"),
        new("percent", "in percent", "100"),
        new("rounded", "when it is rounded to two digits", "Round"),
    ];

    public static double? Slipped(string method, Counts c, IReadOnlySet<string> slips)
    {
        if (slips.Contains("macro")) return Macro(method, c);
        (double top, double first, double second) = Fraction(method, c, slips);
        double bottom = first + second;
        if (slips.Contains("undefined-by-hits") && top == 0) return null;
        if (bottom == 0 && slips.Contains("zero-for-undefined")) return 0;
        if (bottom == 0 && slips.Contains("one-for-undefined")) return 1;
        double value = slips.Contains("brackets") ? top / first + second : top / bottom;
        if (slips.Contains("integer-division")) value = Math.Floor(value);
        if (slips.Contains("percent")) value *= 100;
        if (slips.Contains("rounded")) value = Math.Round(value, 2);
        if (slips.Contains("rounded-to-one")) value = Math.Round(value, 1);
        return double.IsFinite(value) ? value : null;
    }

    private static double? Macro(string method, Counts c)
    {
        (double positive, double negative) = method == "Precision" ? (c.TP + c.FP, c.TN + c.FN) : (c.TP + c.FN, c.TN + c.FP);
        return positive == 0 || negative == 0 ? null : (c.TP / positive + c.TN / negative) / 2;
    }

    // What stands above the line, and the two that are added below it.
    private static (double Top, double First, double Second) Fraction(string method, Counts c, IReadOnlySet<string> slips)
    {
        double own = method == "Precision" ? c.FP : c.FN, others = method == "Precision" ? c.FN : c.FP;
        return slips.Contains("swapped-rates") ? (c.TP, c.TP, others)
            : slips.Contains("accuracy") ? (c.TP + c.TN, c.All, 0)
            : slips.Contains("of-all-rows") ? (c.TP, c.All, 0)
            : slips.Contains("complement") ? (own, c.TP, own)
            : slips.Contains("specificity") ? (c.TN, c.TN, c.FP)
            : slips.Contains("negative-predictive-value") ? (c.TN, c.TN, c.FN)
            : slips.Contains("false-alarm-rate") ? (c.FP, c.FP, c.TN)
            : slips.Contains("hits-to-errors") ? (c.TP, own, 0)
            : slips.Contains("f1") ? (2 * c.TP, 2 * c.TP, c.FP + c.FN)
            : (c.TP, c.TP, own);
    }
}
