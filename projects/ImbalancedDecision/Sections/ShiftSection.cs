using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Figures;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.ImbalancedDecision.Sections;

/// <summary>What to do when it has moved: another threshold, what it saves, what to expect, and the plan.</summary>
internal static class ShiftSection
{
    public static Section Of(MonitorFindings findings) => new(
        "What should be done when it has moved?",
        [
            new Formula(Tex.Of("""
                \begin{aligned}
                p' &= \frac{b' (p - pb)}{b - pb + b' p - b b'} && \text{$b$: base rate before, $b'$: now} \\
                p' &\ge \text{threshold} && \text{flag; the same as a lower or higher threshold on $p$}
                \end{aligned}
                """)),
            .. Moved(findings),
            .. Expected(findings),
            PlanTable(findings),
        ],
        Conclusion(findings));

    private static IEnumerable<Block> Moved(MonitorFindings findings)
    {
        if (findings.Shift is not { } shift)
        {
            yield return new Paragraph($"Here the threshold was not moved: {findings.Saved.WhyUndefined ?? "there was no reason to"}.");
            yield break;
        }

        MarkdownText last = shift is { LastRate: double rate, Threshold: double moved }
            ? MarkdownText.Of(
                $" At the estimate from the last {ThresholdShift.Memory} windows, {MonitoringSection.Percent(rate)}, that is a "
                + $"threshold of {moved:0.####} on "
                + $"the model's own probabilities in place of {findings.Threshold:0.####}.")
            : MarkdownText.Empty;
        yield return new Paragraph(
            $"After an alarm the costs are what they were, and so is the threshold on correct probabilities; "
            + $"what is no longer correct is the probability. It is corrected with the base rate estimated from the "
            + $"last {ThresholdShift.Memory} windows, starting with the first of them that raised the alarm: "
            + $"never from rows that have not arrived yet. Where none of them raised it, the old threshold "
            + $"stays.{last}");
        yield return new Table(
            $"Cost saved per 10,000 rows against leaving the threshold as it was, on the {shift.Rows} rows after the "
            + $"first alarm{(findings.Windows.IsSimulated ? "" : ", whose labels came later")}; paired by row, at the "
            + $"thresholds as they were set{Redrawn(findings)}.",
            ["Threshold by", "Saved per 10,000 rows", "95 %"],
            [
                ["the estimated rate", MarkdownText.Of($"{shift.Saved.Value:#,0}"), Ends(shift.Saved)],
                ["the true rate, known in advance", MarkdownText.Of($"{shift.OracleSaved.Value:#,0}"), Ends(shift.OracleSaved)],
            ]);
        if (shift.OracleSaved.Low > 0 && shift.RegretReduction is double share)
        {
            yield return new Paragraph(
                $"The estimate saved {100 * share:0} % of what knowing the true rate would have saved here"
                + $"{(share > 1 ? "; more than 100 % is luck with these labels" : "")}.");
        }
        AlarmRate[] simulated = [.. AlarmRates.Of("regret")];
        yield return new Table(
            $"The same over simulated worlds, where all costs are exact: the share of the avoidable cost that the "
            + $"estimated rate avoids, mean over worlds. Measured once by `{AlarmRates.Command}`.",
            ["The base rate", "Before", "Estimated from", "Avoided", "95 %"],
            [.. simulated.Select(rate => (IReadOnlyList<MarkdownText>)[
                rate.Case, MonitoringSection.Percent(rate.BaseRate), MarkdownText.Of($"{rate.Rows} rows"),
                MarkdownText.Of($"{100 * rate.Share:0} %"),
                MarkdownText.Of($"{100 * rate.Low:0} to {100 * rate.High:0} %"),
            ])]);
    }

    private static MarkdownText Redrawn(MonitorFindings findings) => findings.Windows.Pool is int pool
        ? MarkdownText.Of(
            $". All these rows are drawn from the same {pool}, so the 95 % come from drawing those {pool} again, and "
            + $"then the windows")
        : MarkdownText.Empty;

    private static MarkdownText Ends(Interval interval) =>
        interval is { Low: double low, High: double high }
            ? MarkdownText.Of($"{low:#,0} to {high:#,0}")
            : MarkdownText.Escaped(interval.WhyUndefined ?? "not defined");

    private static IEnumerable<Block> Expected(MonitorFindings findings)
    {
        yield return new Paragraph(
            $"Precision, recall and cost can be expected before the labels come: a row with a corrected probability of "
            + $"0.1 counts as a tenth of a positive. The range says where the labels should put these measures, "
            + $"if only the base rate has moved. The threshold is the old one, {findings.Threshold:0.####}.");
        foreach ((string name, string label, Func<MonitoredWindow, Interval> expected, Func<MonitoredWindow, double?> later) in new[]
        {
            (
                "expected-recall", "recall (%)", (Func<MonitoredWindow, Interval>)(window => window.Estimate.Recall),
                (Func<MonitoredWindow, double?>)(window => window.Later.Recall)),
            ("expected-precision", "precision (%)", window => window.Estimate.Precision, window => window.Later.Precision),
        })
        {
            yield return new FigureBlock(
                WindowTrackFigure.Draw(
                    name, label, findings.Windows.Unit, [.. findings.Each.Select(window => window.Window.Short)],
                    [.. findings.Each.Select(window => MonitoringSection.Hundredfold(expected(window)))],
                    [.. findings.Each.Select(window => 100 * later(window))],
                    before: null, findings.FirstAlarmPlace),
                Held(findings, label.Split(' ')[0], expected, later));
        }

        yield return new Paragraph(
            Held(findings, "cost per row", window => window.Estimate.CostPerCase, window => window.Later.CostPerCase));
        yield return Callout.Caution(
            $"Do not trust these expectations where a column has drifted, "
            + $"or where the probabilities were never calibrated: they would not notice. "
            + $"Rows without labels cannot show that a column has come to mean something else.").Folded();
    }

    private static MarkdownText Held(
        MonitorFindings findings, string name, Func<MonitoredWindow, Interval> expected, Func<MonitoredWindow, double?> later)
    {
        MonitoredWindow[] known = [.. findings.Each.Where(window => expected(window).HasEnds && later(window) is not null)];
        int drifted = known.Count(window => window.Drifted.Count > 0);
        MarkdownText moved = drifted == 0
            ? MarkdownText.Empty
            : MarkdownText.Of($", and in {Count(known.Where(window => window.Drifted.Count > 0))} of {drifted} with one");
        return known.Length == 0
            ? $"No window has both an expected range and a {name} by its labels."
            : $"The {name} that the labels {(findings.Windows.IsSimulated ? "of the rows give" : "gave later")} lies in the expected "
            + $"range in {Count(known.Where(window => window.Drifted.Count == 0))} of "
            + $"{Counted.Of(known.Length - drifted, "window")} without a drifted column{moved}. "
            + $"The range is meant to hold it in 95 of 100.{Without(name, findings.Each.Count - known.Length)}";

        int Count(IEnumerable<MonitoredWindow> windows) => windows.Count(window => expected(window).Contains(later(window)!.Value));
    }

    private static MarkdownText Without(string name, int windows) => windows == 0
        ? MarkdownText.Empty
        : MarkdownText.Of($" {Capital.First(Counted.Of(windows, "window"))} had no {name} by the labels, or none to expect.");

    private static Table PlanTable(MonitorFindings findings) => PlanBlocks.Of(MonitoringPlan.Of(findings));

    private static string Place(MonitorFindings findings) => findings.Windows.IsSimulated ? "In the simulation, m" : "M";

    private static MarkdownText Conclusion(MonitorFindings findings) => findings.Saved switch
    {
        { Value: double saved, Low: > 0 } => MarkdownText.Of(
            $"{Place(findings)}oving the threshold with the estimated rate saved {saved:0} units per 10,000 rows "
            + $"({Ends(findings.Saved)}), without one label.{NoteWatch.Doubt(findings)}"),
        { Value: double saved, High: < 0 } => MarkdownText.Of(
            $"{Place(findings)}oving the threshold with the estimated rate cost {-saved:0} units more per 10,000 rows here (95 % "
            + $"interval of what it saved: {Ends(findings.Saved)})."),
        { Value: double saved } => MarkdownText.Of(
            $"{Place(findings)}oving the threshold with the estimated rate saved {saved:0} units per 10,000 rows "
            + $"({Ends(findings.Saved)}): {NotEnough.ToSay(findings.Saved, "whether it pays", "saving", "units")}."),
        _ => MarkdownText.Of($"The threshold stays: {findings.Saved.WhyUndefined ?? "nothing was measured"}."),
    };
}
