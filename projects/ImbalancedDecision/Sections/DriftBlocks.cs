using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.ImbalancedDecision.Sections;

/// <summary>A moved base rate, told apart from columns that mean something else than they did.</summary>
internal static class DriftBlocks
{
    public static IEnumerable<Block> Of(MonitorFindings findings)
    {
        yield return new Paragraph(
            $"The estimate and the alarm assume that only the base rate moves. If so, "
            + $"each column of a window is a mixture of the reference's positives and negatives at the estimated rate. "
            + $"That can be tested without labels: the largest distance between the window's distribution and the "
            + $"mixture's, column by column and for the score, against distances simulated under a changed base rate "
            + $"only (level {MonitoringSection.Percent(MonitoredWindow.DriftLevel)} over all "
            + $"{findings.Each[0].Drift.Count} columns of a window together, by Holm's method).");
        yield return new Table(Caption(findings), ["Window", "Base rate, estimated", "Labels, later", "Reading"],
            [.. findings.Each.Select(Row)]);
        if (Beyond(findings) is { } beyond) yield return beyond;
        AlarmRate[] named = [.. AlarmRates.Of("drift")];
        if (named.Length == 3)
        {
            yield return new Paragraph(
                $"How far such a reading can be trusted, over {named[0].Worlds} other years of drawn payments, "
                + $"scored with their true probabilities: in {Share(named[0])} of the weeks before the amounts rise no "
                + $"column is named, whether the base rate has moved or not; in {Share(named[1])} of the weeks "
                + $"after that "
                + $"the amount is named, in {Share(named[2])} it is the only one.");
        }
    }

    /// <summary>What a window says, in words.</summary>
    internal static MarkdownText Reading(MonitoredWindow window)
    {
        MarkdownText columns = MarkdownText.Join(", ", window.Drifted.Select(column => MarkdownText.Of($"**{column.Column}**")));
        return (window.Rings, window.Drifted.Count > 0) switch
        {
            (true, false) => MarkdownText.Of($"base rate"),
            (true, true) => MarkdownText.Of($"base rate, and {columns}"),
            (false, true) => MarkdownText.Of($"{columns}"),
            _ => MarkdownText.Of($"as before"),
        };
    }

    private static MarkdownText Share(AlarmRate rate) =>
        $"{100 * rate.Share:0.0} % (95 % interval {100 * rate.Low:0.0} to {100 * rate.High:0.0} %)";

    private static IReadOnlyList<MarkdownText> Row(MonitoredWindow window) =>
    [
        window.Window.Name, MonitoringSection.Percent(window.Estimate.BaseRate),
        MonitoringSection.Percent(window.LaterRate.Value!.Value), Reading(window),
    ];

    private static MarkdownText Caption(MonitorFindings findings)
    {
        int moved = findings.Each.Count(window => window.Rings && window.Drifted.Count == 0),
            drifted = findings.Each.Count(window => window.Drifted.Count > 0);
        return $"“base rate”: the alarm goes off, and a new base rate explains every column ({Counted.Of(moved, "window")}). "
            + $"A column's name: it does not explain that column ({Counted.Of(drifted, "window")}).";
    }

    private static Block? Beyond(MonitorFindings findings)
    {
        MonitoredWindow[] drifted = [.. findings.Each.Where(window => window.Drifted.Count > 0)],
            others = [.. findings.Each.Where(window => window.Drifted.Count == 0)];
        if (drifted.Length == 0) return null;
        MarkdownText least = others.Length == 0
            ? MarkdownText.Empty
            : MarkdownText.Of($" In the {Counted.Of(others.Length, "other window")} it was off {Held(others)}.");
        return Callout.Caution(
            $"Where a column has drifted, nothing about the estimate can be checked without labels. "
            + $"In the {Counted.Of(drifted.Length, "window")} with a drifted column it was off {Held(drifted)}, as the labels "
            + $"{(findings.Windows.IsSimulated ? "of these rows show" : "showed later")}.{least} Ask for labels first, "
            + $"and move the threshold afterwards.").Folded();

        static MarkdownText Held(MonitoredWindow[] windows) =>
            $"{(windows.Length == 1 ? "by" : "on average by")} {100 * Off(windows):0.0} percentage points, and the interval "
            + $"held the rate in {windows.Count(window => window.EstimateHolds)} of {windows.Length}";
    }

    private static double Off(MonitoredWindow[] windows) =>
        windows.Average(window => Math.Abs(window.Estimate.BaseRate.Value!.Value - window.LaterRate.Value!.Value));
}
