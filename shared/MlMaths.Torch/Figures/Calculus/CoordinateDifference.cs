namespace MlMaths.Torch.Figures;

/// <summary>How far two other answers lie from the hand-derived gradient in one coordinate, as absolute differences.</summary>
/// <param name="Coordinate">Its name.</param>
/// <param name="ToAutograd">|hand − autograd|.</param>
/// <param name="ToDifferences">|hand − central differences|.</param>
public sealed record CoordinateDifference(string Coordinate, double ToAutograd, double ToDifferences);
