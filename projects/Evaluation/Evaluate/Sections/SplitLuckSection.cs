using MlMaths.Torch.Figures;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.EvaluationPack.Evaluate.Sections;

/// <summary>How much of a score is the luck of the split.</summary>
internal static class SplitLuckSection
{
    public static Section Of(EvaluationFindings findings, Measurements measurements)
    {
        SplitLuckFindings splitLuck = findings.SplitLuck;
        List<Block> blocks =
        [
            new Paragraph(
                $"The development rows, one model (logistic regression with a fixed penalty), "
                + $"{splitLuck.Splits} random splits with {splitLuck.TestRows:#,0} held-out rows each{Time(findings)}. "
                + $"Only which rows are held out changes. "
                + $"Whoever reports a single split reports one of these numbers. "
                + $"Two models on the same split are compared row by row, where what is hard for both cancels."),
        ];
        foreach (SplitLuckMetric metric in splitLuck.Metrics.Where(metric => metric.Values.Length > 1))
        {
            blocks.Add(new FigureBlock(
                SplitLuckFigure.Draw(Label(metric), metric.Values, [.. Claims(metric)], $"luck-{metric.Metric.Id.Replace('_', '-')}"),
                $"{metric.Metric.Label}: the histogram shows {metric.Values.Length} splits. {Holding(metric)}"));
        }

        blocks.Add(new Table(
            $"Length of the middle 95 % of the splits, beside the length of the interval from a typical single split.",
            ["Metric", "Over splits", "From one split", "Intervals with the mean"],
            [.. splitLuck.Metrics.Where(metric => metric.Values.Length > 1).Select(Row)]));
        blocks.Add(Callout.Note(
            $"Splits of the same rows share most of them, so their scatter is neither an interval for new rows nor "
            + $"independent evidence: it shows the luck of splitting. An interval from one split also covers the "
            + $"other rows that might have been collected instead{Grouped(findings)}."));
        return new Section("How much of a score is luck?", blocks, Conclusion(splitLuck, measurements));
    }

    private static MarkdownText Grouped(EvaluationFindings findings) => findings.Data.Kind == SplitKind.Grouped
        ? MarkdownText.Of($"; here the formulas' intervals are too short, as they treat rows of one group as "
            + $"separate evidence")
        : MarkdownText.Empty;

    private static string Label(SplitLuckMetric metric) =>
        metric.Metric.Unit.Length == 0 ? metric.Metric.Label : $"{metric.Metric.Label} ({metric.Metric.Unit})";

    private static MarkdownText Time(EvaluationFindings findings) => findings.Data.Kind == SplitKind.ByTime
        ? MarkdownText.Of($" (at random, for this question only: with time there is only one honest split)")
        : MarkdownText.Empty;

    private static IEnumerable<NamedInterval> Claims(SplitLuckMetric metric)
    {
        var (low, high) = metric.Range;
        yield return new("middle 95 % of splits", new(metric.Moments.Mean, low, high, 0.95, "quantiles"));
        yield return new($"first split, {Short(metric.Intervals[0].Method)}", metric.Intervals[0]);
        if (metric.Bootstrapped is { } second)
            yield return new("first split, bootstrap", second);
    }

    // "DeLong, logit scale" and "Wilson" by their first word.
    private static string Short(string? method) => method?.Split(' ', ',')[0] ?? "none";

    private static MarkdownText Holding(SplitLuckMetric metric) => MarkdownText.Of(
        $"Each split gives its own interval; {metric.HoldingMean} of {metric.Intervals.Length} contain the mean of "
        + $"them all, {metric.Moments.Mean:0.0000}.");

    private static IReadOnlyList<MarkdownText> Row(SplitLuckMetric metric) =>
    [
        metric.Metric.Label, MarkdownText.Of($"{metric.Spread:0.0000}"),
        metric.TypicalLength is double length ? MarkdownText.Of($"{length:0.0000}") : MarkdownText.Of($"not defined"),
        MarkdownText.Of($"{metric.HoldingMean} of {metric.Intervals.Length}"),
    ];

    private static MarkdownText Conclusion(SplitLuckFindings splitLuck, Measurements measurements)
    {
        SplitLuckMetric accuracy = splitLuck.Metrics[0];
        return MarkdownText.Of(
            $"From split to split, accuracy runs from {accuracy.Values.Min():0.000} to {accuracy.Values.Max():0.000} (standard "
            + $"deviation {measurements["splits.accuracy.sd"]:value}) with nothing changed but the split: a difference of that size "
            + $"between scores of two different splits means nothing.");
    }
}
