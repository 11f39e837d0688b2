namespace MlMaths.Torch.Benchmarks;

/// <summary>Large tables for k-means, drawn by libtorch.</summary>
internal static class KMeansRows
{
    /// <summary>Rows of deviation 1 around standard normal centres: they overlap.</summary>
    public static Tensor Blobs(int rows, int columns, int k, int seed)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using torch.Generator chance = new((ulong)seed);
        Tensor centres = torch.randn(k, columns, torch.ScalarType.Float64, generator: chance);
        Tensor own = torch.randint(0, k, [rows], torch.ScalarType.Int64, generator: chance);
        return (centres.index_select(0, own) + torch.randn(rows, columns, torch.ScalarType.Float64, generator: chance))
            .MoveToOuterDisposeScope();
    }
}
