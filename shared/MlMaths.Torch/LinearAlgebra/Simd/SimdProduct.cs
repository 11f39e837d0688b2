using System.Runtime.Intrinsics;

namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// C = AB + starts in 32-bit floats on one core, with vectors as wide as the processor's: 512 bits, else 256, else 128.
/// <see cref="ProductTile{V, W, TEnd}"/> holds the arithmetic and explains it.
/// </summary>
internal static unsafe class SimdProduct
{
    /// <summary>Floats of one vector on this processor.</summary>
    public static int Lanes =>
        Vector512.IsHardwareAccelerated ? Width512.Lanes : Vector256.IsHardwareAccelerated ? Width256.Lanes : Width128.Lanes;

    /// <summary>C [m, n] from A [m, k] and B [k, n].</summary>
    /// <param name="a">A.</param>
    /// <param name="b">B, and what the sums start from.</param>
    /// <param name="c">C, written row by row. With a stride of at least the padded width, the padding is written too.</param>
    /// <param name="stride">Distance in memory from one row of C to the next.</param>
    /// <typeparam name="TEnd">What becomes of the sums.</typeparam>
    public static void Multiply<TEnd>(LeftFactor a, PanelledMatrix b, Span<float> c, int stride)
        where TEnd : IWriteBack
    {
        a.RequireRoom(b.Rows);
        int width = stride >= PanelledMatrix.Padded(b.Columns) ? PanelledMatrix.Padded(b.Columns) : b.Columns;
        ArgumentOutOfRangeException.ThrowIfLessThan(c.Length, (a.Rows - 1) * stride + width, nameof(c));
        fixed (float* left = a.Numbers, result = c)
        {
            StridedRows rows = new(left, a.Rows, a.RowStride, a.ColumnStride);
            if (Vector512.IsHardwareAccelerated) ProductTile<Vector512<float>, Width512, TEnd>.Multiply(rows, b, result, stride);
            else if (Vector256.IsHardwareAccelerated) ProductTile<Vector256<float>, Width256, TEnd>.Multiply(rows, b, result, stride);
            else ProductTile<Vector128<float>, Width128, TEnd>.Multiply(rows, b, result, stride);
        }
    }
}
