namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// How well the cluster of a row tells its batch: of two rows in one cluster, how often they are of one batch, beyond
/// chance (D. L. Wallace, 1983, Journal of the American Statistical Association 78:569–576, adjusted as Rand's index is).
///
/// <code>
/// n_ij rows of batch j in cluster i;  aᵢ = Σⱼ n_ij,  bⱼ = Σᵢ n_ij
/// w = Σ C(n_ij, 2) / Σ C(aᵢ, 2)        q = Σ C(bⱼ, 2) / C(n, 2), what w comes to by chance
/// purity = (w − q) / (1 − q)
/// </code>
/// 1 where every cluster is of one batch, about 0 where the two are unrelated. Unlike the adjusted Rand index it stays 1 where
/// a batch is cut into several clusters: three groups in two batches that lie apart make six clusters, each of one batch.
/// </summary>
internal static class ClusterPurity
{
    /// <summary>The purity; null where all rows are of one batch, or no cluster has two rows.</summary>
    public static double? Of(IReadOnlyList<int> clusters, IReadOnlyList<string> batches)
    {
        double together = Pairs(clusters.Zip(batches)), inClusters = Pairs(clusters), inBatches = Pairs(batches);
        double q = inBatches / Pairs(batches.Select(_ => 0));
        return inClusters > 0 && q < 1 ? (together / inClusters - q) / (1 - q) : null;
    }

    /// <summary>Σ C(size, 2) over the groups of equal labels.</summary>
    private static double Pairs<T>(IEnumerable<T> labels) =>
        labels.GroupBy(label => label).Sum(group => 0.5 * group.LongCount() * (group.LongCount() - 1));
}
