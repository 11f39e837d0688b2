namespace MlMaths.Torch.Data;

/// <summary>Rows that one part knows though they are no older than what it is judged by.</summary>
/// <param name="Part">Who knows them: <c>training</c> or <c>validation</c>.</param>
/// <param name="JudgedBy">The part that comes later in use, and should be later in time.</param>
/// <param name="Rows">0-based rows of the data set, ascending: at or after the first time of the later part.</param>
internal sealed record FutureInThePast(string Part, string JudgedBy, IReadOnlyList<int> Rows);

/// <summary>
/// A leakage check: a model that has seen next month predicts this one better than it ever will again.
/// <see cref="TimeSplit"/> keeps the order.
/// </summary>
public static class FutureRows
{
    /// <summary>Each pair of parts with such rows; empty where the data set has no times.</summary>
    internal static IReadOnlyList<FutureInThePast> Across(DataSplit split) => split.Training.Whole.Time is not { } times
        ? []
        :
        [
            .. from earlier in split.Parts.Index()
               from later in split.Parts.Index()
               where earlier.Index < later.Index && later.Item.Count > 0
               let first = later.Item.Rows.Min(row => times.OfRow[row])
               let rows = earlier.Item.Rows.Where(row => times.OfRow[row] >= first).ToArray()
               where rows.Length > 0
               select new FutureInThePast(earlier.Item.Name, later.Item.Name, rows),
        ];

    /// <summary>
    /// Each row that is seen, in at least one turn, though it is no older than a row that is judged then; in order of
    /// the rows. Empty where the data set has no times.
    /// </summary>
    public static IReadOnlyList<CutRow> Across(Dataset dataset, IEnumerable<EvaluationTurn> turns)
    {
        if (dataset.Time is not { } times) return [];
        var future = new CutRow?[dataset.Rows];
        foreach (EvaluationTurn turn in turns.Where(turn => turn.Judged.Count > 0))
        {
            int first = turn.Judged.MinBy(row => times.OfRow[row]);
            foreach (int row in turn.Seen.Where(row => future[row] is null && times.OfRow[row] >= times.OfRow[first]))
                future[row] = new(first, row, turn.Name);
        }

        return [.. future.OfType<CutRow>()];
    }
}
