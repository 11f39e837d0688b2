namespace MlMaths.Torch.Calculus;

/// <summary>One row of the backward pass: how the result depends on a node, through each of the nodes that were made of it.</summary>
/// <param name="Node">Which node.</param>
/// <param name="Gradient">∂L/∂ of the node, as long as its value; null where it is not defined.</param>
/// <param name="ChainRule">The chain rule with letters and with numbers: ∂L/∂v3 = ∂L/∂v5 · ∂v5/∂v3 = 0.12 · 2 = 0.24.</param>
/// <param name="Through">The local derivatives, one for each node that was made of it.</param>
/// <param name="Remark">Why it is not defined.</param>
public sealed record BackwardStep(
    string Node, IReadOnlyList<double>? Gradient, string ChainRule, IReadOnlyList<LocalDerivative> Through, string? Remark)
{
    /// <summary>The gradient as it stands in a formula.</summary>
    public string WrittenGradient => Gradient is null ? "not defined" : WrittenNumber.Of(Gradient);
}
