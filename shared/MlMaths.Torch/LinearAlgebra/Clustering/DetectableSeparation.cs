using MlMaths.Torch.Probability;

namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// How far apart two equal groups would have to lie in a table for them to be found: what "no groups" is worth.
///
/// <code>
/// xᵢ ← xᵢ + δ L v      for a half of the rows, by chance; v a direction of chance, ‖v‖ = 1, S = LLᵀ of the table
/// found                of the proposals with two groups one gives groups that lie apart, in 8 of 10 such tables
/// </code>
/// δ is in deviations of a group. Rows keep their tails, ties and bends; the whole search, which tries more groups and joins
/// what is not apart, would find a little more.
/// </summary>
internal static class DetectableSeparation
{
    private const int Tables = 10, Wanted = 8;

    private const double Least = 2, Step = 0.5;

    private const int Steps = 16;

    /// <summary>The least δ of 2, 2½ … 10 that is found; null where none is.</summary>
    public static double? Of(double[][] rows, int seed)
    {
        int low = 0, high = Steps + 1;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (middle <= Steps && IsFound(rows, Least + Step * middle, seed)) high = middle;
            else low = middle + 1;
        }
        return low <= Steps ? Least + Step * low : null;
    }

    private static bool IsFound(double[][] rows, double δ, int seed)
    {
        SplitMix64 chance = new(seed, DrawnFor.Worlds, 2);
        int found = 0;
        for (int table = 0; table < Tables && found < Wanted && table - found <= Tables - Wanted; table++)
        {
            GroupTable planted = new(Planted(rows, δ, ref chance), Seeds.Of(seed, DrawnFor.Sample, table + 1));
            if (GroupProposal.Of(planted, maxK: 2).Any(two => AreApart(planted, two.Labels))) found++;
        }
        return found >= Wanted;
    }

    private static bool AreApart(GroupTable table, int[] labels)
    {
        ILookup<int, int> rows = Enumerable.Range(0, table.Rows).ToLookup(row => labels[row]);
        return rows.Count == 2 && Separation.Of(table, new(table, [.. rows[0]]), new(table, [.. rows[1]])).IsApart;
    }

    private static double[][] Planted(double[][] rows, double δ, ref SplitMix64 chance)
    {
        WithinCovariance all = WithinCovariance.Of(rows, [[.. Enumerable.Range(0, rows.Length)]]);
        double[] v = new double[rows[0].Length];
        for (int j = 0; j < v.Length; j++) v[j] = Normal.Draw(ref chance);
        double length = Math.Sqrt(RowArithmetic.Dot(v, v));
        double[] shift = all.Coloured([.. v.Select(value => δ * value / length)]);
        double[][] planted = new double[rows.Length][];
        for (int i = 0; i < rows.Length; i++)
        {
            planted[i] = [.. rows[i]];
            if (chance.Unit() < 0.5) RowArithmetic.AddTo(planted[i], shift);
        }
        return planted;
    }
}
