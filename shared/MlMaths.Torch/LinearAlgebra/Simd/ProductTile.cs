using System.Runtime.CompilerServices;

namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// The inner loops of a product of matrices.
///
/// <para>The schoolbook's three loops, C[i, j] += A[i, p] B[p, j], load two numbers for each multiplication, and a processor
/// multiplies faster than it loads. A <b>register tile</b> turns that round: a small block of C, so small that all its sums
/// stay in registers while p runs from 0 to k, so large that each loaded number is used several times:</para>
/// <code>
///               B[p, 0…15]   B[p, 16…31]        two loads of a vector
///   A[0, p]   ┌ sum          sum         ┐
///   A[1, p]   │ sum          sum         │      eight loads of one number, repeated in all lanes
///     …       │  …            …          │
///   A[7, p]   └ sum          sum         ┘      16 fused multiply-adds: 256 products from 10 loads
/// </code>
/// <para>Why eight rows by two vectors? A core with 512-bit vectors starts two multiply-adds in each cycle, and a sum is ready
/// again after four: fewer than 8 independent sums leave it waiting. It starts two loads in each cycle as well, so there
/// must be no more loads than multiply-adds: r rows by v vectors need rv ≥ r + v. And rv sums, v vectors of B and one
/// number of A must fit 32 registers: 16 + 2 + 1 does, with names still readable. With 16 registers, four rows by two
/// vectors take 8 + 2 + 1, and eight sums still hide the wait.</para>
/// <para>After K. Goto and R. van de Geijn, Anatomy of High-Performance Matrix Multiplication (2008, ACM Transactions on
/// Mathematical Software 34:12).</para>
/// </summary>
/// <typeparam name="V">The vector.</typeparam>
/// <typeparam name="W">Its operations.</typeparam>
/// <typeparam name="TEnd">What becomes of the sums.</typeparam>
internal static unsafe class ProductTile<V, W, TEnd>
    where V : struct
    where W : IVectorWidth<V>
    where TEnd : IWriteBack
{
    private const int Tallest = 8, HalfHeight = 4;

    private static int Width => 2 * W.Lanes;

    /// <summary>C = AB + starts: panel by panel, and down each panel in tiles of eight rows, of four, of one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(StridedRows a, PanelledMatrix b, float* c, int stride)
    {
        int room = stride >= PanelledMatrix.Padded(b.Columns) ? PanelledMatrix.Padded(b.Columns) : b.Columns;
        for (int first = 0; first < room; first += Width)
        {
            if (room - first >= Width) Down(a, b.At(first), b.Rows, c + first, stride);
            else if (room - first == W.Lanes) DownNarrow(a, b.At(first), b.Rows, c + first, stride);
            else DownBeside(a, b.At(first), b.Rows, c + first, stride, room - first);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Down(StridedRows a, Panel panel, int k, float* c, int stride)
    {
        int i = 0;
        if (W.HasManyRegisters)
        {
            for (; i + Tallest <= a.Rows; i += Tallest)
                EightRows(a.Row(i), a.RowStride, a.ColumnStride, panel, k, c + (long)i * stride, stride);
        }
        for (; i + HalfHeight <= a.Rows; i += HalfHeight)
            FourRows(a.Row(i), a.RowStride, a.ColumnStride, panel, k, c + (long)i * stride, stride);
        for (; i < a.Rows; i++)
            OneRow(a.Row(i), a.ColumnStride, panel, k, c + (long)i * stride);
    }

    /// <summary>A panel of one vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void DownNarrow(StridedRows a, Panel panel, int k, float* c, int stride)
    {
        int i = 0;
        for (; i + Tallest <= a.Rows; i += Tallest)
            EightNarrowRows(a.Row(i), a.RowStride, a.ColumnStride, panel, k, c + (long)i * stride, stride);
        for (; i < a.Rows; i++)
            NarrowRow(a.Row(i), a.ColumnStride, panel, k, c + (long)i * stride);
    }

    /// <summary>The last columns of a C without room for whole vectors: each tile is made beside it and copied as far as C goes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void DownBeside(StridedRows a, Panel panel, int k, float* c, int stride, int columns)
    {
        float* tile = stackalloc float[Tallest * Width];
        for (int i = 0; i < a.Rows; i += Tallest)
        {
            int rows = Math.Min(Tallest, a.Rows - i);
            for (int r = 0; r < rows; r++)
                new ReadOnlySpan<float>(c + (long)(i + r) * stride, columns).CopyTo(new Span<float>(tile + r * Width, columns));
            if (columns <= W.Lanes) DownNarrow(a.From(i, rows), panel, k, tile, Width);
            else Down(a.From(i, rows), panel, k, tile, Width);
            for (int r = 0; r < rows; r++)
                new ReadOnlySpan<float>(tile + r * Width, columns).CopyTo(new Span<float>(c + (long)(i + r) * stride, columns));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void EightRows(float* a, int rowStride, int columnStride, Panel panel, int k, float* c, int stride)
    {
        V l0 = W.Load(panel.Starts), l1 = l0, l2 = l0, l3 = l0, l4 = l0, l5 = l0, l6 = l0, l7 = l0;
        V r0 = W.Load(panel.Starts + W.Lanes), r1 = r0, r2 = r0, r3 = r0, r4 = r0, r5 = r0, r6 = r0, r7 = r0;
        float* a0 = a, a1 = a0 + rowStride, a2 = a1 + rowStride, a3 = a2 + rowStride;
        float* a4 = a3 + rowStride, a5 = a4 + rowStride, a6 = a5 + rowStride, a7 = a6 + rowStride, b = panel.Rows;
        nint step = panel.Step;
        for (nint p = 0, end = (nint)k * columnStride; p < end; p += columnStride, b += step)
        {
            V left = W.Load(b), right = W.Load(b + W.Lanes);
            V x0 = W.Broadcast(a0[p]); l0 = W.MultiplyAdd(x0, left, l0); r0 = W.MultiplyAdd(x0, right, r0);
            V x1 = W.Broadcast(a1[p]); l1 = W.MultiplyAdd(x1, left, l1); r1 = W.MultiplyAdd(x1, right, r1);
            V x2 = W.Broadcast(a2[p]); l2 = W.MultiplyAdd(x2, left, l2); r2 = W.MultiplyAdd(x2, right, r2);
            V x3 = W.Broadcast(a3[p]); l3 = W.MultiplyAdd(x3, left, l3); r3 = W.MultiplyAdd(x3, right, r3);
            V x4 = W.Broadcast(a4[p]); l4 = W.MultiplyAdd(x4, left, l4); r4 = W.MultiplyAdd(x4, right, r4);
            V x5 = W.Broadcast(a5[p]); l5 = W.MultiplyAdd(x5, left, l5); r5 = W.MultiplyAdd(x5, right, r5);
            V x6 = W.Broadcast(a6[p]); l6 = W.MultiplyAdd(x6, left, l6); r6 = W.MultiplyAdd(x6, right, r6);
            V x7 = W.Broadcast(a7[p]); l7 = W.MultiplyAdd(x7, left, l7); r7 = W.MultiplyAdd(x7, right, r7);
        }

        StorePair(l0, r0, c);
        StorePair(l1, r1, c += stride);
        StorePair(l2, r2, c += stride);
        StorePair(l3, r3, c += stride);
        StorePair(l4, r4, c += stride);
        StorePair(l5, r5, c += stride);
        StorePair(l6, r6, c += stride);
        StorePair(l7, r7, c + stride);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FourRows(float* a, int rowStride, int columnStride, Panel panel, int k, float* c, int stride)
    {
        V l0 = W.Load(panel.Starts), l1 = l0, l2 = l0, l3 = l0;
        V r0 = W.Load(panel.Starts + W.Lanes), r1 = r0, r2 = r0, r3 = r0;
        float* a0 = a, a1 = a0 + rowStride, a2 = a1 + rowStride, a3 = a2 + rowStride, b = panel.Rows;
        nint step = panel.Step;
        for (nint p = 0, end = (nint)k * columnStride; p < end; p += columnStride, b += step)
        {
            V left = W.Load(b), right = W.Load(b + W.Lanes);
            V x0 = W.Broadcast(a0[p]); l0 = W.MultiplyAdd(x0, left, l0); r0 = W.MultiplyAdd(x0, right, r0);
            V x1 = W.Broadcast(a1[p]); l1 = W.MultiplyAdd(x1, left, l1); r1 = W.MultiplyAdd(x1, right, r1);
            V x2 = W.Broadcast(a2[p]); l2 = W.MultiplyAdd(x2, left, l2); r2 = W.MultiplyAdd(x2, right, r2);
            V x3 = W.Broadcast(a3[p]); l3 = W.MultiplyAdd(x3, left, l3); r3 = W.MultiplyAdd(x3, right, r3);
        }

        StorePair(l0, r0, c);
        StorePair(l1, r1, c += stride);
        StorePair(l2, r2, c += stride);
        StorePair(l3, r3, c + stride);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void OneRow(float* a, int columnStride, Panel panel, int k, float* c)
    {
        V left = W.Load(panel.Starts), right = W.Load(panel.Starts + W.Lanes);
        float* b = panel.Rows;
        for (int p = 0; p < k; p++, a += columnStride, b += panel.Step)
        {
            V x = W.Broadcast(*a);
            left = W.MultiplyAdd(x, W.Load(b), left);
            right = W.MultiplyAdd(x, W.Load(b + W.Lanes), right);
        }

        StorePair(left, right, c);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void EightNarrowRows(float* a, int rowStride, int columnStride, Panel panel, int k, float* c, int stride)
    {
        V s0 = W.Load(panel.Starts), s1 = s0, s2 = s0, s3 = s0, s4 = s0, s5 = s0, s6 = s0, s7 = s0;
        float* a0 = a, a1 = a0 + rowStride, a2 = a1 + rowStride, a3 = a2 + rowStride;
        float* a4 = a3 + rowStride, a5 = a4 + rowStride, a6 = a5 + rowStride, a7 = a6 + rowStride, b = panel.Rows;
        nint step = panel.Step;
        for (nint p = 0, end = (nint)k * columnStride; p < end; p += columnStride, b += step)
        {
            V row = W.Load(b);
            s0 = W.MultiplyAdd(W.Broadcast(a0[p]), row, s0);
            s1 = W.MultiplyAdd(W.Broadcast(a1[p]), row, s1);
            s2 = W.MultiplyAdd(W.Broadcast(a2[p]), row, s2);
            s3 = W.MultiplyAdd(W.Broadcast(a3[p]), row, s3);
            s4 = W.MultiplyAdd(W.Broadcast(a4[p]), row, s4);
            s5 = W.MultiplyAdd(W.Broadcast(a5[p]), row, s5);
            s6 = W.MultiplyAdd(W.Broadcast(a6[p]), row, s6);
            s7 = W.MultiplyAdd(W.Broadcast(a7[p]), row, s7);
        }

        TEnd.Store<V, W>(s0, c);
        TEnd.Store<V, W>(s1, c += stride);
        TEnd.Store<V, W>(s2, c += stride);
        TEnd.Store<V, W>(s3, c += stride);
        TEnd.Store<V, W>(s4, c += stride);
        TEnd.Store<V, W>(s5, c += stride);
        TEnd.Store<V, W>(s6, c += stride);
        TEnd.Store<V, W>(s7, c + stride);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void NarrowRow(float* a, int columnStride, Panel panel, int k, float* c)
    {
        V sum = W.Load(panel.Starts);
        float* b = panel.Rows;
        for (int p = 0; p < k; p++, a += columnStride, b += panel.Step)
            sum = W.MultiplyAdd(W.Broadcast(*a), W.Load(b), sum);
        TEnd.Store<V, W>(sum, c);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StorePair(V left, V right, float* c)
    {
        TEnd.Store<V, W>(left, c);
        TEnd.Store<V, W>(right, c + W.Lanes);
    }
}
