using MlMaths.Torch.Data;
using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.ImbalancedDecision;

/// <summary>What happens after the model is finished: window by window, without labels, and checked where labels came later.</summary>
/// <param name="Windows">Where the windows come from.</param>
/// <param name="Reference">Labelled rows from before that all windows are compared with.</param>
/// <param name="Threshold">That calls are made at.</param>
/// <param name="Each">What each window says.</param>
/// <param name="Alarm">The limits for windows of the usual size.</param>
/// <param name="FalseRate">Share of unchanged windows that ring, by fresh draws from the reference rows.</param>
/// <param name="Power">How often a moved rate rings, by the size of windows.</param>
/// <param name="Shift">What moving the threshold saved after the first alarm; null where it never rang, or rang last.</param>
internal sealed record MonitorFindings(
    DeployedWindows Windows, LabelledReference Reference, double Threshold, IReadOnlyList<MonitoredWindow> Each, BaseRateAlarm Alarm,
    Interval FalseRate, IReadOnlyList<AlarmPower> Power, ThresholdShift? Shift)
{
    /// <summary>Chance that a window of an unchanged world rings.</summary>
    public const double FalseAlarmRate = 0.01;

    /// <summary>Windows in a year of weeks.</summary>
    public const int Year = 52;

    private static readonly int[] PowerRows = [100, 300, 1000, 3000];

    private static readonly double[] PowerShifts = [0.25, 1.0 / 3, 0.5, 2.0 / 3, 0.8, 1, 1.25, 1.5, 2, 3, 4];

    /// <summary>The power at the size of windows next to these; null where none was drawn.</summary>
    public AlarmPower? UsualPower => Power.MinBy(power => Math.Abs(power.Rows - Alarm.Rows));

    /// <summary>shift.estimated_rate: the last window's, before its labels.</summary>
    public Interval EstimatedRate => Each[^1].Estimate.BaseRate;

    /// <summary>shift.true_rate: the last window's, by its labels.</summary>
    public Interval TrueRate => Each[^1].LaterRate;

    /// <summary>The first deployed window that rings; null where none does.</summary>
    public MonitoredWindow? FirstAlarm => Each.Skip(Windows.DeployedFrom).FirstOrDefault(window => window.Rings);

    /// <summary>Place of that window; null where there is none.</summary>
    public int? FirstAlarmPlace => FirstAlarm is { } first ? Each.ToList().IndexOf(first) : null;

    /// <summary>Windows before the deployment that rang.</summary>
    public int RangBefore => Each.Take(Windows.DeployedFrom).Count(window => window.Rings);

    /// <summary>shift.alarm_week: when that window begins.</summary>
    public Interval AlarmWeek => FirstAlarm is { } first
        ? Interval.WithoutEnds(first.Window.Start, "none", "an event, not an estimate")
        : Interval.Undefined("no deployed window raised the alarm");

    /// <summary>shift.saved: per 10,000 rows after the first alarm, by moving the threshold with the estimated rate.</summary>
    public Interval Saved => Shift?.Saved
        ?? Interval.Undefined(FirstAlarm is null
            ? "no deployed window raised the alarm"
            : "no rows came after the first alarm, or the threshold cannot be moved");

    /// <summary>False alarms that a year of weeks has on average, at the measured rate.</summary>
    public double FalseAlarmsAYear => Year * FalseRate.Value!.Value;

    /// <summary>
    /// Chance that a year of weeks in which nothing changes has at least one alarm, were the weeks independent of each
    /// other.
    /// </summary>
    public double ChanceOfAFalseAlarmInAYear => 1 - Math.Pow(1 - FalseRate.Value!.Value, Year);

    /// <summary>Watches the windows.</summary>
    /// <param name="rows">All rows, with their columns.</param>
    /// <param name="reference">
    /// Validation rows, which the model was not trained on, scored by the very function that scores all others.
    /// </param>
    /// <param name="test">From before the deployment.</param>
    /// <param name="deployment">From after it; null where there are none.</param>
    /// <param name="costs">Of mistakes and reviews.</param>
    /// <param name="threshold">That calls are made at.</param>
    /// <param name="options">Deployed rate, and how much is drawn.</param>
    /// <param name="seed">Of every draw.</param>
    public static MonitorFindings Of(
        Dataset rows, ScoredRows reference, ScoredRows test, ScoredRows? deployment, ErrorCosts costs, double threshold,
        DecisionOptions options, int seed)
    {
        var labelled = new LabelledReference(reference.Labels, reference.Probabilities);
        var windows = DeployedWindows.Of(rows, reference, test, deployment, options.DeployedRate, seed);
        MeanNullDistribution world = MeanNullDistribution.Of(labelled.Probabilities, seed),
            strays = windows.Pool is int pool ? MeanNullDistribution.OfPool(labelled, pool, seed) : world;
        int usual = (int)Math.Round(Quantiles.Of([.. windows.All.Select(window => (double)window.Rows.Count)]).Median);
        BaseRateAlarm alarm = strays.Alarm(usual, FalseAlarmRate);
        MonitoredWindow[] each = [.. WatchedWindows.Of(rows, reference, labelled, windows, strays, costs, threshold, seed, options.Quick)];
        return new MonitorFindings(
            windows, labelled, threshold, each, alarm, strays.FalseRate(alarm, seed, options.Quick ? 8000 : 20_000),
            PowerOf(labelled, world, seed, options.Quick), ThresholdShift.Of(
                labelled, [.. each.Skip(windows.DeployedFrom)], windows.Drawn, costs, threshold, seed, options.Resamples));
    }

    private static AlarmPower[] PowerOf(LabelledReference reference, MeanNullDistribution strays, int seed, bool isQuick)
    {
        double[] shifts = [.. PowerShifts.Where(shift => shift * reference.BaseRate < 0.95)];
        return [.. PowerRows.Select(n => AlarmPower.Of(
            strays.Alarm(n, FalseAlarmRate), reference, shifts, Seeds.Of(seed, DrawnFor.Power, n), isQuick ? 200 : 1000))];
    }
}
