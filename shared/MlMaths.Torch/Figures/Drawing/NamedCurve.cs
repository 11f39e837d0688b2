namespace MlMaths.Torch.Figures;

/// <summary>A line of a figure.</summary>
/// <param name="Name">What stands at its end.</param>
/// <param name="Values">One per place across; null where it is not defined.</param>
public sealed record NamedCurve(string Name, IReadOnlyList<double?> Values);
