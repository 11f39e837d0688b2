using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Figures;

/// <summary>A row of a forest plot.</summary>
/// <param name="Name">What was estimated; a user's column name, for instance.</param>
/// <param name="Estimate">The estimate with its interval.</param>
public sealed record NamedInterval(string Name, Interval Estimate);
