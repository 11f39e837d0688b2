namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// The rows once more, sixteen side by side, for <see cref="CentreProducts"/>; and the cut of them into chunks. The chunks
/// depend on the number of rows alone and are added up in order: the same bits with any number of threads.
/// </summary>
internal sealed class RowPanels
{
    private const int MinPanelsOfChunk = 128, MaxChunks = 64;
    private const long WorthSharing = 4_000_000;

    private readonly int _panelsOfChunk;

    public RowPanels(CentredRows rows)
    {
        int n = rows.Count, d = rows.Columns;
        Count = (n + CentreProducts.Width - 1) / CentreProducts.Width;
        Values = new double[(long)Count * CentreProducts.Width * d];
        SquaredNorms = new double[n];
        for (int i = 0; i < n; i++)
        {
            ReadOnlySpan<double> row = rows.Row(i);
            long start = (long)(i / CentreProducts.Width) * CentreProducts.Width * d + i % CentreProducts.Width;
            for (int j = 0; j < d; j++)
                Values[start + (long)j * CentreProducts.Width] = row[j];
            SquaredNorms[i] = RowArithmetic.Dot(row, row);
        }
        _panelsOfChunk = Math.Max(MinPanelsOfChunk, (Count + MaxChunks - 1) / MaxChunks);
        Chunks = (Count + _panelsOfChunk - 1) / _panelsOfChunk;
    }

    /// <summary>[panel, d, 16]</summary>
    public double[] Values { get; }

    /// <summary>‖x‖² of each row.</summary>
    public double[] SquaredNorms { get; }

    /// <summary>Panels.</summary>
    public int Count { get; }

    public int Chunks { get; }

    /// <summary>From the first panel of a chunk to the one after its last.</summary>
    public (int From, int To) Panels(int chunk) =>
        (chunk * _panelsOfChunk, Math.Min((chunk + 1) * _panelsOfChunk, Count));

    /// <summary>
    /// Each chunk once: on every core where the products are worth it, unless libtorch works on one thread.
    /// </summary>
    public void ForEachChunk(long products, Action<int> work)
    {
        if (products < WorthSharing || Chunks == 1 || torch.get_num_threads() == 1)
        {
            for (int chunk = 0; chunk < Chunks; chunk++)
                work(chunk);
        }
        else
        {
            Parallel.For(0, Chunks, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, work);
        }
    }
}
