using MlMaths.Torch.Data;
using MlMaths.Torch.Models;

namespace MlMaths.Torch.Calculus;

/// <summary>
/// A derivation at a point as a gradient source: θ are the differentiated inputs, side by side, and the others stay as they
/// are. By hand itself, and the same question put to autograd and to differences.
/// </summary>
public sealed class DerivationSource : IGradientSource, IDisposable
{
    private readonly IDerivation _derivation;
    private readonly Dictionary<string, Tensor> _fixed = [];

    /// <summary>Copies the point's inputs.</summary>
    public DerivationSource(DerivationPoint point)
    {
        _derivation = point.Derivation;
        DerivationInput[] varied = [.. _derivation.Inputs.Where(input => input.IsDifferentiated)];
        Tensor first = point[varied[0].Name];
        Parameters = new ParameterVector([.. varied.Select(input => (input.Name, point[input.Name].shape))], first.device, first.dtype);

        using IDisposable unrecorded = torch.no_grad();
        foreach (DerivationInput input in varied)
            Parameters[input.Name].copy_(point[input.Name]);
        foreach (DerivationInput input in _derivation.Inputs.Except(varied))
            _fixed[input.Name] = point[input.Name].detach().clone().DetachFromDisposeScope();

        Point = new DerivationPoint(_derivation, _derivation.Inputs.ToDictionary(
            input => input.Name, input => input.IsDifferentiated ? Parameters[input.Name] : _fixed[input.Name]));
        Batch = new Batch(Parameters.Values, Parameters.Values);
        Autograd = new Autograd(Parameters, _ => _derivation.Loss(Point));
        Differences = new FiniteDifferences(this);
    }

    /// <summary>The inputs as θ has them now.</summary>
    public DerivationPoint Point { get; }

    /// <summary>What to hand over where a source asks for a batch: the rows are inputs of the point, and no answer looks at it.</summary>
    public Batch Batch { get; }

    /// <inheritdoc/>
    public ParameterVector Parameters { get; }

    /// <summary>The same question, put to autograd.</summary>
    public IGradientSource Autograd { get; }

    /// <summary>The same question, answered by trying.</summary>
    public IGradientSource Differences { get; }

    /// <inheritdoc/>
    public double Loss(Batch batch)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using (torch.no_grad())
            return _derivation.Loss(Point).ToDouble();
    }

    /// <inheritdoc/>
    public double Differentiate(Batch batch)
    {
        using (torch.no_grad())
        {
            foreach ((string name, Tensor gradient) in _derivation.Gradient(Point))
                Parameters.GradientOf(name).copy_(gradient);
            return _derivation.Loss(Point).ToDouble();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Parameters.Dispose();
        foreach (Tensor tensor in _fixed.Values)
            tensor.Dispose();
    }
}
