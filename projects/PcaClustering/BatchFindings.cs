using MlMaths.Torch.LinearAlgebra;

namespace MlMaths.Torch.PcaClustering;

/// <summary>A batch effect with known truth, before and after the correction; and the user's own batches, if there are any.</summary>
/// <param name="Size">The planted offset, in deviations of each column.</param>
/// <param name="Planted">Which rows were moved, and the R² that this should come to.</param>
/// <param name="Unmoved">The same halves before anything was moved: what chance alone looks like.</param>
/// <param name="Before">With the offset.</param>
/// <param name="After">With the offset, then each half centred.</param>
/// <param name="ClustersBefore">Adjusted Rand of k-means with the offset, against k-means without it.</param>
/// <param name="ClustersAfter">The same after centring.</param>
/// <param name="BatchInClusters">Adjusted Rand of k-means with the offset, against the batches.</param>
/// <param name="Scores">First two scores of the rows with the offset, before and after centring.</param>
/// <param name="Known">The user's batches, before and after centring; null where none are known.</param>
internal sealed record BatchFindings(
    double Size, PlantedOffset Planted, BatchEffect Unmoved, BatchEffect Before, BatchEffect After,
    double ClustersBefore, double ClustersAfter, double BatchInClusters, (double[][] Before, double[][] After) Scores,
    (BatchEffect Before, BatchEffect After)? Known)
{
    /// <summary>Plain to a test, and hardly to the eye.</summary>
    private const double OffsetSize = 1;

    private const int MaxRows = 2000;

    public static BatchFindings Fit(VaryingRows data, int k, PcaClusteringOptions options, int seed)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor rows = VaryingRows.Some(data.All, MaxRows, seed);
        var planted = PlantedOffset.For(rows, OffsetSize, seed);
        Tensor moved = planted.AddTo(rows), centred = BatchCentring.Of(moved, planted.Batches);
        IReadOnlyList<int> untouched = Clusters(rows), withOffset = Clusters(moved);
        return new BatchFindings(
            OffsetSize, planted, Effect(rows), Effect(moved), Effect(centred),
            PartitionAgreement.Of(withOffset, untouched).AdjustedRand,
            PartitionAgreement.Of(Clusters(centred), untouched).AdjustedRand,
            PartitionAgreement.Of(withOffset, planted.Batches).AdjustedRand,
            (ScoresOf(moved), ScoresOf(centred)), KnownEffect(data, options, seed));

        BatchEffect Effect(Tensor X) => BatchEffect.Of(X, planted.Batches, seed, options.Permutations);

        IReadOnlyList<int> Clusters(Tensor X) => KMeans.Fit(X, k, seed).Labels;
    }

    private static (BatchEffect Before, BatchEffect After)? KnownEffect(VaryingRows data, PcaClusteringOptions options, int seed)
    {
        if (data.Rows.Batch is not { } batch)
            return null;
        using Tensor centred = BatchCentring.Of(data.All, batch.OfRow);
        return (
            BatchEffect.Of(data.All, batch.OfRow, seed, options.Permutations),
            BatchEffect.Of(centred, batch.OfRow, seed, options.Permutations));
    }

    private static double[][] ScoresOf(Tensor X)
    {
        using Tensor scores = PrincipalComponents.Fit(X, 2).Project(X);
        return [.. scores.cpu().contiguous().data<double>().ToArray().Chunk(2)];
    }
}
