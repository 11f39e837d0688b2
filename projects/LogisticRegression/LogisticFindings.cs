using MlMaths.Torch.Data;
using MlMaths.Torch.Evaluation;

namespace MlMaths.Torch.LogisticRegression;

/// <summary>Everything that was found, station by station.</summary>
/// <param name="Data">The rows and their split.</param>
/// <param name="Audit">The gradient, asked three times.</param>
/// <param name="Path">The optimum at every penalty; null without validation rows.</param>
/// <param name="LearningRates">Descent at three rates, and Newton.</param>
/// <param name="Final">The model that is kept.</param>
/// <param name="Choice">Which threshold is applied, and why.</param>
/// <param name="Test">What the test rows say; null where there are none.</param>
/// <param name="Weights">What the weights say, and how surely.</param>
/// <param name="Moons">A straight and a curved boundary.</param>
internal sealed record LogisticFindings(
    PreparedBatches<BinaryTarget> Data, GradientAudit Audit, PenaltyPath? Path, LearningRateComparison LearningRates, FinalModel Final,
    ThresholdChoice Choice, HeldOutFindings? Test, WeightFindings Weights, Boundaries Moons)
{
    /// <summary>Whether the validation rows chose the penalty, and not the user.</summary>
    public bool IsPenaltyChosen { get; init; }

    /// <summary>What the training rows taught about the columns.</summary>
    public FittedPreparation Preparation { get; init; } = FittedPreparation.Nothing;

    /// <summary>Columns that say what the target is, or may.</summary>
    public required IReadOnlyList<TargetLeak> Leaks { get; init; }
}
