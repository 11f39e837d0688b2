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
        .. SumRows(findings.Overview), .. Suspects(findings), .. WordsAmongNumbers(findings), .. Scales(findings), .. Missing(findings),
        .. Dropped(findings), .. Copies(findings.Overview),
        .. Groups(findings.Overview), .. RareClass(findings.Target),
        .. Dates(findings), .. Sorted(findings), .. Leaks(findings), .. TooFewRows(findings), .. TooManyFeatures(findings),
    ];

    private static IEnumerable<string> Suspects(InspectFindings findings)
    {
        (ColumnOverview Column, SuspectValue Suspect)[] all = [.. findings.Suspects];
        foreach ((ColumnOverview column, SuspectValue suspect) in all.Take(Sentences))
        {
            yield return $"Does {NumberText.Of(suspect.Value)} in {Quoted.Value(column.Name)} mean “missing”? "
                + $"{Counted.Of(suspect.Rows, "row has", "rows have")} it, {suspect.Why}: "
                + $"--missing-value {Quoted.Typed(column.Declares(suspect))}";
        }

        if (all.Length <= Sentences) yield break;
        string others = string.Join(", ", all.Skip(Sentences).Select(one =>
            $"{NumberText.Of(one.Suspect.Value)} in {Quoted.Value(one.Column.Name)} ({Counted.Rows(one.Suspect.Rows)})"));
        string declared = string.Join(',', all.Select(one => one.Column.Declares(one.Suspect)));
        yield return $"The same may be true of {others}; all of them at once: --missing-value {Quoted.Typed(declared)}";
    }

    private static IEnumerable<string> SumRows(TableOverview overview) => overview.SumRows.Take(Sentences).Select(row =>
        $"Line {overview.Table.LineOf(row.Row)} adds up the others: {Quoted.Value(row.Column)} is {Quoted.Value(row.Word)}, and "
            + $"{Quoted.List([.. row.Summed], Named)} {Counted.Noun(row.Summed.Count, "is a sum", "are sums")}. It is a total, not a "
            + "case: remove the row.");

    // Grades 1 to 4 and "none": a level beside numbers, unless it means that there is none.
    private static IEnumerable<string> WordsAmongNumbers(InspectFindings findings) => findings.Overview.Columns
        .Where(column => column.WordsAmongNumbers.Count > 0).Take(Sentences).Select(column =>
            $"{Quoted.Value(column.Name)} holds numbers, and {Quoted.List([.. column.WordsAmongNumbers], Named)} as well, so each is a "
                + $"level without an order. Where {Counted.Noun(column.WordsAmongNumbers.Count, "that word means", "those words mean")} "
                + $"“missing”: --missing-value {Quoted.Typed(column.DeclaresWords)}");

    private static IEnumerable<string> Scales(InspectFindings findings)
    {
        ColumnOverview[] scaled = [.. findings.Overview.Columns.Where(
            column => column.Scale is not null && !ReferenceEquals(column.Plan, findings.Overview.Target?.Plan))];
        if (scaled.Length == 0) yield break;
        string order = string.Join(',', scaled.Select(column => column.Orders));
        yield return $"{Quoted.List([.. scaled.Select(column => column.Name)], Named)}: words of a scale. In their order they are one "
            + $"feature, else one for each word: --order {Quoted.Typed(order)}";
    }

    private static IEnumerable<string> Missing(InspectFindings findings)
    {
        string[] much = [.. findings.Overview.Columns.Where(column => column.Plan.Kind != ColumnKind.Empty
            && column.Plan.Column.Missing > Much * column.Plan.Column.Rows).Select(column => column.Name)];
        if (much.Length > 0) yield return $"More than {NumberText.Percent(Much)} of the cells are missing in {Quoted.List(much, Named)}.";
    }

    private static IEnumerable<string> Dropped(InspectFindings findings) => findings.Dropped
        .Where(column => !ReferenceEquals(column.Plan, findings.Overview.Target?.Plan))
        .GroupBy(column => (column.Plan.Kind, column.Plan.Advice)).Select(kind => kind.ToArray()).Select(columns =>
            $"{Quoted.List([.. columns.Select(column => column.Name)], Named)}: nothing would learn from "
            + $"{(columns[0].Plan.Advice is { } advice
                ? $"{Counted.Noun(columns.Length, "it as it stands", "them as they stand")} ({advice})"
                : columns.Length == 1 ? $"it ({columns[0].Plan.Reason})" : $"them ({ColumnLines.KindAlone(columns[0])})")}.");

    private static IEnumerable<string> Copies(TableOverview overview)
    {
        if (overview.Copied.Copies == 0) yield break;
        bool areNamed = overview.Columns.Any(column => column.Plan.Kind == ColumnKind.Identifier);
        string[] left =
        [
            .. overview.Target is { } target ? [Quoted.Value(target.Plan.Column.Name)] : (string[])[],
            .. areNamed ? ["those that name or number rows"] : (string[])[],
        ];
        string but = left.Length == 0 ? "" : $" but {string.Join(" and ", left)}";
        string equal = $"{Counted.Of(overview.Copied.Copies, "row equals", "rows equal")} an earlier one in every column{but}";
        yield return overview.Copied.AreCopies
            ? $"{equal}. Chance alone would make about {NumberText.Brief(overview.Copied.ByChance)} equal pairs, so they are taken for "
                + "copies, and all copies of a row stay on one side of a split."
            : $"{equal}. Among so few values chance alone would make about {NumberText.Brief(overview.Copied.ByChance)} equal pairs, so "
                + "they may be different cases.";
    }

    private static IEnumerable<string> Groups(TableOverview overview) => overview.Groups.Take(Sentences).Select(group =>
        $"{Quoted.Value(group.Plan.Column.Name)} may say which rows belong together ({Counted.Of(group.Values, "value")}; {group.Why}): "
            + $"--group {Quoted.Typed(group.Plan.Column.Name)}"
            + $"{(group.IsWhole ? "." : $", once the {Counted.Rows(group.Plan.Column.Missing)} without one have one.")}");

    private static IEnumerable<string> RareClass(TargetOverview? target)
    {
        if (target is not { IsNumber: false, Classes: [_, _, .., var rarest], CanBeSplit: false }) yield break;
        yield return $"Of the class {Quoted.Value(rarest.Key)} there {Counted.Noun(rarest.Value, "is", "are")} "
            + $"{Counted.Rows(rarest.Value)}, too few for the training, validation and test rows of a net: join classes, or remove it.";
    }

    private static IEnumerable<string> Dates(InspectFindings findings)
    {
        foreach (ColumnOverview column in findings.Dates.Where(column => !column.IsDated).Take(Sentences))
            yield return $"{Quoted.Value(column.Name)} holds dates that can be read in two ways: {column.Plan.Reason}.";
        ColumnOverview[] dated = [.. findings.Dates.Where(column => column.IsDated)];
        if (dated.Length == 0) yield break;
        yield return $"{Quoted.List([.. dated.Select(column => column.Name)], Named)} {Counted.Noun(dated.Length, "holds", "hold")} dates"
            + $"{(dated is [var only] ? $", {only.Values}" : "")}: days that are neighbours are alike, so split by --time, not by chance.";
    }

    private static IEnumerable<string> Sorted(InspectFindings findings)
    {
        if (findings.Target is { IsSorted: true } target)
        {
            yield return $"The rows are sorted by {Quoted.Value(target.Rows.TargetName!)}, so a row number would give it away, and "
                + "mean nothing.";
        }
    }

    private static IEnumerable<string> TooFewRows(InspectFindings findings)
    {
        if (findings is not { Target: { IsNumber: true, Rows: { Columns: > 0 } rows } target }) yield break;
        if (ReadyCommand.CanFit(target, findings.Leaking)) yield break;
        int features = findings.Leaking.AreLeftOut ? findings.Leaking.FeaturesLeft : rows.Columns;
        yield return $"{Counted.Of(features, "feature")} and {Counted.Rows(rows.Rows)} of {Quoted.Value(rows.TargetName!)}: too few for a "
            + "regression that is tested; leave columns out with --leave-out, or add rows.";
    }

    private static IEnumerable<string> TooManyFeatures(InspectFindings findings)
    {
        if (findings.Target is not { IsNumber: false, Classes.Count: > 1, Rows: var rows } || rows.Columns < rows.Rows) yield break;
        yield return $"{Counted.Of(rows.Columns, "feature")} for {Counted.Rows(rows.Rows)}: with as many features as rows, a line fits any "
            + "target without a fault, even one that was drawn by chance. Trust test rows alone, penalise, or leave columns out with "
            + "--leave-out.";
    }

    private static string LeaveOut(TargetLeak leak, InspectFindings findings) =>
        Quoted.Typed(LeakingColumns.Listed(LeakingColumns.Of(leak, findings.Overview, findings.Target!)));

    private static IEnumerable<string> Leaks(InspectFindings findings) => findings.Leaks.Take(Sentences).Select(leak =>
        leak.Status == LeakageStatus.Found
            ? $"Caution: the target is in the columns ({leak.Formula}). What is only known with it"
                + $"{(findings.Leaking.AreLeftOut ? " is left out of the commands that train" : "")}: --leave-out "
                + LeaveOut(leak, findings)
            : leak.SeparatesAlone
            ? $"Caution: one column alone separates the classes ({leak.Formula}; {leak.Evidence.Reason}). Is it known beforehand? What is "
                + $"filled in with the outcome, no model should see: --leave-out {LeaveOut(leak, findings)}"
            : $"{leak.Formula}: {leak.Evidence.Reason}. A cause may say so much, and so may what is only known afterwards: when is it "
                + "filled in?");
}
