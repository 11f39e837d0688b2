namespace MlMaths.Torch.Evaluation;

/// <summary>
/// Rows that belong together, such as the visits of one patient: they come into a sample together or not at all, so that the
/// groups are the evidence and not the rows.
/// </summary>
public sealed class RowGroups
{
    private readonly int[] _groupOf;

    private RowGroups(int[] groupOf, int count) => (_groupOf, Count) = (groupOf, count);

    /// <summary>From one text per row, at least one; rows of the same text are one group.</summary>
    public static RowGroups Of(IReadOnlyList<string> groupOfRow) => Numbered(groupOfRow, StringComparer.Ordinal);

    /// <summary>The same of numbers, which need not be without gaps.</summary>
    public static RowGroups Of(IReadOnlyList<int> groupOfRow) => Numbered(groupOfRow, EqualityComparer<int>.Default);

    /// <summary>How many groups.</summary>
    public int Count { get; }

    /// <summary>How many rows.</summary>
    public int Rows => _groupOf.Length;

    /// <summary>Σ over the rows of each group.</summary>
    internal double[] Sums(ReadOnlySpan<double> ofRow)
    {
        double[] sums = new double[Count];
        for (int row = 0; row < _groupOf.Length; row++)
            sums[_groupOf[row]] += ofRow[row];
        return sums;
    }

    /// <summary>Groups with at least one row of which something holds.</summary>
    internal int CountWith(Func<int, bool> holds)
    {
        bool[] has = new bool[Count];
        for (int row = 0; row < _groupOf.Length; row++)
            has[_groupOf[row]] |= holds(row);
        return has.Count(one => one);
    }

    private static RowGroups Numbered<T>(IReadOnlyList<T> groupOfRow, IEqualityComparer<T> comparer)
        where T : notnull
    {
        if (groupOfRow.Count == 0) throw new ArgumentException("There are no rows to group: at least one is needed.", nameof(groupOfRow));
        Dictionary<T, int> numbers = new(comparer);
        int[] groupOf = new int[groupOfRow.Count];
        for (int row = 0; row < groupOf.Length; row++)
        {
            if (!numbers.TryGetValue(groupOfRow[row], out int number))
                numbers.Add(groupOfRow[row], number = numbers.Count);
            groupOf[row] = number;
        }

        return new RowGroups(groupOf, numbers.Count);
    }
}
