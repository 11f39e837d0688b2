using MlMaths.Torch.LinearAlgebra;

namespace MlMaths.Torch.Calculus;

/// <summary>
/// Inputs of a derivation, checked: all of them there, in shapes that fit together, inside their domains. It holds the
/// tensors and does not own them; they live as long as the scope that they were made in.
/// </summary>
public sealed class DerivationPoint
{
    private readonly IReadOnlyDictionary<string, Tensor> _inputs;

    /// <summary>Takes the inputs, when they make sense.</summary>
    /// <param name="derivation">Whose inputs they are.</param>
    /// <param name="inputs">A tensor for each letter.</param>
    /// <exception cref="UserMistakeException">An input is missing, unknown, of another type or outside its domain.</exception>
    /// <exception cref="ShapeException">A shape does not fit the ones before it.</exception>
    public DerivationPoint(IDerivation derivation, IReadOnlyDictionary<string, Tensor> inputs)
    {
        (Derivation, _inputs) = (derivation, inputs);
        CheckNames();
        CheckShapes();
        foreach (DerivationInput input in derivation.Inputs)
            DomainCheck.Require(this, input);
    }

    internal DerivationPoint(IDerivation derivation, params (string Name, Tensor Value)[] inputs)
        : this(derivation, inputs.ToDictionary(input => input.Name, input => input.Value))
    {
    }

    /// <summary>Whose inputs these are.</summary>
    public IDerivation Derivation { get; }

    /// <summary>The input of that letter.</summary>
    public Tensor this[string name] => _inputs[name];

    private void CheckNames()
    {
        string[] known = [.. Derivation.Inputs.Select(input => input.Name)];
        foreach (string name in _inputs.Keys.Except(known))
        {
            // Of one letter only its case can be mistaken.
            string? nearest = known.FirstOrDefault(letter => letter.Equals(name, StringComparison.OrdinalIgnoreCase))
                ?? NearestName.Of(name, known);
            string meant = nearest is null ? "" : $" (did you mean {Quoted.Value(nearest)}?)";
            throw new UserMistakeException(
                $"The derivation '{Derivation.Name}' has no input {Quoted.Value(name)}{meant}: "
                + $"it takes {string.Join(", ", known)}.");
        }

        foreach (DerivationInput input in Derivation.Inputs.Where(input => !_inputs.ContainsKey(input.Name)))
        {
            throw new UserMistakeException(
                $"The derivation '{Derivation.Name}' was not given {input}: it takes {string.Join(", ", known)}.");
        }
    }

    private void CheckShapes()
    {
        var shapes = new ShapeChecker();
        foreach (DerivationInput input in Derivation.Inputs)
        {
            long[] shape = shapes.Require(this[input.Name].shape, input.Name, [.. input.Shape]);
            if (shape.Contains(0))
                throw new ShapeException($"{input.Name}: expected at least one number, was [{string.Join(", ", shape)}]");
        }
    }
}
