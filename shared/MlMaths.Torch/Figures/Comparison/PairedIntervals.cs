using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Figures;

/// <summary>Two ways to estimate one thing.</summary>
/// <param name="Name">Name of the thing, in a few short words.</param>
/// <param name="First">By the first way, with its interval.</param>
/// <param name="Second">By the second way.</param>
/// <param name="Truth">What it is; null where nobody knows.</param>
public sealed record PairedIntervals(string Name, Interval First, Interval Second, double? Truth);
