using MlMaths.Torch.Exercises.Learn.Grading;

namespace MlMaths.Torch.Exercises.Learn.Exercise02;

/// <summary><c>Ratios(rows)</c>: which share of the variance lies along each component.</summary>
internal static class RatiosTask
{
    private const double Tolerance = ReadOut.Tolerance;

    public static MethodTask<Measures, double[]?> Task { get; } = new(
        "Ratios", "double[] Ratios(double[][] rows)",
        method => Binding.Of<Measures, double[]?>(method, [typeof(double[][])], at => [at.Copied()], Table.Row),
        [
            new("there are four, none below 0", Measures.Drawn, (_, came, _) => AreFour(came)),
            new("they add up to 1", Measures.Drawn, (_, came, _) => AreFour(came) && Math.Abs(came.Value!.Sum() - 1) <= Tolerance),
            new("they go down", Measures.Drawn, (_, came, _) =>
                AreFour(came) && came.Value!.Zip(came.Value!.Skip(1)).All(pair => pair.First >= pair.Second - Tolerance)),
            new("moving all flowers by the same amounts changes nothing", Measures.Drawn,
                (at, came, again) => AreFour(came) && IsSame(came, again(at.Moved()))),
            new("all four measures in mm in place of cm change nothing", Measures.Drawn,
                (at, came, again) => AreFour(came) && IsSame(came, again(at.InMillimetres()))),
            new("where the flowers reach 3 times as far along one of two axes as along the other, it has 9 times its share",
                random => Measures.Cross(random, 3),
                (_, came, _) => AreFour(came) && Math.Abs(came.Value![0] - 9 * came.Value[1]) <= 10 * Tolerance),
            new("their squares and third powers add up as those of the variances along four directions at right angles must",
                Measures.Drawn, (at, came, _) => AreFour(came) && HasPowerSums(at, came.Value!)),
        ],
        at => at.ToString())
    {
        Simpler = at => at.Simpler(),
        Slips =
        [
            new("unsquared", "from deviations in place of variances: square the singular values", "Sqrt|Sum|/"),
            .. FittedSlips.Slips,
            new("squared-twice", "when variances are squared once more: an eigenvalue is a variance already", "*|Pow"),
            new("variances", "when the variances are not divided by their sum", "return"),
            new("of-the-largest", "when they are divided by the largest variance, and not by the sum", "Max|[0]|/"),
            new("cumulative", "when they are summed on the way", "+="),
            new("exponentials", "from exponentials of the variances: a share is a plain fraction", "Exp"),
            new("percent", "in percent", "100"),
            new("of-four", "when the variances are divided by their number", "Length|/"),
            new("columns", "from the variances of the four measures, and not of the components", "Sum|for"),
            new("two-alone", "when only the first two are returned: all four are asked for", "Take"),
            new("share-of-two", "when only the first two are divided by their sum", "Take"),
        ],
        Slipped = (at, slips) => Slipped(at, FittedSlips.Of(at.Rows, slips), slips),
        Same = AreSame,
        Written = value => value is null ? "null" : Written.Of(value),
    };

    private static bool AreFour(Outcome<double[]?> came) =>
        came.Value is { Length: Measures.Columns } ratios && ratios.All(one => double.IsFinite(one) && one >= -Tolerance);

    private static bool IsSame(Outcome<double[]?> one, Outcome<double[]?> other) => AreFour(other) && AreSame(one.Value, other.Value);

    private static bool AreSame(double[]? one, double[]? other) => one!.Length == other!.Length
        && one.Zip(other).All(pair => Math.Abs(pair.First - pair.Second) <= Tolerance * Math.Max(1, one.Max(Math.Abs)));

    // Σ λᵏ is the trace of Cᵏ, so no eigenvalue has to be known to check them all: Newton's sums determine them.
    private static bool HasPowerSums(Measures at, double[] ratios)
    {
        double[][] C = Linear.Covariance(at.Rows), power = C;
        double trace = Trace(C);
        for (int k = 2; k <= 3; k++)
        {
            power = Linear.Along(power, C); // C is symmetric: a row along each row of C is a row of the product
            if (Math.Abs(ratios.Sum(one => Math.Pow(one, k)) - Trace(power) / Math.Pow(trace, k)) > k * Tolerance) return false;
        }

        return true;
    }

    private static double Trace(double[][] square) => square.Select((row, i) => row[i]).Sum();

    private static double[] Slipped(Measures at, FittedSlips fitted, IReadOnlySet<string> slips)
    {
        double[] values = slips.Contains("columns") ? [.. Linear.Deviations(at.Rows).Select(one => one * one)]
            : [.. fitted.Variances.Select(one => Math.Max(0, one))];
        if (slips.Contains("unsquared")) values = [.. values.Select(Math.Sqrt)];
        if (slips.Contains("squared-twice")) values = [.. values.Select(one => one * one)];
        if (slips.Contains("exponentials")) values = [.. values.Select(Math.Exp)];
        if (slips.Contains("share-of-two")) values = values[..2];
        double sum = slips.Contains("variances") ? 1 : slips.Contains("of-the-largest") ? values.Max()
            : slips.Contains("of-four") ? values.Length : values.Sum();
        double unit = slips.Contains("percent") ? sum / 100 : sum;
        double[] ratios = [.. values.Select(one => one / unit)];
        if (slips.Contains("cumulative")) ratios = [.. ratios.Select((_, k) => ratios[..(k + 1)].Sum())];
        return slips.Contains("two-alone") ? ratios[..2] : ratios;
    }
}
