namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// Whether clusters are those of a known batch: a day, an instrument, a hospital. If they are, they agree with it, and they
/// vanish when each batch is moved onto the common mean.
/// <code>
/// x′ᵢ = xᵢ − mean of its batch
/// </code>
/// Centring also takes away what batches truly differ in; with a batch that is confounded, no method can tell the two apart.
/// </summary>
/// <param name="AdjustedRand">Agreement of the clusters with the batches.</param>
/// <param name="Centred">The evidence once more, after centring each batch.</param>
public sealed record BatchEvidence(double AdjustedRand, ClusterEvidence Centred)
{
    internal static BatchEvidence Of(CentredRows rows, KMeans clusters, IReadOnlyList<string> batches, int mostK, int seed)
    {
        double[] centred = (double[])rows.Values.Clone();
        int d = rows.Columns;
        foreach (IGrouping<string, int> batch in Enumerable.Range(0, rows.Count).GroupBy(row => batches[row]))
        {
            double[] mean = new double[d];
            int size = batch.Count();
            foreach (int row in batch) RowArithmetic.AddTo(mean, rows.Row(row), 1.0 / size);
            foreach (int row in batch) RowArithmetic.AddTo(centred.AsSpan(row * d, d), mean, -1);
        }
        CentredRows moved = CentredRows.Of(centred, rows.Count, d);
        return new BatchEvidence(
            PartitionAgreement.Of(clusters.Labels, batches).AdjustedRand,
            ClusterEvidence.Of(moved, mostK, seed, null).Evidence);
    }
}
