using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Figures;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.NeuralNetDiagnostics.Sections;

/// <summary>How long an answer takes.</summary>
internal static class LatencySection
{
    public static Section Of(NetFindings findings, Measurements measurements)
    {
        LatencyFindings latency = findings.Latency;
        LatencySample one = latency.Of(LatencyFindings.Plain, 1), module = latency.Of(LatencyFindings.Module, 1);
        return new Section(
            "How long does an answer take?",
            [
                new Paragraph(
                    $"**Service time**: from the call to the answer, one call after the other. Under a stream of "
                    + $"requests that does not wait, queues form, and response times are longer. "
                    + $"Two ways to serve the same weights: the TorchSharp module, and plain C# that needs no "
                    + $"libtorch; their logits agree to {measurements["latency.max_abs_difference"]:value}."),
                new Table(
                    $"Percentiles over {one.Sorted.Count:#,0} calls each, in µs, in {one.Rounds} rounds, between which everything else "
                    + $"was measured. The interval of p95 reaches as far as another round is likely to lie, for each percentile by itself. "
                    + $"p95 needs at least "
                    + $"{LatencyPercentile.MinCalls(0.95)} calls, p99 {LatencyPercentile.MinCalls(0.99)}.",
                    ["Server", "p50", "p95", "95 % interval of p95", "p99", "Rows per second"],
                    [.. latency.Samples.Select(Row)]),
                new FigureBlock(
                    LatencyEcdfFigure.Draw([module, one], "latency-ecdf"),
                    $"One row at a time: the share of calls that were answered by then, on a logarithmic axis. "
                    + $"The further right a curve runs before it reaches the top, the longer its tail."),
                new FigureBlock(
                    LatencyHistogramFigure.Draw(module, "latency-histogram-module"),
                    $"The module's calls, one row each. {Outliers(module)}"),
                new FigureBlock(
                    LatencyHistogramFigure.Draw(one, "latency-histogram-plain"),
                    $"Plain C#, one row each. {Outliers(one)}"),
                new Paragraph($"{FromCells(latency, measurements)}{Compared(latency, measurements)}"),
                new Paragraph($"Before measuring: the module {module.WarmUp}; plain C# {one.WarmUp}."),
                .. Unsteady(latency),
            ],
            $"One row is answered within {measurements["latency.batch1.p95_us"]} in 95 of 100 calls by plain C#, "
            + $"within {measurements["latency.module.batch1.p95_us"]} through TorchSharp.");
    }

    private static MarkdownText FromCells(LatencyFindings latency, Measurements measurements) => latency.OneFromCells is null
        ? MarkdownText.Empty
        : MarkdownText.Of(
            $"From the cells of a file, with levels, medians and scales applied as a service must, it is "
            + $"{measurements["latency.prepared.batch1.p95_us"]} in plain C#. ");

    private static IReadOnlyList<MarkdownText> Row(LatencySample sample)
    {
        Probability.Interval p95 = sample.Percentile(0.95);
        return
        [
            sample.Subject.ToString(), Number(sample.Percentile(0.5)), Number(p95), Range(p95), Number(sample.Percentile(0.99)),
            $"{sample.RowsPerSecond:#,0}",
        ];
    }

    // As many digits as tell the ends apart.
    private static MarkdownText Range(Probability.Interval p95) => p95 switch
    {
        { Value: double value, Low: double low, High: double high } when high > low =>
            MarkdownText.Of($"{NumberText.Range(low, high, NumberText.DecimalsFor(value, low, high))}"),
        { HasEnds: true } => "less than a tick of the clock",
        _ => "too few calls",
    };

    private static MarkdownText Number(Probability.Interval percentile) =>
        percentile.Value is { } value ? NumberText.Of(value) : "too few calls";

    private static string Outliers(LatencySample sample) =>
        FormattableString.Invariant($"{sample.Outliers} of {sample.Sorted.Count:#,0} calls took longer ")
        + FormattableString.Invariant($"than {NumberText.Brief(sample.Fence)} µs, ")
        + FormattableString.Invariant($"{sample.CollectedOutliers} of them while garbage was collected; ")
        + "the others waited for something else, such as the operating system, another process or the cache.";

    private static IEnumerable<Block> Unsteady(LatencyFindings latency)
    {
        string[] restless = [.. latency.Samples.Where(sample => !sample.WarmUp.Steady).Select(sample => sample.Subject.ToString())];
        if (restless.Length > 0)
        {
            yield return Callout.Caution(
                $"Not steady when measuring began: {string.Join("; ", restless)}. "
                + $"Something else was running on this machine; close it and measure again before you quote these "
                + $"numbers.");
        }
    }

    // Only a ratio whose interval lies on one side of 1 says which of the two is faster.
    private static MarkdownText Compared(LatencyFindings latency, Measurements measurements)
    {
        if (LatencyFindings.BatchSizes.Any(size => !latency.PlainOverModule(size).HasEnds))
            return MarkdownText.Of($"Too few rounds were measured to compare the two.");
        return MarkdownText.Of(
            $"Measured in turn, plain C# takes {MarkdownText.Join("; ", LatencyFindings.BatchSizes.Select(Times))}.");

        MarkdownText Times(int size) => MarkdownText.Of(
            $"{measurements[LatencyFindings.ComparisonId(size)]} of TorchSharp's time with {Counted.Of(size, "row")} at once"
            + $"{(latency.PlainOverModule(size) is { Low: < 1, High: > 1 } ? ", which does not say which is faster" : "")}");
    }
}
