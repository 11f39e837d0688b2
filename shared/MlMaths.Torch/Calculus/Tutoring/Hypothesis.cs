namespace MlMaths.Torch.Calculus;

/// <summary>
/// A mistake in one derivation, as a loss that has the mistaken gradient as its right one. A wrong derivative is the right
/// derivative of something else: a path is forgotten where its value is taken as a constant, and a slope is another's where
/// the value stays and the slope is replaced (<see cref="StandIn"/>). So one line of the forward pass says each mistake, and
/// autograd carries it to every parameter.
/// </summary>
/// <param name="Mistake">Its name.</param>
/// <param name="Term">The term of the formula to look at.</param>
/// <param name="Loss">[], whose gradient is the mistaken one; it throws where the shapes do not let the mistake happen.</param>
internal sealed record Hypothesis(Mistake Mistake, string Term, Func<DerivationPoint, Tensor> Loss)
{
    /// <summary>The mistaken gradient of every parameter; null where the mistake cannot be made at this point.</summary>
    public IReadOnlyDictionary<string, GradientNumbers>? At(DerivationPoint point)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        var inputs = point.Derivation.Inputs.ToDictionary(
            input => input.Name,
            input => input.IsDifferentiated ? point[input.Name].detach().clone().requires_grad_(true) : point[input.Name]);
        Tensor[] varied = [.. point.Derivation.Inputs.Where(input => input.IsDifferentiated).Select(input => inputs[input.Name])];
        Tensor L;
        try
        {
            L = Loss(new DerivationPoint(point.Derivation, inputs));
        }
        catch (System.Runtime.InteropServices.ExternalException)
        {
            return null; // two matrices whose sizes do not meet
        }

        // Every parameter takes part, so that each has a gradient: 0 where the mistaken loss does not depend on it.
        foreach (Tensor leaf in varied) L += 0 * leaf.sum();
        L.backward();
        return point.Derivation.Inputs.Where(input => input.IsDifferentiated)
            .ToDictionary(input => input.Name, input => GradientNumbers.Of(inputs[input.Name].grad!));
    }
}
