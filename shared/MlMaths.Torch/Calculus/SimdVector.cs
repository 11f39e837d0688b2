using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MlMaths.Torch.Calculus;

/// <summary>Sums along vectors of any length: whole registers first, then what is left over.</summary>
internal static class SimdVector
{
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

    /// <summary>sumsⱼ ← Σᵢ zᵢⱼ for n rows, each padded to whole vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ColumnSums(ReadOnlySpan<float> z, int stride, int n, Span<float> sums)
    {
        Span<float> part = stackalloc float[Lanes];
        ReadOnlySpan<Vector512<float>> vectors = MemoryMarshal.Cast<float, Vector512<float>>(z);
        int perRow = stride / Lanes;
        for (int first = 0; first < sums.Length; first += Lanes)
        {
            Vector512<float> sum = Vector512<float>.Zero;
            for (int i = 0; i < n; i++) sum += vectors[i * perRow + first / Lanes];
            sum.CopyTo(part);
            part[..Math.Min(Lanes, sums.Length - first)].CopyTo(sums[first..]);
        }
    }
}
