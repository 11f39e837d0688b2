using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MlMaths.Torch.Calculus;

/// <summary>Sums along vectors of any length: whole registers first, then what is left over.</summary>
internal static class SimdVector
{
    private const int MostOnStack = 4096;

    private static int Lanes => Vector512<float>.Count;

    /// <summary>Σⱼ xⱼ²</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double SumOfSquares(ReadOnlySpan<float> x)
    {
        ReadOnlySpan<Vector512<float>> vectors = MemoryMarshal.Cast<float, Vector512<float>>(x);
        Vector512<float> squares = Vector512<float>.Zero;
        foreach (Vector512<float> vector in vectors) squares = Vector512.FusedMultiplyAdd(vector, vector, squares);
        double sum = Vector512.Sum(squares);
        for (int j = vectors.Length * Lanes; j < x.Length; j++) sum += x[j] * x[j];
        return sum;
    }

    /// <summary>y ← y + λx</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(Span<float> y, float λ, ReadOnlySpan<float> x)
    {
        Span<Vector512<float>> sums = MemoryMarshal.Cast<float, Vector512<float>>(y);
        ReadOnlySpan<Vector512<float>> vectors = MemoryMarshal.Cast<float, Vector512<float>>(x);
        for (int v = 0; v < vectors.Length; v++) sums[v] += λ * vectors[v];
        for (int j = vectors.Length * Lanes; j < x.Length; j++) y[j] += λ * x[j];
    }

    /// <summary>
    /// sumsⱼ ← Σᵢ zᵢⱼ for n rows, each padded to whole vectors. Row by row: the sums of a row do not wait for each
    /// other.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ColumnSums(ReadOnlySpan<float> z, int stride, int n, Span<float> sums)
    {
        Span<float> padded = stride <= MostOnStack ? stackalloc float[stride] : new float[stride];
        padded.Clear();
        Span<Vector512<float>> totals = MemoryMarshal.Cast<float, Vector512<float>>(padded);
        for (int i = 0; i < n; i++)
        {
            ReadOnlySpan<Vector512<float>> row = MemoryMarshal.Cast<float, Vector512<float>>(z.Slice(i * stride, stride));
            for (int v = 0; v < totals.Length; v++) totals[v] += row[v];
        }
        padded[..sums.Length].CopyTo(sums);
    }
}
