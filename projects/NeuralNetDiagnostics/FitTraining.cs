using MlMaths.Torch.Diagnosis;
using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.NeuralNetDiagnostics;

/// <summary>A training that shows how well a net fits, and how it ended.</summary>
/// <param name="Name">What it is an example of.</param>
/// <param name="Made">How it was made so.</param>
/// <param name="BestKept">Whether early stopping put the best epoch's weights back.</param>
/// <param name="History">Both losses, epoch by epoch.</param>
/// <param name="TrainingLoss">Of the finished net on the rows that it learnt from.</param>
/// <param name="ValidationLosses">Its loss on each validation row.</param>
/// <param name="ValidationLoss">Their mean, with its interval over rows.</param>
/// <param name="TrainingAccuracy">Share of right calls.</param>
/// <param name="ValidationAccuracy">Likewise.</param>
internal sealed record FitTraining(
    string Name, string Made, bool BestKept, TrainingHistory History, double TrainingLoss,
    IReadOnlyList<double> ValidationLosses, Interval ValidationLoss,
    double TrainingAccuracy, double ValidationAccuracy)
{
    /// <summary>The fault that the last of the three is meant to have, as the rules name it.</summary>
    public const string Underfitting = "underfitting";

    /// <summary>A validation loss that ends so many times above its least has turned.</summary>
    public const double Rise = 1.02;

    /// <summary>The epoch after which the validation loss was least; null where there was none.</summary>
    public int? TurningEpoch => Validation.Count == 0 ? null : Validation.Index().MinBy(epoch => epoch.Item).Index + 1;

    /// <summary>That least loss.</summary>
    public double LowestValidation => Validation.Min();

    /// <summary>The loss of the last epoch, best weights or not.</summary>
    public double LastValidation => Validation[^1];

    private IReadOnlyList<double> Validation => History.Curve("loss", "validation").Values;

    /// <summary>What the rules read of it, where guessing at random has that loss.</summary>
    public TrainingFacts Facts(double lossOfChance) => new(History, lossOfChance) { BestKept = BestKept };

    /// <summary>What they find in it.</summary>
    public IReadOnlyList<string> Faults(double lossOfChance) =>
        [.. TrainingDiagnoses.Of(Facts(lossOfChance)).Where(finding => finding.Present).Select(finding => finding.Fault)];

    /// <summary>The gap of the last epoch, which the figure brackets, best weights or not.</summary>
    public double LastGap => LastValidation - History.ComparableLoss.Values[^1];

    /// <summary>
    /// Validation loss less training loss: what was learnt and does not carry over. The training rows are all there are, so
    /// that only the validation rows could have been others.
    /// </summary>
    public Interval Gap => ValidationLoss.Plus(-TrainingLoss);
}
