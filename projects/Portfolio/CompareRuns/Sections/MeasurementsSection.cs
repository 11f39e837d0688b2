using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Portfolio.CompareRuns.Sections;

/// <summary>Every number of the runs beside each other, with its interval.</summary>
internal static class MeasurementsSection
{
    public static Section Of(ComparedRuns compared)
    {
        MeasuredSide[] shared = [.. compared.Measured.Where(one => one.IsShared)];
        MeasuredSide[] same = [.. shared.Where(one => one.IsSame)];
        MeasuredSide[] others = [.. shared.Where(one => !one.IsSame && !one.IsTimed)],
            timed = [.. shared.Where(one => !one.IsSame && one.IsTimed)];
        MeasuredSide[] single = [.. compared.Measured.Where(one => !one.IsShared)];
        List<Block> blocks = [];
        Add(blocks, compared, others, MarkdownText.Of(
            $"Numbers that are not equal in all runs. {Intervals(others)}An interval is that of one run; whether two of them overlap "
            + $"settles nothing about runs that judged the same rows. The paired comparison below does."));
        Add(blocks, compared, timed, "Numbers that were read from a clock: no run repeats them.");
        Add(blocks, compared, same, "Numbers that are equal in all runs, bit for bit.");
        Add(blocks, compared, single, "Numbers that one run alone has measured.");
        return new Section("What was measured?", blocks, MarkdownText.Of(
            $"At least two runs share {Counted.Of(shared.Length, "measurement")}: {others.Length + timed.Length} differ, and {same.Length} "
            + $"are equal in all."));
    }

    private static void Add(List<Block> blocks, ComparedRuns compared, MeasuredSide[] rows, MarkdownText caption)
    {
        if (rows.Length == 0) return;
        blocks.Add(new Table(
            caption, ["Measured", .. compared.Runs.Select(run => MarkdownText.Escaped(run.Letter))],
            [.. rows.Select(row => (IReadOnlyList<MarkdownText>)
                [row.Label, .. row.Cells.Select(MarkdownText.Escaped)])]));
    }

    private static MarkdownText Intervals(MeasuredSide[] rows)
    {
        double[] levels = [.. rows.SelectMany(row => row.Values).Select(one => one?.Confidence).OfType<double>().Distinct()];
        return levels.Length == 1 ? MarkdownText.Of($"In brackets stands the {100 * levels[0]} % interval. ") : MarkdownText.Empty;
    }
}
