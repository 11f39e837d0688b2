using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.ImbalancedDecision;

/// <summary>What a window says before its labels come, and what the labels say later.</summary>
/// <param name="Window">The rows.</param>
/// <param name="Estimate">Before the labels.</param>
/// <param name="Alarm">With the limits for so many rows.</param>
/// <param name="Stability">PSI of the scores.</param>
/// <param name="Drift">Of each column, and of the score, once the base rate is allowed for.</param>
/// <param name="Later">What the calls came to, by the labels.</param>
internal sealed record MonitoredWindow(
    DeployedWindow Window, WindowEstimate Estimate, BaseRateAlarm Alarm, double Stability,
    IReadOnlyList<ColumnDrift> Drift, ExpectedPerformance Later)
{
    /// <summary>Chance that a window without drift is said to have one, over all of its columns.</summary>
    public const double DriftLevel = 0.01;

    /// <summary>Whether the base rate is called changed.</summary>
    public bool Rings => Alarm.RingsAt(Estimate.MeanProbability);

    /// <summary>Columns that a changed base rate does not explain, the score among them.</summary>
    public IReadOnlyList<ColumnDrift> Drifted => [.. Drift.Where(column => column.AdjustedPValue <= DriftLevel)];

    /// <summary>Share of positives, by the labels that came later.</summary>
    public Interval LaterRate => WilsonInterval.Of(Window.Rows.Positives, Window.Rows.Count);

    /// <summary>Whether the interval of the estimate holds what the labels said later.</summary>
    public bool EstimateHolds => Estimate.BaseRate.Contains(LaterRate.Value!.Value);
}
