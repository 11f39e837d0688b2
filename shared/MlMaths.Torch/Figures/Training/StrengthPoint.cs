namespace MlMaths.Torch.Figures;

/// <summary>What the seeds of one strength of regularisation came to.</summary>
/// <param name="Strength">0 is none.</param>
/// <param name="TrainingLosses">One per seed that did not diverge.</param>
/// <param name="ValidationLosses">Likewise.</param>
public sealed record StrengthPoint(double Strength, IReadOnlyList<double> TrainingLosses, IReadOnlyList<double> ValidationLosses);
