namespace MlMaths.Torch.LinearAlgebra;

/// <summary>The left factor A [m, k] of a product, where it lies: A[i, p] = numbers[i · rowStride + p · columnStride].</summary>
internal readonly ref struct LeftFactor
{
    private LeftFactor(ReadOnlySpan<float> numbers, int rows, int rowStride, int columnStride)
    {
        Numbers = numbers;
        (Rows, RowStride, ColumnStride) = (rows, rowStride, columnStride);
    }

    public ReadOnlySpan<float> Numbers { get; }

    /// <summary>m.</summary>
    public int Rows { get; }

    public int RowStride { get; }

    public int ColumnStride { get; }

    /// <summary>A matrix as it lies, row by row.</summary>
    public static LeftFactor Of(ReadOnlySpan<float> a, int rows, int stride) => new(a, rows, stride, 1);

    /// <summary>Aᵀ of a matrix A with so many columns: read down the columns, not copied.</summary>
    public static LeftFactor Transposed(ReadOnlySpan<float> a, int columns, int stride) => new(a, columns, 1, stride);

    /// <summary>Refuses numbers that end before A[m − 1, k − 1].</summary>
    public void RequireRoom(int k)
    {
        if (k > 0) ArgumentOutOfRangeException.ThrowIfLessThan(Numbers.Length, (Rows - 1) * RowStride + (k - 1) * ColumnStride + 1);
    }
}

/// <summary>The same, pinned.</summary>
internal readonly unsafe struct StridedRows(float* start, int rows, int rowStride, int columnStride)
{
    public int Rows => rows;

    public int RowStride => rowStride;

    public int ColumnStride => columnStride;

    public float* Row(int i) => start + (long)i * rowStride;

    /// <summary>So many rows from one on.</summary>
    public StridedRows From(int i, int count) => new(Row(i), count, rowStride, columnStride);
}
