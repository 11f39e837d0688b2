using MlMaths.Torch.Probability;

namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// Whether the batches are mixed around each row as they are in the whole: k-nearest-neighbour batch effect test (kBET).
///
/// <code>
/// χ²ᵢ = Σ_b (c_ib − k f_b)² / (k f_b)        c_ib: neighbours of row i in batch b, f_b: share of batch b in all rows
/// rejected where P(χ²(g − 1) ≥ χ²ᵢ) ≤ 0.05   rate = share of rows that are rejected
/// p   = (1 + #{shuffles of the labels with rate* ≥ rate}) / (1 + B)
/// </code>
/// Sees any difference, of spread and shape too. Well mixed batches have a rate near the one that shuffled labels have,
/// which need not be 0.05: neighbourhoods overlap, and small counts are not χ². k is the mean batch size, at most 100.
/// Source: M. Büttner, Z. Miao, F. A. Wolf, S. A. Teichmann, F. J. Theis, 2019, Nature Methods 16:43–49.
/// </summary>
/// <param name="RejectionRate">Share of rows whose neighbours are not mixed as the whole, 0 to 1.</param>
/// <param name="ExpectedRate">Its mean over the shuffles: the rate without an effect.</param>
/// <param name="PValue">p.</param>
/// <param name="Neighbours">k.</param>
public sealed record NeighbourMixing(double RejectionRate, double ExpectedRate, double PValue, int Neighbours)
{
    private const double Level = 0.05;

    private const int MaxNeighbours = 100;

    internal static NeighbourMixing Of(Tensor rows, BatchLabels batches, IReadOnlyList<int[]> shuffles)
    {
        int n = batches.OfRow.Length;
        int k = Math.Clamp(n / batches.Names.Count, 1, Math.Min(MaxNeighbours, n - 1));
        int[] near = [.. NearestNeighbours.Search(rows, k).Indices.SelectMany(row => row)];
        double[] expected = [.. batches.Sizes.Select(size => (double)k * size / n)];
        double critical = ChiSquared.Quantile(1 - Level, expected.Length - 1);

        double rejected = RejectedShare(near, batches.OfRow, expected, critical);
        double[] shuffled = [.. shuffles.Select(labels => RejectedShare(near, labels, expected, critical))];
        return new(rejected, shuffled.Average(), BatchEffect.PValueOf(rejected, shuffled), k);
    }

    private static double RejectedShare(int[] near, int[] labels, double[] expected, double critical)
    {
        int n = labels.Length, k = near.Length / n, rejected = 0;
        Span<int> counts = new int[expected.Length];
        for (int i = 0; i < n; i++)
        {
            counts.Clear();
            foreach (int neighbour in near.AsSpan(i * k, k)) counts[labels[neighbour]]++;
            double chiSquared = 0;
            for (int b = 0; b < counts.Length; b++)
                chiSquared += (counts[b] - expected[b]) * (counts[b] - expected[b]) / expected[b];
            if (chiSquared >= critical) rejected++;
        }
        return (double)rejected / n;
    }
}
