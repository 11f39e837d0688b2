using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MlMaths.Torch.Calculus;

/// <summary>
/// Softmax cross-entropy of many rows and its gradient in the place of the logits:
///
/// <code>
/// ℓᵢ = ln Σⱼ e^(zᵢⱼ − M) + M − zᵢ,yᵢ      M = maxⱼ zᵢⱼ, so that e^z never overflows
/// dz = (p − Y) / n
/// </code>
/// Rows are padded to whole vectors by logits of −∞: e^−∞ = 0 adds nothing to a sum, and their gradient is 0.
/// </summary>
internal static class SimdSoftmax
{
    /// <summary>Σᵢ ℓᵢ; dz in place of z.</summary>
    /// <param name="z">[n, stride], a whole number of vectors of 512 bits in each row.</param>
    /// <param name="stride">Distance in memory from one row to the next.</param>
    /// <param name="y">Classes [n].</param>
    /// <param name="n">What dz is divided by.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double LossAndGradient(Span<float> z, int stride, ReadOnlySpan<long> y, int n)
    {
        double sum = 0;
        float share = 1f / n;
        for (int i = 0; i < y.Length; i++)
        {
            Span<float> row = z.Slice(i * stride, stride);
            float own = row[(int)y[i]];
            (float largest, float total) = Exponentials(row);
            sum += Math.Log(total) + largest - own;
            Scale(row, share / total);
            row[(int)y[i]] -= share;
        }
        return sum;
    }

    /// <summary>Σᵢ ℓᵢ; z is used up.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Loss(Span<float> z, int stride, ReadOnlySpan<long> y)
    {
        double sum = 0;
        for (int i = 0; i < y.Length; i++)
        {
            Span<float> row = z.Slice(i * stride, stride);
            float own = row[(int)y[i]];
            (float largest, float total) = Exponentials(row);
            sum += Math.Log(total) + largest - own;
        }
        return sum;
    }

    /// <summary>M and Σⱼ e^(zⱼ − M); e^(z − M) in place of z.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (float Largest, float Total) Exponentials(Span<float> row)
    {
        Span<Vector512<float>> vectors = MemoryMarshal.Cast<float, Vector512<float>>(row);
        Vector512<float> most = vectors[0];
        for (int v = 1; v < vectors.Length; v++) most = Vector512.Max(most, vectors[v]);
        float largest = Largest(most);
        Vector512<float> shift = Vector512.Create(largest), total = Vector512<float>.Zero;
        for (int v = 0; v < vectors.Length; v++)
        {
            vectors[v] = Vector512.Exp(vectors[v] - shift);
            total += vectors[v];
        }
        return (largest, Vector512.Sum(total));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Scale(Span<float> row, float factor)
    {
        Span<Vector512<float>> vectors = MemoryMarshal.Cast<float, Vector512<float>>(row);
        for (int v = 0; v < vectors.Length; v++) vectors[v] *= factor;
    }

    /// <summary>The largest of sixteen numbers, by halves.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Largest(Vector512<float> numbers)
    {
        Vector256<float> eight = Vector256.Max(numbers.GetLower(), numbers.GetUpper());
        Vector128<float> four  = Vector128.Max(eight.GetLower(), eight.GetUpper());
        return MathF.Max(MathF.Max(four[0], four[1]), MathF.Max(four[2], four[3]));
    }
}
