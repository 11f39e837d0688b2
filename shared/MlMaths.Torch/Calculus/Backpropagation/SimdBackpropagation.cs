using System.Runtime.InteropServices;
using MlMaths.Torch.Data;
using MlMaths.Torch.Models;

namespace MlMaths.Torch.Calculus;

/// <summary>
/// The gradient that <see cref="Backpropagation"/> derives, in plain C#: θ is read and ∇L written where libtorch keeps them, in
/// 32-bit floats on one core, and no tensor is made. A small net spends most of a step on calls into libtorch, which
/// are all saved here; the products themselves run at the speed of the processor.
///
/// <para>For ReLU alone, because bias, activation and slope then ride on the way of the sums from registers to memory.</para>
/// </summary>
public sealed class SimdBackpropagation : IGradientSource
{
    // A validation pass over any number of rows goes in blocks that stay in the cache.
    private const int RowsOfBlock = 512;

    private readonly Perceptron _model;
    private readonly float _λ;
    private readonly SimdLayer[] _layers;

    /// <summary>Backpropagation for <paramref name="model"/> with penalty <paramref name="λ"/> ≥ 0 on the weights.</summary>
    /// <exception cref="UserMistakeException">The net is not of the kind that this source knows.</exception>
    public SimdBackpropagation(Perceptron model, double λ)
    {
        if (Obstacle(model) is string obstacle)
        {
            throw new UserMistakeException($"The SIMD gradient does not apply: {obstacle}; use the tensor gradient, "
                + $"which supports every net.");
        }
        (_model, _λ) = (model, (float)Finite.NotNegative(λ));
        _layers = [.. SimdLayer.Of(model.Parameters, model.Widths)];
    }

    /// <summary>Why this source does not apply to a net, as a clause; null where it does.</summary>
    public static string? Obstacle(Perceptron model) => model switch
    {
        { Activation: not Activation.Relu } =>
            $"it supports only the activation relu, and the net has {model.Activation.ToString().ToLowerInvariant()}",
        { Dropout: not null } => "it does not support dropout, and the net has it",
        _ when model.Parameters.Values.dtype != torch.ScalarType.Float32 =>
            $"it works in 32-bit floats, and the net in {model.Parameters.Values.dtype}",
        _ when model.Parameters.Values.device.type != DeviceType.CPU =>
            $"it works on the CPU, and the net is on {model.Parameters.Values.device}",
        _ => null,
    };

    /// <inheritdoc/>
    public ParameterVector Parameters => _model.Parameters;

    /// <inheritdoc/>
    public double Loss(Batch batch)
    {
        using var rows = new BatchNumbers(batch);
        ReadOnlySpan<float> θ = NumbersOf(Parameters.Values);
        double sum = 0;
        foreach (SimdLayer layer in _layers) layer.Load(θ);
        for (int first = 0; first < batch.Rows; first += RowsOfBlock)
        {
            int n = Math.Min(RowsOfBlock, batch.Rows - first);
            Forward(rows.X[(first * _layers[0].Inputs)..], n);
            sum += SimdSoftmax.Loss(_layers[^1].Outputs, _layers[^1].Stride, rows.y.Slice(first, n));
        }

        return sum / batch.Rows + Penalty(θ);
    }

    /// <inheritdoc/>
    public double Differentiate(Batch batch)
    {
        using var rows = new BatchNumbers(batch);
        int n = batch.Rows;
        ReadOnlySpan<float> θ = NumbersOf(Parameters.Values);
        Span<float> gradient = NumbersOf(Parameters.Gradient);
        foreach (SimdLayer layer in _layers) layer.Load(θ);

        Forward(rows.X, n);
        SimdLayer last = _layers[^1];
        double L = SimdSoftmax.LossAndGradient(last.Outputs, last.Stride, rows.y, n) / n + Penalty(θ);
        for (int l = _layers.Length - 1; l > 0; l--)
        {
            _layers[l].AccumulateGradient(_layers[l - 1].Outputs, _layers[l - 1].Stride, n, gradient, θ, _λ);
            _layers[l].Backward(_layers[l - 1], n, θ);
        }

        _layers[0].AccumulateGradient(rows.X, _layers[0].Inputs, n, gradient, θ, _λ);
        return L;
    }

    private void Forward(ReadOnlySpan<float> X, int n)
    {
        _layers[0].Forward(X, _layers[0].Inputs, n);
        for (int l = 1; l < _layers.Length; l++)
            _layers[l].Forward(_layers[l - 1].Outputs, _layers[l - 1].Stride, n);
    }

    private double Penalty(ReadOnlySpan<float> θ)
    {
        double squares = 0;
        if (_λ == 0) return 0;
        foreach (SimdLayer layer in _layers)
            squares += SimdVector.SumOfSquares(layer.Weights(θ));
        return _λ / 2 * squares;
    }

    /// <summary>The numbers of a tensor on the CPU, where they lie.</summary>
    internal static Span<float> NumbersOf(Tensor vector) => MemoryMarshal.Cast<byte, float>(vector.bytes);

    /// <summary>The numbers of a batch, where they lie; of a batch that is a view with gaps, a copy.</summary>
    private readonly ref struct BatchNumbers : IDisposable
    {
        private readonly Tensor? _copyOfX, _copyOfy;

        public BatchNumbers(Batch batch)
        {
            if (batch.X.dtype != torch.ScalarType.Float32 || batch.y.dtype != torch.ScalarType.Int64)
                throw new ArgumentException($"X is {batch.X.dtype} and y {batch.y.dtype}: they must be Float32 and Int64.", nameof(batch));
            _copyOfX = batch.X.is_contiguous() ? null : batch.X.contiguous();
            _copyOfy = batch.y.is_contiguous() ? null : batch.y.contiguous();
            X = NumbersOf(_copyOfX ?? batch.X);
            y = MemoryMarshal.Cast<byte, long>((_copyOfy ?? batch.y).bytes);
        }

        public ReadOnlySpan<float> X { get; }

        public ReadOnlySpan<long> y { get; }

        public void Dispose()
        {
            _copyOfX?.Dispose();
            _copyOfy?.Dispose();
        }
    }
}
