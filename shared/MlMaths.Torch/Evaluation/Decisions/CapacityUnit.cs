namespace MlMaths.Torch.Evaluation;

/// <summary>Rows that compete for the same places, the one whose call is expected to save most first.</summary>
/// <param name="Time">When; null where rows have no time.</param>
/// <param name="Rows">How many rows there are in it, called or not.</param>
/// <param name="Ranked">Those that would be called if there were places for all, best first.</param>
internal sealed record CapacityUnit(double? Time, int Rows, IReadOnlyList<int> Ranked)
{
    /// <summary>Cuts rows into units of equal time; all rows are one unit where they have none.</summary>
    /// <param name="costs">Costs of the rows.</param>
    /// <param name="probabilities">One per row.</param>
    /// <param name="wanted">Whether a row would be called if there were places for all.</param>
    /// <param name="times">One per row; null without.</param>
    internal static IReadOnlyList<CapacityUnit> Cut(RowCosts costs, double[] probabilities, bool[] wanted, double[]? times) =>
    [
        .. Enumerable.Range(0, costs.Rows).GroupBy(row => times?[row]).OrderBy(unit => unit.Key).Select(unit => new CapacityUnit(
            unit.Key, unit.Count(),
            [.. unit.Where(row => wanted[row]).OrderByDescending(row => costs.ExpectedSaving(row, probabilities[row]))
                .ThenBy(row => row)])),
    ];
}
