using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Data;

/// <summary>
/// Deals whole groups to parts so that every part comes as near as groups allow to its share of every class. Groups cannot be
/// cut, so the best deal is a knapsack; this one is greedy: largest group first, each to the part where it raises least
/// <code>
/// Q = Σ over parts p, classes c of  n_pc² / (f_p N_c²)     n_pc rows of class c in part p, f_p the part's share, N_c all rows of c
/// </code>
/// whose least value is at n_pc = f_p N_c. Equal groups are dealt in an order that the seed decides.
/// </summary>
internal static class GroupDeal
{
    /// <summary>The part of each row. No part stays empty, so there must be as many groups as parts.</summary>
    public static int[] PartOfRow(IReadOnlyList<string> groups, IReadOnlyList<string> classes, IReadOnlyList<double> shares, int seed)
    {
        (int[] classOf, int count) = Numbered(classes);
        int[] totals = CountOf(Enumerable.Range(0, classOf.Length), classOf, count);
        int[][] rowsOfGroup = [.. ClassRows.Shuffled(groups, seed).Select(group => group.Rows)];
        int[] order = Shuffle.Order(rowsOfGroup.Length, seed, DrawnFor.Split, rowsOfGroup.Length);
        int[][] held = [.. shares.Select(_ => new int[count])];
        int[] partOf = new int[groups.Count], groupsIn = new int[shares.Count];
        int left = rowsOfGroup.Length;
        foreach (int[] rows in order.Select(group => rowsOfGroup[group]).OrderByDescending(rows => rows.Length))
        {
            int[] wanted = CountOf(rows, classOf, count);
            bool onlyEmpty = left-- <= groupsIn.Count(inside => inside == 0);
            int part = Enumerable.Range(0, shares.Count)
                .Where(candidate => !onlyEmpty || groupsIn[candidate] == 0)
                .MinBy(candidate => Rise(held[candidate], wanted, totals) / shares[candidate]);
            groupsIn[part]++;
            for (int c = 0; c < count; c++)
                held[part][c] += wanted[c];
            foreach (int row in rows)
                partOf[row] = part;
        }

        return partOf;
    }

    // (n + g)² − n² = g (2n + g)
    private static double Rise(int[] held, int[] group, int[] totals)
    {
        double rise = 0;
        for (int c = 0; c < group.Length; c++)
            rise += group[c] * (2.0 * held[c] + group[c]) / ((double)totals[c] * totals[c]);
        return rise;
    }

    private static int[] CountOf(IEnumerable<int> rows, int[] classOf, int count)
    {
        int[] counts = new int[count];
        foreach (int row in rows)
            counts[classOf[row]]++;
        return counts;
    }

    private static (int[] ClassOf, int Count) Numbered(IReadOnlyList<string> classes)
    {
        Dictionary<string, int> numbers = [];
        int[] classOf = new int[classes.Count];
        for (int row = 0; row < classOf.Length; row++)
        {
            numbers.TryAdd(classes[row], numbers.Count);
            classOf[row] = numbers[classes[row]];
        }

        return (classOf, numbers.Count);
    }
}
