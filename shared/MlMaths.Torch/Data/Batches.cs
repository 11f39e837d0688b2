namespace MlMaths.Torch.Data;

/// <summary>The rows of one step.</summary>
/// <param name="X">Features [n, d].</param>
/// <param name="y">Targets [n].</param>
public sealed record Batch(Tensor X, Tensor y)
{
    /// <summary>n.</summary>
    public int Rows { get; } = (int)X.size(0);
}

/// <summary>
/// All rows on a device, handed out in mini-batches: shuffled anew in every epoch, in an order that only the seed and the
/// epoch's number decide. The last batch may be short; no row is left out.
/// </summary>
public sealed class Batches : IDisposable
{
    private readonly int _batchSize;
    private readonly int _seed;

    /// <summary>Takes over both tensors, and disposes them in the end.</summary>
    public Batches(Tensor X, Tensor y, int batchSize, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(batchSize);
        if (X.size(0) != y.size(0))
            throw new ArgumentException($"X has {X.size(0)} rows and y has {y.size(0)}.");
        Whole = new(X.DetachFromDisposeScope(), y.DetachFromDisposeScope());
        _batchSize = Math.Min(batchSize, Rows);
        _seed = seed;
    }

    /// <summary>Every row, in the data set's order.</summary>
    public Batch Whole { get; }

    /// <summary>Rows of one epoch.</summary>
    public int Rows => Whole.Rows;

    /// <summary>Steps of one epoch.</summary>
    public int BatchesPerEpoch => (Rows + _batchSize - 1) / _batchSize;

    /// <summary>
    /// The batches of one epoch. A batch lives until the next one is asked for, in whatever scope the caller works; the
    /// full batch is <see cref="Whole"/> itself, without a copy.
    /// </summary>
    public IEnumerable<Batch> Epoch(int epoch)
    {
        if (_batchSize == Rows)
        {
            yield return Whole;
            yield break;
        }

        using Tensor order = Order(epoch);
        for (int start = 0; start < Rows; start += _batchSize)
        {
            Batch batch = From(order, start);
            using Tensor X = batch.X, y = batch.y;
            yield return batch;
        }
    }

    /// <summary>Frees the rows.</summary>
    public void Dispose()
    {
        Whole.X.Dispose();
        Whole.y.Dispose();
    }

    private Tensor Order(int epoch)
    {
        long[] order = Array.ConvertAll(Permutation.Of(Rows, _seed, epoch), row => (long)row);
        return torch.tensor(order, device: Whole.X.device).DetachFromDisposeScope();
    }

    private Batch From(Tensor order, int start)
    {
        using Tensor rows = order.narrow(0, start, Math.Min(_batchSize, Rows - start));
        return new(
            Whole.X.index_select(0, rows).DetachFromDisposeScope(),
            Whole.y.index_select(0, rows).DetachFromDisposeScope());
    }
}
