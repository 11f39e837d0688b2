namespace MlMaths.Torch.Calculus;

/// <summary>One line of a tape: what was done, to which earlier lines, what came out, and how steeply it depends on each.</summary>
/// <param name="Operation">Null for a leaf, which was given and not made.</param>
/// <param name="Operands">Numbers of earlier lines.</param>
/// <param name="Value">One number, or a vector.</param>
/// <param name="Slopes">The local derivative ∂y/∂a for each operand, element by element; null for one that nobody asks about.</param>
/// <param name="IsAsked">Whether its gradient is wanted: false for a constant and for what is made of constants.</param>
public sealed record TapeEntry(
    Operation? Operation, IReadOnlyList<int> Operands, IReadOnlyList<double> Value,
    IReadOnlyList<IReadOnlyList<double>?> Slopes, bool IsAsked);
