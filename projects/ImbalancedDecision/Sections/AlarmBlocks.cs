using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Figures;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.ImbalancedDecision.Sections;

/// <summary>The alarm: when it goes off, how often it would for nothing, and what a fixed limit would have done.</summary>
internal static class AlarmBlocks
{
    private const double AskedLow = 0.8, AskedHigh = 1.2, SimulatedArea = 0.85;
    private const int FewPositives = 50, SimulatedRows = 1000;

    public static IEnumerable<Block> Of(MonitorFindings findings)
    {
        yield return new Table(
            Caption(findings), ["Window", "Rows", "Mean probability", "Quiet from", "to", "Alarm", "PSI"],
            [.. findings.Each.Select(Row)]);
        yield return new Paragraph(FalseAlarms(findings));
        int positives = findings.Reference.Labels.Count(label => label);
        if (positives < FewPositives)
        {
            yield return Callout.Caution(
                $"The reference holds only {positives} positives: treat the false-alarm rate as a rough guide, or wait for more labelled "
                + $"rows.");
            yield return new Paragraph(SmallReference());
        }
        yield return new Paragraph(FixedLimit(findings));
        yield return new FigureBlock(AlarmPowerFigure.Draw(findings.Power, MonitorFindings.FalseAlarmRate), PowerCaption(findings));
        yield return new Table(
            $"Simulated worlds of known truth, an area under the ROC curve of {SimulatedArea}, windows of {SimulatedRows} rows: "
            + $"share that raise the alarm when the base rate moves. Measured once by `{AlarmRates.Command}`.",
            ["Base rate before", "What happens", "False alarms at", "Windows with an alarm", "95 %"],
            [.. AlarmRates.Of("power").Select(rate => (IReadOnlyList<MarkdownText>)[
                MarkdownText.Of($"{100 * rate.BaseRate:0.##} %"), rate.Case,
                MarkdownText.Of($"{100 * rate.Level:0.##} %"), MarkdownText.Of($"{100 * rate.Share:0.0} %"),
                MarkdownText.Of($"{100 * rate.Low:0.0} to {100 * rate.High:0.0} %"),
            ])]);
    }

    private static MarkdownText Caption(MonitorFindings findings) =>
        $"A window raises the alarm when its mean probability leaves the range that chance alone gives: "
        + $"{findings.Each.Count(window => window.Rings)} of {findings.Each.Count} do. "
        + $"PSI is the population stability index of the scores with {PopulationStability.DefaultBins} bins.";

    private static IReadOnlyList<MarkdownText> Row(MonitoredWindow window) =>
    [
        window.Window.Name, MarkdownText.Of($"{window.Window.Rows.Count}"),
        MarkdownText.Of($"{window.Estimate.MeanProbability:0.00000}"), MarkdownText.Of($"{window.Alarm.Low:0.00000}"),
        MarkdownText.Of($"{window.Alarm.High:0.00000}"), window.Rings ? "yes" : "", MarkdownText.Of($"{window.Stability:0.000}"),
    ];

    private static MarkdownText FalseAlarms(MonitorFindings findings)
    {
        AlarmRate[] kept = [.. AlarmRates.Of("false").Where(rate => rate.Case == "unchanged")];
        int within = kept.Count(rate => rate.Share / rate.Level is >= AskedLow and <= AskedHigh);
        return $"The limits are set for {MonitoringSection.Percent(MonitorFindings.FalseAlarmRate)} false alarms a "
            + $"window, and fresh draws from the reference raise it in "
            + $"{MonitoringSection.Percent(findings.FalseRate)} of "
            + $"cases. If every week of a year were a window and nothing ever changed, "
            + $"that would be {findings.FalseAlarmsAYear:0.0#} false alarms a year on average, "
            + $"and a chance of {100 * findings.ChanceOfAFalseAlarmInAYear:0} % of at least one. "
            + $"This is an average over references. All windows are compared with the same one, "
            + $"so a lucky or unlucky reference lowers or raises the number of alarms for the whole year. "
            + $"In simulated worlds with references of {kept[0].Reference} rows and windows of "
            + $"{kept.Min(rate => rate.Rows)} to {kept.Max(rate => rate.Rows)} rows, "
            + $"at base rates from {MonitoringSection.Percent(kept.Min(rate => rate.BaseRate))} to "
            + $"{MonitoringSection.Percent(kept.Max(rate => rate.BaseRate))}, the false-alarm rate was between "
            + $"{kept.Min(rate => rate.Share / rate.Level):0.00} and {kept.Max(rate => rate.Share / rate.Level):0.00} "
            + $"times what was asked for ({within} of {kept.Length} cases within {AskedLow} to {AskedHigh} times, "
            + $"over {kept[0].Worlds} references each).";
    }

    private static MarkdownText SmallReference()
    {
        AlarmRate worst = AlarmRates.Of("false").Where(rate => rate.Case != "unchanged").MaxBy(rate => rate.Share / rate.Level)!;
        return $"In simulated worlds with a reference of {worst.Reference} rows at a base rate of "
            + $"{MonitoringSection.Percent(worst.BaseRate)}, "
            + $"so with about {worst.Reference * worst.BaseRate:0} positives, "
            + $"windows of {worst.Rows} rows raised it about {worst.Share / worst.Level:0.0} times as often as "
            + $"asked for.";
    }

    private static MarkdownText FixedLimit(MonitorFindings findings)
    {
        int m = findings.Reference.Labels.Count, n = findings.Alarm.Rows;
        int passed = findings.Each.Count(window => window.Stability > PopulationStability.CustomaryLimit);
        return $"A common habit is a fixed limit instead: a PSI above {PopulationStability.CustomaryLimit}. Here "
            + $"{passed} of "
            + $"{findings.Each.Count} windows exceed it. No fixed limit fits every window size: by chance alone the "
            + $"index is about (1/n + 1/m) χ² with {PopulationStability.DefaultBins - 1} degrees of freedom, "
            + $"so that with {m} reference rows and no change at all it exceeds {PopulationStability.CustomaryLimit} in "
            + $"{MarkdownText.Join(", ", new[] { 50, 100, 500, n }.Distinct().Order().Select(rows => MarkdownText.Of(
                $"{Rate(rows)} of windows of {rows} rows")))}"
            + $".";

        MarkdownText Rate(int rows) => PopulationStability.FalseAlarmRate(rows, m) is var share && share < 0.0005
            ? MarkdownText.Of($"less than 0.1 %")
            : MarkdownText.Of($"{100 * share:0.#} %");
    }

    private static MarkdownText PowerCaption(MonitorFindings findings)
    {
        if (findings.UsualPower is not { } usual) return MarkdownText.Empty;
        IEnumerable<MarkdownText> shares = usual.Shifts.Zip(usual.Shares).Where(one => one.First is 0.5 or 2 or 3)
            .Select(one => MarkdownText.Of($"{100 * one.Second:0} % where the rate is {one.First:0.#} times as high"));
        return $"Windows drawn from the reference rows, positives and negatives apart. "
            + $"With windows of {usual.Rows} rows, these shares raise the alarm: {MarkdownText.Join(", ", shares)}. "
            + $"To see smaller shifts, use larger windows or wait for several.";
    }
}
