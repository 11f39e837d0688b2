using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.ImbalancedDecision.Sections;

/// <summary>What is watched once the model is used, and what that showed: later rows, or windows that were drawn.</summary>
internal static class NoteWatch
{
    public static IEnumerable<MarkdownText> Of(DecisionFindings findings, Measurements measurements)
    {
        MonitorFindings monitor = findings.Monitor;
        string unit = monitor.Windows.Unit;
        yield return MarkdownText.Of(
            $"The mean probability of each {unit}. The alarm goes off by mistake in "
            + $"{measurements["alarm.false_rate"].InPercent} of {unit}s in which nothing has changed.{Sees(monitor)}");
        if (monitor.Windows is { Pool: int pool, NewRate: double rate })
        {
            MarkdownText given = findings.WasRateGiven ? MarkdownText.Of($" (`--deployed-rate`)") : MarkdownText.Empty;
            yield return MarkdownText.Of(
                $"What follows is simulated, as these rows have no order in time (`--time`): {monitor.Each.Count} windows drawn from the "
                + $"{pool:#,0} test rows, from the {monitor.Windows.DeployedFrom + 1}th on with a base rate of "
                + $"{MonitoringSection.Percent(rate)}{given}.");
        }
        if (monitor.FirstAlarm is not { } first)
        {
            yield return MarkdownText.Of(
                $"In the {monitor.Each.Count} {unit}s {(monitor.Windows.IsSimulated ? "that were drawn" : "that followed")} it did "
                + $"not go off.");
            yield break;
        }

        yield return MarkdownText.Of(
            $"It first went off in {first.Window.Name}. In the last window, {monitor.Each[^1].Window.Name}, "
            + $"the base rate was estimated without labels at {measurements["shift.estimated_rate"].InPercent}; "
            + $"{(monitor.Windows.IsSimulated ? "the labels of its rows say" : "the labels, which came later, said")} "
            + $"{measurements["shift.true_rate"].InPercent}.");
        if (Drift(monitor) is { } drift)
            yield return drift;
        yield return Saved(findings, measurements);
    }

    /// <summary>How large a change the alarm sees in one window.</summary>
    private static MarkdownText Sees(MonitorFindings monitor)
    {
        if (monitor.UsualPower is not { } power) return MarkdownText.Empty;
        MarkdownText[] shares = [.. power.Shifts.Zip(power.Shares).Where(one => one.First is 2 or 3).Select(one => MarkdownText.Of(
            $"in {100 * one.Second:0} % where the base rate has {(one.First == 2 ? "doubled" : "tripled")}"))];
        return shares.Length == 0
            ? MarkdownText.Empty
            : MarkdownText.Of(
                $" In windows of {power.Rows} rows drawn from the reference it goes off {MarkdownText.Join(", and ", shares)}.");
    }

    /// <summary>How far what moving the threshold saved may be believed.</summary>
    public static MarkdownText Doubt(MonitorFindings monitor)
    {
        MonitoredWindow[] after = [.. monitor.Each.Skip((monitor.FirstAlarmPlace ?? 0) + 1)];
        int drifted = after.Count(window => window.Drifted.Count > 0);
        return Stays(monitor).Length > 1 && drifted > 0 && monitor.Saved.Value is not null
            ? MarkdownText.Of(
                $" That includes {drifted} of {after.Length} {monitor.Windows.Unit}s with a drifted column, where only the labels "
                + $"could tell: it is no reason to trust the estimate there.")
            : MarkdownText.Empty;
    }

    /// <summary>What moving the threshold saved, and how far that may be believed.</summary>
    private static MarkdownText Saved(DecisionFindings findings, Measurements measurements)
    {
        MonitorFindings monitor = findings.Monitor;
        return measurements["shift.saved"] is { Value: null } undefined
            ? MarkdownText.Of($"What moving the threshold would save is {undefined}.")
            : MarkdownText.Of(
                $"Per 10,000 rows after the first alarm{(findings.Cost.IsLimited ? ", without a limit on reviews" : "")}, "
                + $"moving the threshold with the estimate {NoteMoney.Saves(measurements["shift.saved"])}"
                + $"{(monitor.Windows.IsSimulated ? ", in the simulation" : "")}.{Doubt(monitor)}");
    }

    /// <summary>Drift that stays is drift; in one window of a hundred it comes by chance.</summary>
    private static MarkdownText? Drift(MonitorFindings monitor)
    {
        MonitoredWindow[] stays = Stays(monitor);
        if (stays.Length > 1)
        {
            string columns = string.Join(", ", stays.SelectMany(window => window.Drifted).Select(column => column.Column).Distinct());
            return MarkdownText.Of(
                $"From {stays[0].Window.Name} on, something changes that a new base rate does not explain ({columns}): "
                + $"from then on do not trust the estimate. Leave the threshold where it is, and have "
                + $"{MonitoringPlan.Of(monitor).LabelsToAskFor} flagged rows labelled: they show whether to train the model again.");
        }

        MonitoredWindow[] once = [.. monitor.Each.Where(window => window.Drifted.Count > 0)];
        return once.Length == 0
            ? null
            : MarkdownText.Of(
                $"In {string.Join(", ", once.Select(window => window.Window.Name))} something changed that a new base rate "
                + $"does not explain, but it did not last. "
                + $"By chance alone that happens in one {monitor.Windows.Unit} in a hundred.");
    }

    private static MonitoredWindow[] Stays(MonitorFindings monitor) =>
        [.. monitor.Each.Reverse().TakeWhile(window => window.Drifted.Count > 0).Reverse()];
}
