using System.Runtime.CompilerServices;

namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// The right factor B [k, n] of a product, copied into panels: strips as wide as a register tile, one after the other, each
/// read from its first number to its last without a jump.
///
/// <code>
///       n = 40                      panel 0 (32 wide)       panel 1 (8 columns and 24 of padding)
///   B = b00 b01 … b39               start of the sums       start of the sums
///       b10 b11 …         becomes   b00 … b0,31             b0,32 … b0,39 0 … 0
///       …                           b10 … b1,31             b1,32 … b1,39 0 … 0
/// </code>
///
/// Its first row is what the sums start from: the bias, or zeros. A transposed matrix is copied once here, and the kernel
/// never knows. The copy costs kn steps, the product mkn.
/// </summary>
internal sealed unsafe class PanelledMatrix
{
    // A row of activations is read by vectors of 512 bits too, whatever the width of a panel.
    private const int WidestVector = 16;

    private readonly AlignedFloats _numbers;

    /// <summary>Room for a matrix [rows, columns].</summary>
    public PanelledMatrix(int rows, int columns)
    {
        (Rows, Columns) = (rows, columns);
        _numbers = new AlignedFloats((rows + 1L) * Padded(columns));
    }

    /// <summary>Columns of one panel: two vectors, as wide as this processor's.</summary>
    public static int Width => 2 * SimdProduct.Lanes;

    /// <summary>k.</summary>
    public int Rows { get; private set; }

    /// <summary>n.</summary>
    public int Columns { get; }

    /// <summary>n with room for the last panel and for the widest vector.</summary>
    public static int Padded(int columns)
    {
        int step = Math.Max(Width, WidestVector);
        return (columns + step - 1) / step * step;
    }

    /// <summary>The panel that holds columns from <paramref name="index"/> · Width: [1 + k, Width].</summary>
    public float* Panel(int index) => _numbers.Start + (long)index * Width * (Rows + 1);

    /// <summary>Takes over numbers: B[p, j] = b[p · rowStride + j · columnStride].</summary>
    /// <param name="b">The numbers.</param>
    /// <param name="rows">k, at most what there is room for.</param>
    /// <param name="rowStride">From one row to the next.</param>
    /// <param name="columnStride">From one column to the next; 1 for a matrix as it lies, its width for a transposed one.</param>
    /// <param name="starts">What the n sums start from; empty for zeros.</param>
    /// <param name="padding">What the sums of columns that do not exist start from.</param>
    public void Fill(ReadOnlySpan<float> b, int rows, int rowStride, int columnStride, ReadOnlySpan<float> starts = default, float padding = 0)
    {
        if ((rows + 1L) * Padded(Columns) > _numbers.Count)
            throw new ArgumentOutOfRangeException(nameof(rows), rows, "There is no room for so many rows.");
        if (rows > 0) ArgumentOutOfRangeException.ThrowIfLessThan(b.Length, (rows - 1) * rowStride + (Columns - 1) * columnStride + 1, nameof(b));
        Rows = rows;
        fixed (float* from = b)
        {
            for (int first = 0; first < Padded(Columns); first += Width)
            {
                float* panel = Panel(first / Width);
                int columns = Math.Clamp(Columns - first, 0, Width);
                Start(new Span<float>(panel, Width), starts.IsEmpty ? starts : starts.Slice(Math.Min(first, Columns), columns), columns, padding);
                if (columnStride == 1) CopyRows(from + first, rowStride, panel + Width, columns);
                else CopyColumns(from + (long)first * columnStride, rowStride, columnStride, panel + Width, columns);
            }
        }
    }

    private static void Start(Span<float> row, ReadOnlySpan<float> starts, int columns, float padding)
    {
        row[..columns].Clear();
        starts.CopyTo(row);
        row[columns..].Fill(padding);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CopyRows(float* from, int rowStride, float* to, int columns)
    {
        for (int p = 0; p < Rows; p++, from += rowStride, to += Width)
        {
            new ReadOnlySpan<float>(from, columns).CopyTo(new Span<float>(to, columns));
            if (columns < Width) new Span<float>(to + columns, Width - columns).Clear();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CopyColumns(float* from, int rowStride, int columnStride, float* to, int columns)
    {
        int width = Width;
        for (int p = 0; p < Rows; p++, from += rowStride, to += width)
        {
            for (int j = 0; j < columns; j++)
                to[j] = from[(long)j * columnStride];
            for (int j = columns; j < width; j++)
                to[j] = 0;
        }
    }
}
