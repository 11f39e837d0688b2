using MlMaths.Torch.Data;

namespace MlMaths.Torch.Tests.Calculus;

/// <summary>Rows with classes that a seed decides.</summary>
internal static class RandomRows
{
    public static Batch Draw(int rows, int features, int classes, int seed, torch.ScalarType type = torch.ScalarType.Float64)
    {
        var random = new Random(seed);
        double[] x = [.. Enumerable.Range(0, rows * features).Select(_ => 2 * random.NextDouble() - 1)];
        long[] y = [.. Enumerable.Range(0, rows).Select(_ => (long)random.Next(classes))];
        using DisposeScope scope = torch.NewDisposeScope();
        return new Batch(torch.tensor(x, [rows, features], dtype: type).DetachFromDisposeScope(), torch.tensor(y).DetachFromDisposeScope());
    }

    public static Batches InBatches(int rows, int features, int classes, int batchSize, torch.ScalarType type)
    {
        Batch whole = Draw(rows, features, classes, seed: 5, type);
        return new Batches(whole.X, whole.y, batchSize, seed: 1);
    }
}
