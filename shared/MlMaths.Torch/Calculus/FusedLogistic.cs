using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using MlMaths.Torch.Data;
using MlMaths.Torch.Models;

namespace MlMaths.Torch.Calculus;

/// <summary>
/// The loss and gradient that <see cref="LogisticLoss"/> derives, in one pass over the rows: a block of them is read from memory once,
/// for z = Xw + b, and is still in the cache for dw = Xᵀ(p − y). On many rows memory is what takes the time, and tensor operations read
/// them twice, and write and read every vector between. On the CPU, in 64-bit floats; the order of all sums is fixed.
/// </summary>
internal sealed class FusedLogistic(LogisticModel model, double λ, double ω = 1) : IGradientSource
{
    private const int NumbersOfBlock = 16_384, MostRows = 256, AtOnce = 4;

    private static readonly int Lanes = Vector512<double>.Count;

    private readonly double _λ = Finite.NotNegative(λ), _ω = Finite.Positive(ω);

    private (Batch Batch, double[] θ, double[] Gradient, double L)? _last;

    /// <summary>Whether all numbers are 64-bit floats on the CPU: they are read where they lie.</summary>
    public static bool Takes(LogisticModel model, Batch batch) => new[] { model.Parameters.Values, batch.X, batch.y }
        .All(tensor => tensor.dtype == torch.ScalarType.Float64 && tensor.device.type == DeviceType.CPU);

    /// <inheritdoc/>
    public ParameterVector Parameters => model.Parameters;

    /// <inheritdoc/>
    public double Loss(Batch batch) => At(batch).L;

    /// <inheritdoc/>
    public double Differentiate(Batch batch)
    {
        (double L, double[] gradient) = At(batch);
        gradient.CopyTo(Numbers(Parameters.Gradient));
        return L;
    }

    // Whoever tries a step and takes it asks the same question twice.
    private (double L, double[] Gradient) At(Batch batch)
    {
        Span<double> θ = Numbers(Parameters.Values);
        if (_last is { } last && ReferenceEquals(last.Batch, batch) && θ.SequenceEqual(last.θ)) return (last.L, last.Gradient);
        using Tensor rows = batch.X.contiguous(), labels = batch.y.contiguous();
        int d = θ.Length - 1;
        double[] w = Padded(θ[..d]), dw = new double[w.Length];
        (double loss, double db) = Pass(Numbers(rows), Numbers(labels), w, θ[d], _ω, d, dw);
        double squares = 0;
        double[] gradient = new double[d + 1];
        for (int j = 0; j < d; j++)
        {
            gradient[j] = dw[j] / batch.Rows + _λ * w[j];
            squares += w[j] * w[j];
        }

        gradient[d] = db / batch.Rows;
        double L = loss / batch.Rows + _λ / 2 * squares;
        _last = (batch, θ.ToArray(), gradient, L);
        return (L, gradient);
    }

    // Σ ωᵢℓᵢ and Σ ωᵢ(pᵢ − yᵢ); Σ ωᵢ(pᵢ − yᵢ)xᵢ is left in dw.
    private static (double Loss, double db) Pass(
        ReadOnlySpan<double> X, ReadOnlySpan<double> y, double[] w, double b, double ω, int d, double[] dw)
    {
        int rows = Math.Clamp(NumbersOfBlock / d / AtOnce * AtOnce, AtOnce, MostRows);
        // A row is read in whole vectors, and so a little beyond its end: of the last block a copy has room for that.
        double[] z = new double[rows], last = new double[rows * d + Lanes];
        double loss = 0, db = 0;
        for (int first = 0; first < y.Length; first += rows)
        {
            int n = Math.Min(rows, y.Length - first);
            ReadOnlySpan<double> block = X[(first * d)..];
            if (block.Length < rows * d + Lanes)
            {
                Array.Clear(last);
                block[..(n * d)].CopyTo(last);
                block = last;
            }

            ReadOnlySpan<double> labels = y.Slice(first, n);
            Project(block, w, b, d, z);
            loss += Residuals(z.AsSpan(0, n), labels, ω);
            z.AsSpan(n).Clear();
            for (int i = 0; i < n; i++) db += z[i];
            Gather(block, z, d, dw);
        }

        return (loss, db);
    }

    // z = Xw + b, four rows at a time: w is loaded once for them. What is read beyond a row meets weights of 0.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Project(ReadOnlySpan<double> block, double[] w, double b, int d, double[] z)
    {
        ref double x = ref MemoryMarshal.GetReference(block), weights = ref MemoryMarshal.GetArrayDataReference(w);
        for (int i = 0; i < z.Length; i += AtOnce)
        {
            Vector512<double> one = default, two = default, three = default, four = default;
            ref double row = ref Unsafe.Add(ref x, i * d);
            for (int j = 0; j < w.Length; j += Lanes)
            {
                Vector512<double> v = Vector512.LoadUnsafe(ref weights, (nuint)j);
                one = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref row, (nuint)j), v, one);
                two = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref row, (nuint)(j + d)), v, two);
                three = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref row, (nuint)(j + 2 * d)), v, three);
                four = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref row, (nuint)(j + 3 * d)), v, four);
            }

            z[i] = Vector512.Sum(one) + b;
            z[i + 1] = Vector512.Sum(two) + b;
            z[i + 2] = Vector512.Sum(three) + b;
            z[i + 3] = Vector512.Sum(four) + b;
        }
    }

    // ℓ = ln(1 + e^z) − yz, with e^−|z| alone, which never overflows; z becomes ω(p − y).
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Residuals(Span<double> z, ReadOnlySpan<double> y, double ω)
    {
        Vector512<double> sum = default, ones = Vector512<double>.One, more = Vector512.Create(ω - 1);
        int whole = z.Length / Lanes * Lanes;
        for (int i = 0; i < whole; i += Lanes)
        {
            var logits = Vector512.Create<double>(z[i..]);
            var labels = Vector512.Create<double>(y[i..]);
            Vector512<double> e = Vector512.Exp(-Vector512.Abs(logits)), over = ones / (ones + e), counted = ones + more * labels;
            Vector512<double> p = Vector512.ConditionalSelect(Vector512.GreaterThanOrEqual(logits, default), over, e * over);
            sum += counted * (Vector512.Max(logits, default) + Vector512.Log(ones + e) - labels * logits);
            (counted * (p - labels)).CopyTo(z[i..]);
        }

        double loss = Vector512.Sum(sum);
        for (int i = whole; i < z.Length; i++)
        {
            double e = Math.Exp(-Math.Abs(z[i])), over = 1 / (1 + e), counted = 1 + (ω - 1) * y[i];
            loss += counted * (Math.Max(z[i], 0) + Math.Log(1 + e) - y[i] * z[i]);
            z[i] = counted * ((z[i] >= 0 ? over : e * over) - y[i]);
        }

        return loss;
    }

    // dw += Xᵀr; what is added beyond d is never looked at.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Gather(ReadOnlySpan<double> block, double[] r, int d, double[] dw)
    {
        ref double x = ref MemoryMarshal.GetReference(block), sums = ref MemoryMarshal.GetArrayDataReference(dw);
        for (int i = 0; i < r.Length; i += AtOnce)
        {
            Vector512<double> one = Vector512.Create(r[i]), two = Vector512.Create(r[i + 1]),
                three = Vector512.Create(r[i + 2]), four = Vector512.Create(r[i + 3]);
            ref double row = ref Unsafe.Add(ref x, i * d);
            for (int j = 0; j < dw.Length; j += Lanes)
            {
                Vector512<double> sum = Vector512.LoadUnsafe(ref sums, (nuint)j);
                sum = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref row, (nuint)j), one, sum);
                sum = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref row, (nuint)(j + d)), two, sum);
                sum = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref row, (nuint)(j + 2 * d)), three, sum);
                Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref row, (nuint)(j + 3 * d)), four, sum).StoreUnsafe(ref sums, (nuint)j);
            }
        }
    }

    private static double[] Padded(ReadOnlySpan<double> w)
    {
        double[] padded = new double[(w.Length + Lanes - 1) / Lanes * Lanes];
        w.CopyTo(padded);
        return padded;
    }

    private static Span<double> Numbers(Tensor vector) => MemoryMarshal.Cast<byte, double>(vector.bytes);
}
