namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// The groups of a table that lie apart, pair by pair.
///
/// <code>
/// for each proposal      while some pair is not apart (see Separation): join the least apart one
/// found                  of what is left of all proposals the one with the most groups; of several, the surest
/// </code>
/// That every pair must be apart makes a chain of parts one group, and lets a proposal have too many centres. The level of the
/// tests is low, as many proposals are tried.
/// </summary>
/// <param name="Labels">The group of each row, 0 for the largest; all 0 where none lie apart.</param>
/// <param name="K">Groups; 1 where none lie apart.</param>
/// <param name="Pairs">All pairs of the groups.</param>
/// <param name="Refused">The two groups that came nearest to lying apart, where none do: what they fail by is what is to be said.</param>
/// <param name="ByUnits">How many groups are found where columns are compared in these units.</param>
/// <param name="DecidingColumn">
/// Where <see cref="ColumnUnits.AsGiven"/> and <see cref="ColumnUnits.Standardised"/> disagree: the column whose units make the most
/// difference.
/// </param>
public sealed record SeparatedGroups(
    IReadOnlyList<int> Labels, int K, IReadOnlyList<Separation> Pairs, Separation? Refused,
    IReadOnlyDictionary<ColumnUnits, int> ByUnits, int? DecidingColumn)
{
    /// <summary>Groups that are tried at most.</summary>
    public const int DefaultMaxK = 8;

    /// <summary>Looks for groups in X [n, d], n at least 10; units do not matter, as they are judged both ways.</summary>
    /// <param name="X">Rows on any device, as the table has them.</param>
    /// <param name="seed">Same seed, same groups.</param>
    /// <param name="maxK">Groups that are tried at most.</param>
    public static SeparatedGroups Find(Tensor X, int seed, int maxK = DefaultMaxK) => Find(Rows(CentredRows.Of(X)), seed, maxK);

    internal static SeparatedGroups Find(double[][] rows, int seed, int maxK)
    {
        GroupTable table = new(rows, seed);
        Dictionary<ColumnUnits, int> byUnits = Enum.GetValues<ColumnUnits>().ToDictionary(units => units, _ => 1);
        Reduction? best = null, refused = null;
        foreach (GroupProposal proposal in GroupProposal.Of(table, maxK))
        {
            var reduced = Reduction.Of(table, proposal.Labels);
            byUnits[proposal.Units] = Math.Max(byUnits[proposal.Units], reduced.Groups.Count);
            if (reduced.IsBetterThan(best)) best = reduced;
            if (reduced.Refused is not null && !(reduced.Refused.Closeness >= refused?.Refused!.Closeness)) refused = reduced;
        }
        int[] labels = best is { Groups.Count: > 1 } ? best.Labels(rows.Length) : new int[rows.Length];
        int k = Math.Max(1, best?.Groups.Count ?? 1);
        bool differ = byUnits[ColumnUnits.AsGiven] != byUnits[ColumnUnits.Standardised];
        return new SeparatedGroups(
            labels, k, k > 1 ? best!.Pairs : [], k > 1 ? null : refused?.Refused, byUnits,
            differ && k > 1 ? UnitsOfColumn.Deciding(table, labels, k) : null);
    }

    internal static double[][] Rows(CentredRows rows) =>
        [.. Enumerable.Range(0, rows.Count).Select(row => rows.Row(row).ToArray().Zip(rows.Mean, (x, mean) => x + mean).ToArray())];

    /// <summary>What is left of a proposal once all pairs that are not apart are joined.</summary>
    private sealed record Reduction(List<RowGroup> Groups, IReadOnlyList<Separation> Pairs, Separation? Refused)
    {
        public static Reduction Of(GroupTable table, int[] labels)
        {
            List<RowGroup> groups = [.. labels.Index().GroupBy(label => label.Item, label => label.Index)
                .Select(rows => new RowGroup(table, [.. rows]))];
            Dictionary<(RowGroup, RowGroup), Separation> known = [];
            Separation? refused = null;
            while (true)
            {
                (RowGroup A, RowGroup B)[] pairs =
                    [.. groups.SelectMany((a, i) => groups.Skip(i + 1).Select(b => (a, b)))];
                if (pairs.Length == 0) return new Reduction(groups, [], refused);
                foreach ((RowGroup A, RowGroup B) pair in pairs)
                {
                    if (!known.ContainsKey(pair)) known[pair] = Separation.Of(table, pair.A, pair.B);
                }
                (RowGroup A, RowGroup B) worst = pairs.MaxBy(pair => known[pair].Closeness);
                if (known[worst].IsApart) return new Reduction(groups, [.. pairs.Select(pair => known[pair])], null);
                refused = known[worst];
                groups.Remove(worst.A);
                groups.Remove(worst.B);
                groups.Add(new RowGroup(table, [.. worst.A.Rows.Concat(worst.B.Rows).Order()]));
            }
        }

        public bool IsBetterThan(Reduction? other) =>
            Groups.Count > (other?.Groups.Count ?? 1)
            || Groups.Count > 1 && Groups.Count == other!.Groups.Count && LeastSure < other.LeastSure;

        public int[] Labels(int rows)
        {
            int[] labels = new int[rows];
            foreach ((int label, RowGroup group) in Groups.OrderByDescending(group => group.Count).ThenBy(group => group.Rows[0]).Index())
            {
                foreach (int row in group.Rows) labels[row] = label;
            }
            return labels;
        }

        private double LeastSure => Pairs.Max(pair => Math.Max(pair.StraightP, pair.AlongP ?? 1));
    }
}
