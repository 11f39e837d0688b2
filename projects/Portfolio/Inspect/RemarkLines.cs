using MlMaths.Torch.Data;
using MlMaths.Torch.Evaluation;

namespace MlMaths.Torch.Portfolio.Inspect;

/// <summary>What should be looked at before anything is trained, a sentence each.</summary>
internal static class RemarkLines
{
    private const int Named = 4, Sentences = 3;
    private const double Much = 0.3;

    public static IReadOnlyList<string> Of(InspectFindings findings) =>
    [
        .. findings.Overview.Table.Notes.Select(note => note.Sentence),
        .. Suspects(findings), .. Missing(findings), .. Dropped(findings), .. Copies(findings.Overview), .. Groups(findings.Overview),
        .. Dates(findings), .. Sorted(findings), .. Leaks(findings),
    ];

    private static IEnumerable<string> Suspects(InspectFindings findings) => findings.Suspects.Take(Sentences).Select(one =>
        $"Does {NumberText.Of(one.Suspect.Value)} in {Quoted.Value(one.Column.Name)} mean “missing”? "
            + $"{Counted.Of(one.Suspect.Rows, "row has", "rows have")} it, "
        + $"{one.Suspect.Why}: --missing-value {one.Column.Declares(one.Suspect)}");

    private static IEnumerable<string> Missing(InspectFindings findings)
    {
        string[] much = [.. findings.Overview.Columns.Where(column => column.Plan.Kind != ColumnKind.Empty
            && column.Plan.Column.Missing > Much * column.Plan.Column.Rows).Select(column => column.Name)];
        if (much.Length > 0) yield return $"More than {NumberText.Percent(Much)} of the cells are missing in {Quoted.List(much, Named)}.";
    }

    private static IEnumerable<string> Dropped(InspectFindings findings) => findings.Dropped
        .Where(column => !ReferenceEquals(column.Plan, findings.Overview.Target?.Plan))
        .GroupBy(column => column.Plan.Kind).Select(kind => kind.ToArray()).Select(columns =>
            $"{Quoted.List([.. columns.Select(column => column.Name)], Named)}: nothing would learn from "
            + $"{(columns.Length == 1 ? $"it ({columns[0].Plan.Reason})" : $"them ({ColumnLines.KindAlone(columns[0])})")}.");

    private static IEnumerable<string> Copies(TableOverview overview)
    {
        if (overview.Copied.Copies == 0) yield break;
        string equal = $"{Counted.Of(overview.Copied.Copies, "row equals", "rows equal")} an earlier one in every column";
        yield return overview.Copied.AreCopies
            ? $"{equal}: chance would bring about {NumberText.Brief(overview.Copied.ByChance)}, so they are copies, and stay on one side "
                + $"of a split."
            : $"{equal}: columns of few values bring about {NumberText.Brief(overview.Copied.ByChance)} equal pairs by chance, so they "
                + $"may be "
                + "different cases.";
    }

    private static IEnumerable<string> Groups(TableOverview overview) => overview.Groups.Take(Sentences).Select(group =>
        $"{Quoted.Value(group.Plan.Column.Name)} may say which rows belong together ({Counted.Of(group.Values, "value")}; {group.Why}): "
            + $"--group.");

    private static IEnumerable<string> Dates(InspectFindings findings) => findings.Dates.Take(Sentences).Select(column =>
        !column.IsDated
            ? $"{Quoted.Value(column.Name)} holds dates that can be read in two ways: {column.Plan.Reason}."
            : $"{Quoted.Value(column.Name)} holds dates, {column.Values}: days that are neighbours are alike, so split by --time, not by "
                + $"chance.");

    private static IEnumerable<string> Sorted(InspectFindings findings)
    {
        if (findings.Target is { IsSorted: true } target)
        {
            yield return $"The rows are sorted by {Quoted.Value(target.Rows.TargetName!)}, so a column that numbers them would tell it "
                + $"and mean "
                + "nothing.";
        }
    }

    private static IEnumerable<string> Leaks(InspectFindings findings) => findings.Leaks.Take(Sentences).Select(leak =>
        leak.Status == LeakageStatus.Found
            ? $"Caution: the target is in the columns ({leak.Formula})."
            : $"Known only afterwards? {leak.Formula}.");
}
