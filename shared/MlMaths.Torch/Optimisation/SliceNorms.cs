using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MlMaths.Torch.Models;

namespace MlMaths.Torch.Optimisation;

/// <summary>
/// The length of every named slice of a vector as long as θ, and of the whole:
///
/// <code>
/// ‖vₛ‖ = √Σ_(j∈s) vⱼ²        ‖v‖ = √Σₛ ‖vₛ‖²
/// </code>
///
/// On the CPU the numbers are read where they lie; from another device all lengths come in one transfer.
/// </summary>
/// <param name="Each">‖vₛ‖, in the order of the slices.</param>
/// <param name="Whole">‖v‖.</param>
internal sealed record SliceNorms(double[] Each, double Whole)
{
    public static SliceNorms Of(Tensor vector, IReadOnlyList<ParameterSlice> slices)
    {
        double[] squares = vector.device_type == DeviceType.CPU ? OnCpu(vector, slices) : OnDevice(vector, slices);
        return new SliceNorms(Array.ConvertAll(squares, Math.Sqrt), Math.Sqrt(squares.Sum()));
    }

    private static double[] OnDevice(Tensor vector, IReadOnlyList<ParameterSlice> slices)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor squares = vector.to(torch.ScalarType.Float64).square();
        Tensor sums = torch.stack([.. slices.Select(slice => squares.narrow(0, slice.Offset, slice.Length).sum())]);
        return [.. sums.cpu().data<double>()];
    }

    private static double[] OnCpu(Tensor vector, IReadOnlyList<ParameterSlice> slices)
    {
        double[] squares = new double[slices.Count];
        Span<byte> bytes = vector.bytes;
        bool wide = vector.dtype == torch.ScalarType.Float64;
        for (int s = 0; s < squares.Length; s++)
        {
            (int offset, int length) = (slices[s].Offset, slices[s].Length);
            squares[s] = wide
                ? SumOfSquares(MemoryMarshal.Cast<byte, double>(bytes).Slice(offset, length))
                : SumOfSquares(MemoryMarshal.Cast<byte, float>(bytes).Slice(offset, length));
        }

        return squares;
    }

    /// <summary>32 numbers at a time, so that an addition need not wait for the one before it; what is left over, one by one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double SumOfSquares(ReadOnlySpan<double> numbers)
    {
        int whole = numbers.Length / 32 * 32;
        ReadOnlySpan<Vector<double>> vectors = MemoryMarshal.Cast<double, Vector<double>>(numbers[..whole]);
        Vector<double> even = default, odd = default;
        for (int i = 0; i + 1 < vectors.Length; i += 2)
        {
            even += vectors[i] * vectors[i];
            odd += vectors[i + 1] * vectors[i + 1];
        }

        double sum = Vector.Sum(even + odd);
        foreach (double number in numbers[whole..])
            sum += number * number;
        return sum;
    }

    /// <summary>The same, squared and added in double precision: the square of a float never overflows there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double SumOfSquares(ReadOnlySpan<float> numbers)
    {
        int whole = numbers.Length / 32 * 32;
        Vector<double> even = default, odd = default;
        foreach (Vector<float> vector in MemoryMarshal.Cast<float, Vector<float>>(numbers[..whole]))
        {
            Vector.Widen(vector, out Vector<double> low, out Vector<double> high);
            even += low * low;
            odd += high * high;
        }

        double sum = Vector.Sum(even + odd);
        foreach (float number in numbers[whole..])
            sum += (double)number * number;
        return sum;
    }
}
