using MlMaths.Torch.Data;

namespace MlMaths.Torch.ImbalancedDecision.Candidates;

/// <summary>What the training rows taught about the features: which are taken as logarithms, and the mean and deviation of each.</summary>
/// <param name="Skewed">Taken as logarithms.</param>
/// <param name="Scaler">Of the columns after that.</param>
internal sealed record FeatureScale(SkewedColumns Skewed, FittedScaler Scaler);
