namespace MlMaths.Torch.Data;

/// <summary>A judged row that belongs together with a row that was seen.</summary>
/// <param name="Row">0-based, judged.</param>
/// <param name="SeenRow">0-based, seen: the first of several.</param>
/// <param name="Turn">Where: the first turn in which it happens.</param>
public sealed record CutRow(int Row, int SeenRow, string Turn);

/// <summary>
/// A leakage check for any evaluation, a split or folds: rows that belong together (twins, visits of one patient) must be seen
/// together or judged together.
/// </summary>
public static class CutClusters
{
    /// <summary>Each row that is judged, in at least one turn, after another of its cluster was seen; in order of the rows.</summary>
    /// <param name="clusterOf">The cluster of each row; a row alone has one of its own.</param>
    /// <param name="turns">Turns of the evaluation.</param>
    public static IReadOnlyList<CutRow> Across(IReadOnlyList<int> clusterOf, IEnumerable<EvaluationTurn> turns)
    {
        var cut = new CutRow?[clusterOf.Count];
        int[] firstSeen = new int[clusterOf.Count];
        foreach (EvaluationTurn turn in turns)
        {
            Array.Fill(firstSeen, -1);
            foreach (int row in turn.Seen.Where(row => firstSeen[clusterOf[row]] < 0))
                firstSeen[clusterOf[row]] = row;
            foreach (int row in turn.Judged.Where(row => cut[row] is null && firstSeen[clusterOf[row]] >= 0))
                cut[row] = new(row, firstSeen[clusterOf[row]], turn.Name);
        }

        return [.. cut.OfType<CutRow>()];
    }

    /// <summary>Numbers for names: the cluster of each row, from 0 in order of appearance.</summary>
    public static int[] Of<T>(IReadOnlyList<T> names) where T : notnull
    {
        Dictionary<T, int> numbers = [];
        int[] clusterOf = new int[names.Count];
        for (int row = 0; row < clusterOf.Length; row++)
        {
            numbers.TryAdd(names[row], numbers.Count);
            clusterOf[row] = numbers[names[row]];
        }

        return clusterOf;
    }
}
