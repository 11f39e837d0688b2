using MlMaths.Torch.Probability;

namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// A way out of a poor optimum, where one group has two centres and two groups share one: Lloyd's steps cannot cross the
/// space between. The two centres that can best be one become one, and the freed one starts again at a row that is served
/// badly (P. Fränti, 2018, Journal of Big Data 5:13, "Efficiency of random swap clustering").
///
/// <code>
/// cost of merging a, b = n_a n_b / (n_a + n_b) ‖c_a − c_b‖²        (J. H. Ward, 1963)
/// P(new centre = row i) ∝ ‖xᵢ − c(i)‖²
/// </code>
/// </summary>
internal static class CentreSwap
{
    /// <summary>Several such starts, that differ in the row drawn; [k, d] each.</summary>
    public static IReadOnlyList<double[]> Starts(CentredRows rows, double[] centres, int[] labels, int trials, ref SplitMix64 chance)
    {
        int d = rows.Columns;
        int[] sizes = new int[centres.Length / d];
        double[] squared = new double[rows.Count];
        for (int i = 0; i < rows.Count; i++)
        {
            sizes[labels[i]]++;
            squared[i] = RowArithmetic.SquaredDistance(rows.Row(i), centres.AsSpan(labels[i] * d, d));
        }

        (int kept, int freed) = CheapestMerger(centres, sizes, d);
        double[] merged = (double[])centres.Clone();
        double share = (double)sizes[freed] / (sizes[kept] + sizes[freed]);
        for (int j = 0; j < d; j++)
            merged[kept * d + j] += share * (centres[freed * d + j] - centres[kept * d + j]);

        int[] drawn = new int[trials];
        GreedySeeding.Draw(squared, ref chance, drawn);
        return [.. drawn.Select(row => WithRow(merged, freed, rows.Row(row)))];
    }

    private static double[] WithRow(double[] centres, int place, ReadOnlySpan<double> row)
    {
        double[] changed = (double[])centres.Clone();
        row.CopyTo(changed.AsSpan(place * row.Length));
        return changed;
    }

    private static (int Kept, int Freed) CheapestMerger(double[] centres, int[] sizes, int d)
    {
        (int, int) cheapest = (0, 1);
        double least = double.PositiveInfinity;
        for (int a = 0; a < sizes.Length; a++)
        {
            for (int b = a + 1; b < sizes.Length; b++)
            {
                double weight = (double)sizes[a] * sizes[b] / Math.Max(1, sizes[a] + sizes[b]);
                double cost = weight * RowArithmetic.SquaredDistance(centres.AsSpan(a * d, d), centres.AsSpan(b * d, d));
                if (cost < least) (least, cheapest) = (cost, (a, b));
            }
        }
        return cheapest;
    }
}
