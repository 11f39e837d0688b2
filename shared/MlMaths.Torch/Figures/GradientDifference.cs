namespace MlMaths.Torch.Figures;

/// <summary>How far two other answers lie from the hand-derived gradient of one parameter, as absolute differences.</summary>
/// <param name="Parameter">Name of the parameter.</param>
/// <param name="ToAutograd">|hand − autograd|.</param>
/// <param name="ToDifferences">|hand − central differences|.</param>
public sealed record GradientDifference(string Parameter, double ToAutograd, double ToDifferences);
