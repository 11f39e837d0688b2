using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// The right factor B [k, n] of a product, in panels: strips as wide as a register tile.
///
/// <code>
///       n = 40                      panel 0 (32 wide)       panel 1 (8 columns and 8 of padding)
///   B = b00 b01 … b39               b00 … b0,31             b0,32 … b0,39 0 … 0
///       b10 b11 …         becomes   b10 … b1,31             b1,32 … b1,39 0 … 0
///       …                           …                       …
/// </code>
///
/// A panel that B holds in full width is read where it lies. What has to be copied is its last, narrow one, and all of a
/// transposed matrix; the kernel never knows. Above the columns stands what their sums start from: the bias, or zeros.
/// </summary>
internal sealed unsafe class PanelledMatrix
{
    // A row of activations is read by vectors of 512 bits, whatever the width of a panel.
    private const int WidestVector = 16;

    private const int Block = 4;

    private readonly AlignedFloats _starts;
    private AlignedFloats? _copy;
    private float* _direct;
    private int _directStride, _directColumns;

    /// <summary>A matrix of so many columns.</summary>
    public PanelledMatrix(int columns)
    {
        Columns = columns;
        _starts = new AlignedFloats(Padded(columns) + Width);
    }

    /// <summary>Columns of one panel: two vectors, as wide as this processor's.</summary>
    public static int Width => 2 * SimdProduct.Lanes;

    /// <summary>k.</summary>
    public int Rows { get; private set; }

    /// <summary>n.</summary>
    public int Columns { get; }

    /// <summary>n with room for whole vectors.</summary>
    public static int Padded(int columns) => (columns + WidestVector - 1) / WidestVector * WidestVector;

    /// <summary>The panel that begins at a column.</summary>
    public Panel At(int first) => first + Width <= _directColumns
        ? new Panel(_starts.Start + first, _direct + first, _directStride)
        : new Panel(_starts.Start + first, _copy!.Start + (long)(first - _directColumns / Width * Width) * Rows, Width);

    /// <summary>What the n sums start from; what those of padding start from.</summary>
    public void StartFrom(ReadOnlySpan<float> starts, float padding = 0)
    {
        starts[..Columns].CopyTo(_starts.Span);
        _starts.Span[Columns..].Fill(padding);
    }

    /// <summary>B = b [k, n], row by row, in memory that stays where it is as long as this refers to it.</summary>
    /// <param name="b">The first number.</param>
    /// <param name="rows">k.</param>
    /// <param name="stride">Distance in memory from one row to the next. With a stride of at least the padded width, there is memory
    /// behind the padding too.</param>
    public void Refer(float* b, int rows, int stride)
    {
        _direct = b;
        (Rows, _directStride) = (rows, stride);
        _directColumns = (stride >= Padded(Columns) ? Padded(Columns) : Columns) / Width * Width;
        if (_directColumns < Padded(Columns)) CopyPanels(b, stride, 1, _directColumns);
    }

    /// <summary>B[p, j] = b[p · rowStride + j · columnStride], copied.</summary>
    /// <param name="b">The numbers.</param>
    /// <param name="rows">k.</param>
    /// <param name="rowStride">Distance in memory from one row to the next.</param>
    /// <param name="columnStride">From one column to the next; 1 for a matrix as it lies, its width for a transposed one.</param>
    public void Copy(ReadOnlySpan<float> b, int rows, int rowStride, int columnStride)
    {
        if (rows > 0)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(
                b.Length, (rows - 1) * rowStride + (Columns - 1) * columnStride + 1, nameof(b));
        }
        (Rows, _directColumns) = (rows, 0);
        fixed (float* from = b)
            CopyPanels(from, rowStride, columnStride, 0);
    }

    private void CopyPanels(float* b, int rowStride, int columnStride, int from)
    {
        long needed = (long)Rows * (Padded(Columns) + Width - from);
        if (_copy is null || _copy.Count < needed) _copy = new AlignedFloats(needed);
        float* panel = _copy.Start;
        for (int first = from; first < Padded(Columns); first += Width, panel += (long)Width * Rows)
        {
            int columns = Math.Clamp(Columns - first, 0, Width);
            if (columnStride == 1) CopyRows(b + first, rowStride, panel, columns);
            else CopyColumns(b + (long)first * columnStride, rowStride, columnStride, panel, columns);
        }
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
        int rows = Rows, width = Width, p = 0, whole = rowStride == 1 && Vector512.IsHardwareAccelerated ? columns / Block * Block : 0;
        if (whole > 0)
        {
            for (; p + Block <= rows; p += Block)
            {
                for (int j = 0; j < whole; j += Block)
                    Transpose(from + p + (long)j * columnStride, columnStride, to + (long)p * width + j, width);
                for (int r = p; r < p + Block; r++)
                    CopyRow(from + r, columnStride, to + (long)r * width, whole, columns);
            }
        }
        for (; p < rows; p++)
            CopyRow(from + (long)p * rowStride, columnStride, to + (long)p * width, 0, columns);
    }

    private static void CopyRow(float* from, int columnStride, float* to, int first, int columns)
    {
        from += (long)first * columnStride;
        for (int j = first; j < columns; j++, from += columnStride) to[j] = *from;
        for (int j = columns; j < Width; j++) to[j] = 0;
    }

    /// <summary>Transposes a block of four by four: all sixteen numbers are one vector, and change places in one instruction.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Transpose(float* from, int stride, float* to, int width)
    {
        var block = Vector512.Create(
            Vector256.Create(Vector128.Load(from), Vector128.Load(from + stride)),
            Vector256.Create(Vector128.Load(from + 2 * (long)stride), Vector128.Load(from + 3 * (long)stride)));
        Vector512<float> turned = Vector512.Shuffle(block, Vector512.Create(0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15));
        turned.GetLower().GetLower().Store(to);
        turned.GetLower().GetUpper().Store(to + width);
        turned.GetUpper().GetLower().Store(to + 2 * width);
        turned.GetUpper().GetUpper().Store(to + 3 * width);
    }
}

/// <summary>One panel.</summary>
/// <param name="starts">What the sums of its columns start from.</param>
/// <param name="rows">Its first row.</param>
/// <param name="step">Step from one row to the next.</param>
internal readonly unsafe struct Panel(float* starts, float* rows, int step)
{
    public float* Starts => starts;

    public float* Rows => rows;

    public int Step => step;
}
