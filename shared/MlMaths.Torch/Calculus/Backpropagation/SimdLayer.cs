using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Models;

namespace MlMaths.Torch.Calculus;

/// <summary>One layer of <see cref="SimdBackpropagation"/>: where its numbers stand in θ, and room for what a step makes of them.</summary>
internal sealed unsafe class SimdLayer
{
    private readonly int _weightAt, _biasAt, _width;
    private readonly bool _isLast;
    private readonly PanelledMatrix _weights, _transposed, _dz;
    private AlignedFloats _outputs;
    private int _room;

    private SimdLayer(ParameterSlice weight, ParameterSlice bias, int inputs, int width, bool isLast)
    {
        (_weightAt, _biasAt, Inputs, _width, _isLast) = (weight.Offset, bias.Offset, inputs, width, isLast);
        Stride = PanelledMatrix.Padded(width);
        _weights = new PanelledMatrix(width);
        _transposed = new PanelledMatrix(inputs);
        _dz = new PanelledMatrix(width);
        _outputs = new AlignedFloats(0);
    }

    public static IEnumerable<SimdLayer> Of(ParameterVector parameters, IReadOnlyList<int> widths) =>
        Enumerable.Range(1, widths.Count - 1).Select(l => new SimdLayer(
            Slice(parameters, $"layer{l}.weight"), Slice(parameters, $"layer{l}.bias"), widths[l - 1], widths[l], l == widths.Count - 1));

    /// <summary>Units of the layer before.</summary>
    public int Inputs { get; }

    /// <summary>From one row of <see cref="Outputs"/> to the next: the units, with room for whole vectors.</summary>
    public int Stride { get; }

    /// <summary>On the forward pass a, or the logits; in the backward pass dz, in the same place.</summary>
    public Span<float> Outputs => _outputs.Span;

    /// <summary>W in θ or dW in ∇L.</summary>
    public ReadOnlySpan<float> Weights(ReadOnlySpan<float> vector) => vector.Slice(_weightAt, Inputs * _width);

    /// <summary>Takes over W and b, ready for the product. Columns of padding come out as 0, and as −∞ among the logits.</summary>
    public void Load(ReadOnlySpan<float> θ)
    {
        _weights.StartFrom(θ.Slice(_biasAt, _width), _isLast ? float.NegativeInfinity : 0);
        _weights.Refer(AddressOf(Weights(θ)), Inputs, _width);
    }

    /// <summary>a = ReLU(XW + b) for n rows; the logits have no ReLU.</summary>
    public void Forward(ReadOnlySpan<float> X, int stride, int n)
    {
        MakeRoom(n);
        LeftFactor rows = LeftFactor.Of(X, n, stride);
        if (_isLast) SimdProduct.Multiply<AsItIs>(rows, _weights, Outputs, Stride);
        else SimdProduct.Multiply<Rectified>(rows, _weights, Outputs, Stride);
    }

    /// <summary>dW = aᵀdz + λW and db = 1ᵀdz, where they stand in ∇L; a [n, Inputs] came from the layer before.</summary>
    public void AccumulateGradient(ReadOnlySpan<float> a, int stride, int n, Span<float> gradient, ReadOnlySpan<float> θ, float λ)
    {
        Span<float> dW = gradient.Slice(_weightAt, Inputs * _width);
        _dz.Refer(_outputs.Start, n, Stride);
        SimdProduct.Multiply<AsItIs>(LeftFactor.Transposed(a, Inputs, stride), _dz, dW, _width);
        if (λ != 0) SimdVector.Add(dW, λ, Weights(θ));
        SimdVector.ColumnSums(Outputs, Stride, n, gradient.Slice(_biasAt, _width));
    }

    /// <summary>dz of the layer before, in the place of its a: dzWᵀ where a was above 0.</summary>
    public void Backward(SimdLayer before, int n, ReadOnlySpan<float> θ)
    {
        _transposed.Copy(Weights(θ), _width, 1, _width);
        SimdProduct.Multiply<WhereItWasPositive>(LeftFactor.Of(Outputs, n, Stride), _transposed, before.Outputs, before.Stride);
    }

    private void MakeRoom(int n)
    {
        if (n <= _room) return;
        _outputs = new AlignedFloats((long)n * Stride);
        _room = n;
    }

    // θ is libtorch's memory, which no garbage collection moves.
    private static float* AddressOf(ReadOnlySpan<float> θ) => (float*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(θ));

    private static ParameterSlice Slice(ParameterVector parameters, string name) => parameters.Slices.Single(slice => slice.Name == name);
}
