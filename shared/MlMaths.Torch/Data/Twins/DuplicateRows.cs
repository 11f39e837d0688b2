namespace MlMaths.Torch.Data;

/// <summary>A held-out row whose features are, number for number, those of a row that was seen before it.</summary>
/// <param name="Row">0-based row of the data set, held out.</param>
/// <param name="Part">Where it is: <c>validation</c> or <c>test</c>.</param>
/// <param name="TwinRow">0-based row of the data set that has the same features; the first of several.</param>
/// <param name="TwinPart">Where the twin is: <c>training</c> or <c>validation</c>.</param>
public sealed record DuplicateRow(int Row, string Part, int TwinRow, string TwinPart);

/// <summary>
/// A leakage check: a held-out row that also is a training row is remembered, not predicted, and flatters the model.
/// </summary>
public static class DuplicateRows
{
    /// <summary>The validation rows that train, then the test rows that train or validate. Cost: one pass.</summary>
    public static IReadOnlyList<DuplicateRow> Across(DataSplit split)
    {
        List<DuplicateRow> duplicates = [];
        var seen = new Dictionary<int, (int Row, string Part)>(new SameFeatures(split.Training.Whole));
        foreach (SplitPart part in split.Parts)
        {
            foreach (int row in part.Rows)
            {
                if (!seen.TryGetValue(row, out (int Row, string Part) twin))
                    seen.Add(row, (row, part.Name));
                else if (twin.Part != part.Name)
                    duplicates.Add(new(row, part.Name, twin.Row, twin.Part));
            }
        }

        return duplicates;
    }
}
