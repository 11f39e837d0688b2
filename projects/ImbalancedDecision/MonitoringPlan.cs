using MlMaths.Torch.Probability;

namespace MlMaths.Torch.ImbalancedDecision;

/// <summary>The numbers of a plan that somebody can follow without knowing how they were found.</summary>
/// <param name="Unit">How often somebody looks: once a week, or a window.</param>
/// <param name="Rows">n: rows of a window.</param>
/// <param name="Low">A mean probability below this rings.</param>
/// <param name="High">A mean probability above this rings.</param>
/// <param name="LabelsToAskFor">Calls to have labelled at once where a column drifted: their precision is then known to
/// ten points either way.</param>
/// <param name="PositivesToRetrain">Labelled positives to wait for before training again: as many as the reference has.</param>
/// <param name="WindowsToRetrain">Windows at the rate estimated in the last one that bring so many; null where that rate is near
/// none.</param>
internal sealed record MonitoringPlan(
    string Unit, int Rows, double Low, double High, int LabelsToAskFor, int PositivesToRetrain, int? WindowsToRetrain)
{
    private const double PrecisionWithin = 0.1;

    /// <summary>Read off what was found.</summary>
    public static MonitoringPlan Of(MonitorFindings findings)
    {
        double z = Normal.TwoSidedQuantile(Interval.DefaultConfidence), rate = findings.EstimatedRate.Value!.Value;
        int positives = findings.Reference.Labels.Count(label => label), rows = findings.Alarm.Rows;
        double windows = Math.Ceiling(positives / (rate * rows));
        return new MonitoringPlan(
            findings.Windows.Unit, rows, findings.Alarm.Low, findings.Alarm.High,
            (int)Math.Ceiling(z * z * 0.25 / (PrecisionWithin * PrecisionWithin)),
            positives, windows < 1000 ? (int)windows : null);
    }
}
