using System.Runtime.InteropServices;

namespace MlMaths.Torch.Probability;

/// <summary>
/// Rows that belong together, such as the visits of one patient, come into a sample together or not at all. A bootstrap that
/// draws rows one by one takes ten visits for ten patients, and its interval is too short; this one draws whole groups, with
/// replacement (A. C. Davison and D. V. Hinkley, 1997, Bootstrap Methods and their Application, chapter 3.8).
/// With few groups even its intervals are somewhat short: they cannot show what no group in hand shows.
/// </summary>
public sealed class GroupedRows
{
    private readonly int[][] _rowsOf;

    /// <param name="groupOfRow">The group of each row, at least one.</param>
    public GroupedRows(IReadOnlyList<string> groupOfRow)
    {
        _rowsOf = [.. Enumerable.Range(0, groupOfRow.Count).GroupBy(row => groupOfRow[row], StringComparer.Ordinal)
            .Select(group => group.ToArray())];
        Resampling = Resampling.OfRows(_rowsOf.Length);
    }

    /// <summary>Draws groups, by their numbers in the order of their first rows.</summary>
    public Resampling Resampling { get; }

    /// <summary>How many groups.</summary>
    public int Groups => _rowsOf.Length;

    /// <summary>A statistic of rows, as one of drawn groups: all their rows, however many that are.</summary>
    public RowStatistic Over(RowStatistic ofRows) => drawn =>
    {
        List<int> rows = [];
        foreach (int group in drawn)
            rows.AddRange(_rowsOf[group]);
        return ofRows(CollectionsMarshal.AsSpan(rows));
    };
}
