using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Data;

/// <summary>The rows of one step.</summary>
/// <param name="X">Features [n, d].</param>
/// <param name="y">Targets [n].</param>
public sealed record Batch(Tensor X, Tensor y)
{
    // Batches are read as bytes where they lie, and .NET counts those with an int.
    private const long MaxRows = int.MaxValue / sizeof(double);

    /// <summary>n.</summary>
    public int Rows { get; } = Counted(X);

    private static int Counted(Tensor X) => X.size(0) <= MaxRows && X.numel() <= Array.MaxLength
        ? (int)X.size(0)
        : throw new UserMistakeException(
            $"A batch has {X.size(0):N0} rows and {X.numel():N0} numbers, and may have {MaxRows:N0} rows and "
                + $"{Array.MaxLength:N0} numbers: take fewer rows.");
}

/// <summary>How an epoch orders its rows.</summary>
internal enum EpochOrder
{
    /// <summary>By chance, anew in every epoch.</summary>
    Shuffled,

    /// <summary>By chance, and the same in every epoch: a generator that is seeded anew each time, a fault to look at.</summary>
    ShuffledOnce,

    /// <summary>As they were given.</summary>
    AsGiven,
}

/// <summary>
/// All rows on a device, handed out in mini-batches: shuffled again in every epoch, in an order that only the seed and the
/// epoch's number decide. The last batch may be short; no row is left out.
/// </summary>
public sealed class Batches : IDisposable
{
    private const long NumbersGatheredAtOnce = 1 << 20;

    private readonly int _batchSize;
    private readonly int _seed;

    /// <summary>
    /// Takes over both tensors, and disposes them in the end. Their numbers are taken as they are: NaN or an infinite number in a row
    /// makes the loss of its batch one.
    /// </summary>
    public Batches(Tensor X, Tensor y, int batchSize, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(batchSize);
        if (X.size(0) != y.size(0))
            throw new ArgumentException($"X has {X.size(0)} rows and y has {y.size(0)}.");
        Whole = new(X.DetachFromDisposeScope(), y.DetachFromDisposeScope());
        _batchSize = Math.Min(batchSize, Rows);
        _seed = seed;
    }

    /// <summary>Default: shuffled anew in every epoch.</summary>
    internal EpochOrder EpochOrder { get; init; }

    /// <summary>Every row, in the data set's order.</summary>
    public Batch Whole { get; }

    /// <summary>Rows of one epoch.</summary>
    public int Rows => Whole.Rows;

    /// <summary>Steps of one epoch.</summary>
    public int BatchesPerEpoch => (Rows - 1) / _batchSize + 1;

    /// <summary>
    /// The batches of one epoch. A batch lives until the next one is asked for, in whatever scope the caller works; the
    /// full batch is <see cref="Whole"/> itself, without a copy.
    /// </summary>
    /// <param name="epoch">Decides the order, with the seed.</param>
    /// <param name="skipped">Batches to leave out at the beginning: a training that is continued has seen them.</param>
    public IEnumerable<Batch> Epoch(int epoch, int skipped = 0)
    {
        if (_batchSize == Rows)
        {
            if (skipped == 0)
                yield return Whole;
            yield break;
        }

        // Rows are gathered for many batches at once, and a batch is a view of them: two gatherings a step cost more than
        // a small step's arithmetic.
        using Tensor order = Order(epoch);
        int rowsAtOnce = (int)Math.Clamp(NumbersGatheredAtOnce * Rows / Whole.X.numel() / _batchSize, 1, BatchesPerEpoch) * _batchSize;
        for (int start = skipped * _batchSize; start < Rows; start += rowsAtOnce)
        {
            Batch gathered = From(order, start, Math.Min(rowsAtOnce, Rows - start));
            using Tensor X = gathered.X, y = gathered.y;
            for (int first = 0; first < gathered.Rows; first += _batchSize)
            {
                Batch batch = Part(gathered, first, Math.Min(_batchSize, gathered.Rows - first));
                using Tensor batchX = batch.X, batchY = batch.y;
                yield return batch;
            }
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
        int[] rows = EpochOrder == EpochOrder.AsGiven
            ? [.. Enumerable.Range(0, Rows)]
            : Shuffle.Order(Rows, _seed, DrawnFor.Order, EpochOrder == EpochOrder.ShuffledOnce ? 1 : epoch);
        long[] order = Array.ConvertAll(rows, row => (long)row);
        return TensorCopy.Of(order, device: Whole.X.device).DetachFromDisposeScope();
    }

    private static Batch Part(Batch gathered, int first, int rows) =>
        new(gathered.X.narrow(0, first, rows).DetachFromDisposeScope(), gathered.y.narrow(0, first, rows).DetachFromDisposeScope());

    private Batch From(Tensor order, int start, int count)
    {
        using Tensor rows = order.narrow(0, start, count);
        return new(
            Whole.X.index_select(0, rows).DetachFromDisposeScope(),
            Whole.y.index_select(0, rows).DetachFromDisposeScope());
    }
}
