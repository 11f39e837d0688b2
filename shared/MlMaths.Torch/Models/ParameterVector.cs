namespace MlMaths.Torch.Models;

/// <summary>
/// All parameters of a model as one vector θ and their gradient as one vector ∇L, both of length p.
///
/// <code>
/// θ  = [ w₁ … w_d | b ]            values      [p]
/// ∇L = [ ∂L/∂w₁ … ∂L/∂w_d | ∂L/∂b ]  gradient    [p]
/// </code>
///
/// Every named parameter is a view into θ, and its <c>.grad</c> a view into ∇L: autograd adds into ∇L in place, and an
/// update rule is what the formula says, θ ← θ − η∇L, whatever the model is made of.
/// </summary>
public sealed class ParameterVector : IDisposable
{
    private readonly Dictionary<string, (Tensor Value, Tensor Gradient)> _views = [];

    /// <summary>Parameters that are all zero, side by side in the order given.</summary>
    public ParameterVector(
        IReadOnlyList<(string Name, long[] Shape)> parameters, torch.Device device, torch.ScalarType type = torch.ScalarType.Float64)
    {
        var slices = new List<ParameterSlice>();
        int offset = 0;
        foreach ((string name, long[] shape) in parameters)
        {
            int length = (int)shape.Aggregate(1L, (product, size) => product * size);
            slices.Add(new ParameterSlice(name, shape, offset, length));
            offset += length;
        }

        Slices = slices;
        Values = torch.zeros(offset, type, device).DetachFromDisposeScope();
        Gradient = torch.zeros(offset, type, device).DetachFromDisposeScope();
        foreach (ParameterSlice slice in slices)
            _views[slice.Name] = Views(slice);
    }

    /// <summary>θ [p].</summary>
    public Tensor Values { get; }

    /// <summary>∇L [p], as the last gradient source left it.</summary>
    public Tensor Gradient { get; }

    /// <summary>The named parameters, in the order in which they stand in θ.</summary>
    public IReadOnlyList<ParameterSlice> Slices { get; }

    /// <summary>p, the number of numbers that are learnt.</summary>
    public int Count => Slices.Sum(slice => slice.Length);

    /// <summary>The parameter of that name: a view into θ that autograd follows.</summary>
    public Tensor this[string name] => _views[name].Value;

    /// <summary>Its gradient: a view into ∇L.</summary>
    public Tensor GradientOf(string name) => _views[name].Gradient;

    /// <summary>∇L ← 0; a gradient source that adds into it starts from here.</summary>
    public void ClearGradient() => Gradient.zero_();

    /// <summary>θ, copied out as numbers.</summary>
    public double[] ToArray() => TensorNumbers.Of(Values);

    /// <summary>∇L, copied out as numbers.</summary>
    public double[] GradientToArray() => TensorNumbers.Of(Gradient);

    /// <summary>
    /// θ ← the numbers given, in the order of <see cref="Slices"/>; NaN and infinite ones too, as a training that
    /// diverged has them.
    /// </summary>
    /// <exception cref="ArgumentException">Their count is not <see cref="Count"/>.</exception>
    public void Set(double[] values)
    {
        if (values.Length != Count)
            throw new ArgumentException($"θ has {Count} numbers, but {values.Length} were given.", nameof(values));

        using DisposeScope scope = torch.NewDisposeScope();
        using (torch.no_grad())
            Values.copy_(TensorCopy.Of(values, dtype: Values.dtype, device: Values.device));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach ((Tensor value, Tensor gradient) in _views.Values)
        {
            value.Dispose();
            gradient.Dispose();
        }

        Values.Dispose();
        Gradient.Dispose();
    }

    private (Tensor Value, Tensor Gradient) Views(ParameterSlice slice)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        long[] shape = [.. slice.Shape];
        Tensor value    = Values.narrow(0, slice.Offset, slice.Length).view(shape).requires_grad_(true);
        Tensor gradient = Gradient.narrow(0, slice.Offset, slice.Length).view(shape);
        value.grad = gradient;
        return (value.DetachFromDisposeScope(), gradient.DetachFromDisposeScope());
    }
}
