using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// Are the probabilities honest? Rows are put into bins (low, high] by their probability; in each, the positive rate ȳ_k
/// should be near the mean probability p̄_k. The expected calibration error is the mean distance (M. P. Naeini,
/// G. F. Cooper, M. Hauskrecht, 2015, AAAI), here for the probability of the positive class:
/// <code>
/// ECE = Σ_k (n_k/n) |ȳ_k − p̄_k| = (1/n) Σ_k |Σ_{i in k} (y_i − p_i)|
/// </code>
/// It is never 0 on few rows, even for true probabilities: read it beside <see cref="CalibrationNullBand"/>.
/// </summary>
/// <param name="Bins">In order of probability, empty ones included.</param>
/// <param name="ExpectedCalibrationError">ECE over these bins; null without rows.</param>
public sealed record ReliabilityDiagram(IReadOnlyList<ReliabilityBin> Bins, double? ExpectedCalibrationError)
{
    /// <summary>The number of bins that an expected calibration error is usually quoted for.</summary>
    public const int DefaultErrorBins = 15;

    /// <summary>Rows of a bin, where bins of fewer are joined before they are drawn: a share of fewer rows jumps between 0 and 1.</summary>
    public const int FewestRows = 10;

    /// <summary>Bins of equal width over [0, 1].</summary>
    public static ReliabilityDiagram EqualWidth(ReadOnlySpan<bool> labels, ReadOnlySpan<double> probabilities, int bins = 10) =>
        Over(ProbabilityBins.EqualWidth(bins), labels, probabilities);

    /// <summary>
    /// Bins with about equally many rows: edges at quantiles of the probabilities. Rows of equal probability stay
    /// together, so heavy ties leave fewer bins.
    /// </summary>
    public static ReliabilityDiagram EqualMass(ReadOnlySpan<bool> labels, ReadOnlySpan<double> probabilities, int bins = 10) =>
        Over(ProbabilityBins.EqualMass(probabilities, bins), labels, probabilities);

    /// <summary>
    /// Bins that promise about equally many positives, Σ pᵢ: where positives are rare, bins of equally many rows are nearly all of
    /// rows in which hardly anything can happen. Rows of equal probability stay together.
    /// </summary>
    public static ReliabilityDiagram EqualPromise(ReadOnlySpan<bool> labels, ReadOnlySpan<double> probabilities, int bins = 10) =>
        Over(ProbabilityBins.EqualPromise(probabilities, bins), labels, probabilities);

    /// <summary>
    /// The same rows in fewer bins: neighbours become one until each has at least this many rows. A share of one row is 0 or 1,
    /// whatever was promised. The error stays that of the bins as they were; without rows there is no bin.
    /// </summary>
    /// <param name="fewest">Rows of a bin, 1 or more; of fewer rows in all, one bin is made.</param>
    internal ReliabilityDiagram Pooled(int fewest = FewestRows)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(fewest, 1);
        List<ReliabilityBin> pooled = [];
        foreach (ReliabilityBin bin in Bins.Where(bin => bin.Count > 0))
        {
            if (pooled.Count > 0 && pooled[^1].Count < fewest) pooled[^1] = Together(pooled[^1], bin);
            else pooled.Add(bin);
        }

        // What is left at the end joins the bin before it.
        if (pooled.Count > 1 && pooled[^1].Count < fewest) pooled = [.. pooled[..^2], Together(pooled[^2], pooled[^1])];
        return this with { Bins = pooled };
    }

    private static ReliabilityBin Together(ReliabilityBin lower, ReliabilityBin upper)
    {
        int count = lower.Count + upper.Count;
        Interval rate = WilsonInterval.Of(Positives(lower) + Positives(upper), count);
        double meanScore = (lower.Count * lower.MeanScore!.Value + upper.Count * upper.MeanScore!.Value) / count;
        return new ReliabilityBin(lower.Low, upper.High, count, meanScore, rate.Value, rate);

        static int Positives(ReliabilityBin bin) => (int)Math.Round(bin.PositiveRate!.Value * bin.Count);
    }

    private static ReliabilityDiagram Over(ProbabilityBins bins, ReadOnlySpan<bool> labels, ReadOnlySpan<double> probabilities)
    {
        Scores.RequireOnePerLabel(labels, probabilities);
        Scores.RequireProbabilities(probabilities);
        int[] counts = new int[bins.Count];
        int[] positives = new int[bins.Count];
        double[] sums = new double[bins.Count];
        for (int row = 0; row < labels.Length; row++)
        {
            int k = bins.IndexOf(probabilities[row]);
            counts[k]++;
            sums[k] += probabilities[row];
            if (labels[row]) positives[k]++;
        }

        var diagram = new ReliabilityBin[bins.Count];
        double distance = 0;
        for (int k = 0; k < bins.Count; k++)
        {
            Interval rate = WilsonInterval.Of(positives[k], counts[k]);
            double? meanScore = counts[k] == 0 ? null : sums[k] / counts[k];
            diagram[k] = new ReliabilityBin(bins.Edges[k], bins.Edges[k + 1], counts[k], meanScore, rate.Value, rate);
            distance += Math.Abs(positives[k] - sums[k]);
        }
        return new ReliabilityDiagram(diagram, labels.IsEmpty ? null : distance / labels.Length);
    }
}
