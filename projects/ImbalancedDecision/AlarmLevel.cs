using MlMaths.Torch.Evaluation;

namespace MlMaths.Torch.ImbalancedDecision;

/// <summary>The lowest threshold that calls at most a given share of the negatives.</summary>
/// <param name="Most">That share.</param>
/// <param name="Flags">What it flags.</param>
internal sealed record AlarmLevel(double Most, ConfusionMatrix Flags)
{
    /// <summary>Distances that on the axis of a ROC curve look like nothing, little and some.</summary>
    public static IReadOnlyList<double> Usual { get; } = [0.001, 0.01, 0.05];

    public static AlarmLevel Of(ThresholdCounts counts, double most)
    {
        int within = counts.FalsePositives.Count(alarms => alarms <= most * counts.Negatives);
        return new AlarmLevel(most, counts.At(within == 0 ? double.PositiveInfinity : counts.Thresholds[within - 1]));
    }
}
