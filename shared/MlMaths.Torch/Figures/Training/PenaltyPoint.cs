namespace MlMaths.Torch.Figures;

/// <summary>What one strength of penalty led to.</summary>
/// <param name="Penalty">The strength λ, above 0.</param>
/// <param name="TrainingLoss">Loss on the rows that were fitted, without the penalty, nats per row.</param>
/// <param name="ValidationLoss">Loss on the rows that choose, nats per row.</param>
/// <param name="Weights">The weights in standardised units, in the order of the columns.</param>
public sealed record PenaltyPoint(double Penalty, double TrainingLoss, double ValidationLoss, IReadOnlyList<double> Weights);
