using System.Text.Json;
using MlMaths.Torch.Evaluation;

namespace MlMaths.Torch.Reporting;

/// <summary>What the explorer's script counts with, as JSON in which no text can end a script element.</summary>
/// <param name="Rows">The rows that all counts are of.</param>
/// <param name="Positives">m.</param>
/// <param name="Negatives">n₀.</param>
/// <param name="Thresholds">Descending; the first, null, is above all scores.</param>
/// <param name="Hits">True positives that each threshold has more than the one before it: short numbers.</param>
/// <param name="Alarms">False positives, in the same way.</param>
/// <param name="Start">Where everything stands at first.</param>
internal sealed record ExplorerData(
    int Rows, long Positives, long Negatives, IReadOnlyList<double?> Thresholds, IReadOnlyList<long> Hits, IReadOnlyList<long> Alarms,
    ExplorerStart Start)
{
    // The usual encoder writes <, > and & as \u003C, \u003E and \u0026.
    private static readonly JsonSerializerOptions Format = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static ExplorerData Of(ExplorerBlock block, ThinnedCounts counts) => new(
        ShiftedOutcome.Rows, block.Counts.Positives, block.Counts.Negatives,
        [.. counts.Thresholds.Select(threshold => double.IsFinite(threshold) ? threshold : (double?)null)],
        Rises([.. counts.Matrices.Select(matrix => matrix.TruePositives)]),
        Rises([.. counts.Matrices.Select(matrix => matrix.FalsePositives)]),
        new ExplorerStart(counts.IndexOf(block.Threshold), block.BaseRate, block.Costs.Miss, block.Costs.FalseAlarm, block.Costs.Review));

    public string ToJson() => JsonSerializer.Serialize(this, Format);

    private static IReadOnlyList<long> Rises(long[] counts) => [.. counts.Select((count, k) => k == 0 ? count : count - counts[k - 1])];
}

/// <summary>The note's decision and what it was made for.</summary>
/// <param name="Threshold">An index into the thresholds.</param>
/// <param name="BaseRate">The base rate.</param>
/// <param name="Miss">Cost of a miss.</param>
/// <param name="Alarm">Cost of a false alarm.</param>
/// <param name="Review">Cost of a review.</param>
internal sealed record ExplorerStart(
    int Threshold, double BaseRate, double Miss, double Alarm, double Review);
