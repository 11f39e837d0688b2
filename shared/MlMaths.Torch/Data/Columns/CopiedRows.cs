using System.Runtime.InteropServices;

namespace MlMaths.Torch.Data;

/// <summary>
/// Rows of a file that are equal in every column, but for those that name or number rows, and how many equal pairs chance alone would
/// bring:
/// <code>
/// E = n(n − 1)/2 · Πⱼ qⱼ        qⱼ the chance that two rows agree in column j, columns taken for independent
/// qⱼ = Σᵥ cᵥ(cᵥ − 1) / n(n − 1)  cᵥ rows have the value v
/// </code>
/// Where E is below 1 % of the rows, equal rows are copies of one case, and stay on one side of a split; else they may be different
/// cases that look alike.
/// </summary>
/// <param name="ClusterOf">For each row the first row that is equal to it: itself where it is no copy.</param>
/// <param name="Copies">Rows that equal an earlier one.</param>
/// <param name="ByChance">E.</param>
public sealed record CopiedRows(IReadOnlyList<int> ClusterOf, int Copies, double ByChance)
{
    private const double Share = 0.01;

    // So many rows, evenly spread, say how often two agree.
    private const int MostLookedAt = 20_000;

    /// <summary>Whether equal rows are taken for copies of one case.</summary>
    public bool AreCopies => Copies > 0 && ByChance < Share * ClusterOf.Count;

    /// <summary>Of some rows of a file. Cost: one pass over the cells.</summary>
    /// <param name="rows">Rows of a table.</param>
    internal static CopiedRows Of(RawRows rows)
    {
        RawColumn[] columns = [.. rows.Table.Columns.Where(IsCompared).Select(plan => plan.Column)];
        if (columns.Length == 0) return new([.. Enumerable.Range(0, rows.Rows.Length)], 0, 0);
        ulong[] hashes = new ulong[rows.Rows.Length];
        for (int column = 0; column < columns.Length; column++)
            Mix(columns[column], rows.Rows, hashes, column);
        Dictionary<ulong, int> first = new(hashes.Length);
        int[] clusterOf = new int[hashes.Length];
        int copies = 0;
        for (int row = 0; row < hashes.Length; row++)
        {
            ref int cluster = ref CollectionsMarshal.GetValueRefOrAddDefault(first, hashes[row], out bool isCopy);
            if (!isCopy) cluster = row;
            clusterOf[row] = cluster;
            copies += isCopy ? 1 : 0;
        }

        return new(clusterOf, copies, copies == 0 ? 0 : PairsByChance(columns, rows.Rows));
    }

    /// <summary>For each row the number of its case, where equal rows with one label are copies of it; null where none is.</summary>
    /// <param name="labels">The target of each row; null where there is none.</param>
    internal int[]? Cases(string[]? labels)
    {
        if (!AreCopies) return null;
        Dictionary<(int, string), int> cases = [];
        int[] caseOf = new int[ClusterOf.Count];
        for (int row = 0; row < caseOf.Length; row++)
        {
            (int, string) key = (ClusterOf[row], labels?[row] ?? "");
            cases.TryAdd(key, row);
            caseOf[row] = cases[key];
        }

        return cases.Count < caseOf.Length ? caseOf : null;
    }

    // What names rows differs in copies, too; what is empty or constant tells none apart.
    private static bool IsCompared(ColumnPlan plan) => plan.IsAsked
        && plan.Kind is not (ColumnKind.Identifier or ColumnKind.Empty or ColumnKind.Constant)
        && plan.Action is not (ColumnAction.Target or ColumnAction.Group or ColumnAction.Batch or ColumnAction.Time);

    private static void Mix(RawColumn column, int[] rows, ulong[] hashes, int place)
    {
        ulong salt = 0x9E3779B97F4A7C15UL * (ulong)(place + 1);
        if (column.NumbersOfRows is { } numbers)
        {
            for (int i = 0; i < rows.Length; i++)
                hashes[i] += Mixed(Key(numbers[rows[i]]) + salt);
        }
        else
        {
            int[] codes = column.Codes!;
            for (int i = 0; i < rows.Length; i++)
                hashes[i] += Mixed(Key(codes[rows[i]]) + salt);
        }
    }

    // −0 and 0 are one number; a missing cell equals a missing one.
    private static ulong Key(double number) => BitConverter.DoubleToUInt64Bits(number + 0.0);

    private static ulong Key(int code) => (ulong)(code + 1);

    private static ulong Key(RawColumn column, int row) =>
        column.NumbersOfRows is { } numbers ? Key(numbers[row]) : Key(column.Codes![row]);

    private static ulong Mixed(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }

    private static double PairsByChance(RawColumn[] columns, int[] rows)
    {
        int looked = Math.Min(rows.Length, MostLookedAt);
        int[] some = [.. Enumerable.Range(0, looked).Select(i => rows[(int)((long)i * rows.Length / looked)])];
        double pairs = rows.Length * (rows.Length - 1.0) / 2;
        foreach (RawColumn column in columns)
        {
            double agreeing = some.CountBy(row => Key(column, row)).Sum(one => (double)one.Value * (one.Value - 1));
            pairs *= agreeing / (looked * (looked - 1.0));
        }

        return pairs;
    }
}
