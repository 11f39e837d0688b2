using MlMaths.Torch.Figures;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.ImbalancedDecision.Sections;

/// <summary>Whether anybody would notice that the base rate has moved, before the labels come.</summary>
internal static class MonitoringSection
{
    public static Section Of(MonitorFindings findings) => new(
        "Who notices when the base rate moves?",
        [
            new Paragraph(Source(findings)),
            new Formula(Tex.Of("""
                \begin{aligned}
                L_i(q) &= \frac{q}{b}\, p_i + \frac{1 - q}{1 - b} (1 - p_i)
                    && \text{row $i$ at the rate $q$; $b$: base rate before} \\
                \hat q &= \arg\max_q \sum_i \ln L_i(q) && \text{the estimated rate, without a label} \\
                \frac{d}{dq} \sum_i \ln L_i(q) &\propto \bar p - b
                    && \text{at $q = b$: so the alarm looks at $\bar p$, the mean probability}
                \end{aligned}
                """)),
            new FigureBlock(RateFigure(findings), RateCaption(findings)),
            new Paragraph(Beside(findings)),
            .. AlarmBlocks.Of(findings),
            .. DriftBlocks.Of(findings),
        ],
        Conclusion(findings));

    /// <summary>A share as a person says it.</summary>
    internal static MarkdownText Percent(double share) => MarkdownText.Of($"{100 * share:0.##} %");

    /// <summary>An interval of shares, with its value.</summary>
    internal static MarkdownText Percent(Interval interval) => interval switch
    {
        { Value: double value, Low: double low, High: double high } => NumberText.PercentInterval(value, low, high),
        { Value: double value } => MarkdownText.Of($"{100 * value:0.##} %"),
        _ => MarkdownText.Of($"not defined"),
    };

    private static MarkdownText Source(MonitorFindings findings)
    {
        int rows = findings.Alarm.Rows, positives = findings.Reference.Labels.Count(label => label);
        MarkdownText reference = $"All are compared with {findings.Reference.Labels.Count} labelled validation rows, "
            + $"{positives} of them positive";
        if (findings.Windows.Pool is not int pool)
        {
            return $"The rows after the validation rows come in {findings.Each.Count} windows of about {rows} rows "
                + $"each, in order of time{TestRows(findings)}. Their labels are not known yet when they arrive. {reference}.";
        }
        int first = findings.Windows.DeployedFrom;
        return $"These rows have no order in time, so the time after the model went into use is simulated: "
            + $"{findings.Each.Count} "
            + $"windows of {rows} rows, with replacement from the {pool} test rows, positives and negatives apart; "
            + $"the first {first} at the old base rate of {Percent(findings.Reference.BaseRate)}, "
            + $"the others at {Percent(findings.Windows.NewRate!.Value)}. They all come from the same {pool} rows, "
            + $"so they show how the plan works, not how often it would be wrong on fresh rows. {reference}.";
    }

    private static string TestRows(MonitorFindings findings) => findings.Windows.DeployedFrom is int first and > 0
        ? FormattableString.Invariant($"; the first {first} are the test rows")
        : "";

    private static Figure RateFigure(MonitorFindings findings) => WindowTrackFigure.Draw(
        "base-rate-by-window", "base rate (%)", findings.Windows.Unit, [.. findings.Each.Select(window => window.Window.Short)],
        [.. findings.Each.Select(window => Hundredfold(window.Estimate.BaseRate))],
        [.. findings.Each.Select(window => 100 * window.LaterRate.Value)],
        100 * findings.Reference.BaseRate, findings.FirstAlarmPlace);

    /// <summary>A share in percent.</summary>
    internal static Interval Hundredfold(Interval share) => share.Times(100);

    private static MarkdownText RateCaption(MonitorFindings findings)
    {
        int held = findings.Each.Count(window => window.EstimateHolds),
            counted = findings.Each.Count(window => window.Estimate.ByCounts.Contains(window.LaterRate.Value!.Value));
        return $"The base rate of each window, estimated from its probabilities alone; "
            + $"the interval allows for the window and the reference both being samples. "
            + $"The share that the labels gave later, itself based on few rows, lies in the interval in {held} "
            + $"of {findings.Each.Count} windows; with adjusted counts, the older method, in {counted}.";
    }

    private static string When(MonitorFindings findings) =>
        findings.Windows.IsSimulated ? "In the simulated time of use" : "After the model went into use";

    private static MarkdownText Beside(MonitorFindings findings)
    {
        MonitoredWindow last = findings.Each[^1];
        MarkdownText rate =
            $"In {last.Window.Name}, the last one, the base rate is estimated at {Percent(last.Estimate.BaseRate)} "
            + $"without a "
            + $"label; {(findings.Windows.IsSimulated ? "the labels of its rows give" : "the labels later gave")} "
            + $"{Percent(last.LaterRate.Value!.Value)}.";
        MarkdownText before = findings.Windows.DeployedFrom == 0
            ? MarkdownText.Empty
            : MarkdownText.Of($" Of the {Counted.Of(findings.Windows.DeployedFrom, "window")} before "
                + $"{(findings.Windows.IsSimulated ? "the simulated time of use" : "the model went into use")}, "
                + $"{findings.RangBefore} raised the alarm.");
        return MarkdownText.Of($"{rate}{before}");
    }

    private static MarkdownText Conclusion(MonitorFindings findings)
    {
        int after = findings.Each.Count - 1 - (findings.FirstAlarmPlace ?? 0);
        return findings.FirstAlarm is { } first
            ? MarkdownText.Of(
                $"{When(findings)} the alarm first goes off in {first.Window.Name}, and in "
                + $"{findings.Each.TakeLast(after).Count(window => window.Rings)} of the {Counted.Of(after, "window")} after it, "
                + $"at a false-alarm rate of {Percent(MonitorFindings.FalseAlarmRate)} per window.")
            : MarkdownText.Of(
                $"{When(findings)} the alarm never goes off, "
                + $"at a false-alarm rate of {Percent(MonitorFindings.FalseAlarmRate)} per window.");
    }
}
