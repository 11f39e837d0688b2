namespace MlMaths.Torch.Calculus;

/// <summary>A letter of a derivation.</summary>
/// <param name="Name">The letter, for instance <c>W1</c>.</param>
/// <param name="Shape">A letter for each size, in order; empty for a single number.</param>
/// <param name="IsDifferentiated">Whether the gradient is asked for it; the others stay fixed.</param>
/// <param name="Domain">Which numbers it may hold.</param>
public sealed record DerivationInput(
    string Name, IReadOnlyList<string> Shape, bool IsDifferentiated, InputDomain Domain = InputDomain.Real)
{
    /// <summary>The letter with its shape: <c>W1 [d, h]</c>.</summary>
    public override string ToString() => $"{Name} [{string.Join(", ", Shape)}]";

    internal static DerivationInput Varied(string name, params string[] shape) => new(name, shape, IsDifferentiated: true);

    internal static DerivationInput Fixed(string name, params string[] shape) => new(name, shape, IsDifferentiated: false);
}
