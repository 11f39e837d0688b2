namespace MlMaths.Torch.Portfolio.CompareRuns;

/// <summary>The comparison as lines of a console: what differs, the measurements that do, and what may be said of them.</summary>
internal static class CompareRunsLines
{
    private const int MostRows = 12, MostDifferences = 12;

    public static IReadOnlyList<string> Of(ComparedRuns compared)
    {
        MeasuredSide[] differing = [.. compared.Measured.Where(one => one.IsShared && !one.IsSame && !one.IsTimed)];
        // What has an interval is what may be quoted.
        MeasuredSide[] shown =
        [
            .. differing.OrderByDescending(one => one.Values.Any(value => value?.RangeText.Length > 0)).Take(MostRows),
        ];
        return
        [
            compared.WhatDiffers, "",
            .. compared.Runs.Select(run => $"{run.Letter}  {run.Past.Name}"), "",
            .. Table(["", .. compared.Runs.Select(run => run.Letter)],
                [.. compared.Differences.Take(MostDifferences).Select(one => (IReadOnlyList<string>)[one.Name, .. one.Values])]),
            .. Table(["", .. compared.Runs.Select(run => run.Letter)],
                [.. shown.Select(one => (IReadOnlyList<string>)[one.Label, .. one.Cells])]),
            .. differing.Length > shown.Length
                ? [$"and {Counted.Of(differing.Length - shown.Length, "more number")}, on the page", ""]
                : (string[])[],
            .. compared.Pairs.Select(pair => pair.Sentence), "",
        ];
    }

    private static IEnumerable<string> Table(IReadOnlyList<string> headers, IReadOnlyList<IReadOnlyList<string>> rows) =>
        rows.Count == 0 ? [] : [.. AlignedRows.Of([headers, .. rows]), ""];
}
