namespace MlMaths.Torch.Models;

/// <summary>Where one named parameter stands in θ.</summary>
/// <param name="Name">The parameter's name, for instance <c>w</c>.</param>
/// <param name="Shape">Its shape; empty for a single number.</param>
/// <param name="Offset">Index of its first number in θ.</param>
/// <param name="Length">How many numbers it has.</param>
public sealed record ParameterSlice(string Name, IReadOnlyList<long> Shape, int Offset, int Length);
