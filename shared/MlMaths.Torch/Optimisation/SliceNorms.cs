using System.Numerics;
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

    /// <summary>Four vectors at a time, so that an addition need not wait for the one before it; what is left over, one by one.</summary>
    private static double SumOfSquares(ReadOnlySpan<double> numbers)
    {
        int width = Vector<double>.Count, done = 0;
        Vector<double> a = default, b = default, c = default, d = default;
        for (; done + 32 <= numbers.Length; done += 4 * width)
        {
            Vector<double> v = new(numbers[done..]), w = new(numbers[(done + width)..]);
            Vector<double> x = new(numbers[(done + 2 * width)..]), y = new(numbers[(done + 3 * width)..]);
            (a, b, c, d) = (a + v * v, b + w * w, c + x * x, d + y * y);
        }

        double sum = Vector.Sum(a + b + (c + d));
        foreach (double number in numbers[done..])
            sum += number * number;
        return sum;
    }

    /// <summary>Squared and added in double precision.</summary>
    private static double SumOfSquares(ReadOnlySpan<float> numbers)
    {
        int width = Vector<float>.Count, done = 0;
        Vector<double> a = default, b = default;
        for (; done + width <= numbers.Length; done += width)
        {
            Vector.Widen(new Vector<float>(numbers[done..]), out Vector<double> low, out Vector<double> high);
            (a, b) = (a + low * low, b + high * high);
        }

        double sum = Vector.Sum(a + b);
        foreach (float number in numbers[done..])
            sum += (double)number * number;
        return sum;
    }
}
