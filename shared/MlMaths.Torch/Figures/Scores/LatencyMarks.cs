using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Figures;

/// <summary>A percentile of service times as figures mark it.</summary>
/// <param name="Share">0.95 for p95.</param>
/// <param name="Estimate">µs, with its interval.</param>
internal sealed record LatencyMark(double Share, Interval Estimate)
{
    public string Name => LatencyPercentile.NameOf(Share);

    /// <summary><c>p95 12.3 µs (95 %: 11.9 to 13.4)</c></summary>
    public string Words => Estimate switch
    {
        { Value: null } => $"{Name} not defined: {Estimate.WhyUndefined}",
        { Low: double low, High: double high } =>
            $"{Name} {NumberText.Brief(Estimate.Value.Value)} µs ({NumberText.Percent(Estimate.Confidence)}: "
            + $"{NumberText.Brief(low)} to {NumberText.Brief(high)})",
        _ => $"{Name} {NumberText.Brief(Estimate.Value.Value)} µs",
    };
}

/// <summary>The percentiles that are marked: the usual call, the slow one in twenty, the slow one in a hundred.</summary>
internal static class LatencyMarks
{
    public static readonly double[] Shares = [0.5, 0.95, 0.99];

    public static IReadOnlyList<LatencyMark> Of(LatencySample sample) =>
        [.. Shares.Select(share => new LatencyMark(share, sample.Percentile(share)))];

    /// <summary>Ends of their intervals, which a figure leaves room for; on a logarithmic axis 0 has no place.</summary>
    public static IEnumerable<double> Ends(IReadOnlyList<LatencyMark> marks) =>
        marks.SelectMany(mark => (double?[])[mark.Estimate.Low, mark.Estimate.High]).OfType<double>().Where(end => end > 0);
}
