using MlMaths.Torch.Evaluation;
using MlMaths.Torch.ImbalancedDecision.Candidates;

namespace MlMaths.Torch.ImbalancedDecision;

/// <summary>All that the page is written from.</summary>
/// <param name="Data">The rows in their parts.</param>
/// <param name="Models">All that were trained.</param>
/// <param name="Choice">Which of them decides, and how its logits become probabilities.</param>
/// <param name="Costs">Of mistakes and reviews.</param>
/// <param name="Validation">The rows that everything was chosen on.</param>
/// <param name="Test">The rows that were scored once.</param>
/// <param name="Cost">The threshold, what it costs, and what would change it.</param>
/// <param name="OnTest">How all models do on the test rows.</param>
/// <param name="Curves">Every threshold at once.</param>
/// <param name="Monitor">What happens once the model is used.</param>
internal sealed record DecisionFindings(
    DecisionData Data, IReadOnlyList<CandidateModel> Models, ModelChoice Choice, ErrorCosts Costs, ScoredRows Validation, ScoredRows Test,
    CostFindings Cost, TestFindings OnTest, CurvesFindings Curves, MonitorFindings Monitor)
{
    /// <summary>Columns that say what the target is, or may.</summary>
    public required IReadOnlyList<TargetLeak> Leaks { get; init; }

    /// <summary>Whether the base rate of the drawn windows was asked for.</summary>
    public required bool WasRateGiven { get; init; }

    /// <summary>Whether a cost was asked for; where not, both are those of the data's own story.</summary>
    public bool AreCostsGiven { get; init; }

    /// <summary>A column that takes part and is known only when all is over, as only who knows the story can tell; null for none.</summary>
    public TargetInDisguise? KnownAfterwards { get; } = Data.AreCalls
        ? TargetInDisguise.Areas(Data.Training, Data.Target).FirstOrDefault(one => one.Name == "duration")
        : null;

    /// <summary>From which probability on a row is called.</summary>
    public double Threshold => Cost.Threshold.Chosen;

    /// <summary>The calibration error of the model that decides, on the test rows, beside what chance gives.</summary>
    public CalibrationNullBand DecidingError => OnTest.Of(Choice.Best.Model, Choice.Best.Kind).CalibrationError;

    /// <summary>Nobody is called: what accuracy that gives on the test rows.</summary>
    public double MajorityAccuracy => 1 - (double)Test.Positives / Test.Count;
}
