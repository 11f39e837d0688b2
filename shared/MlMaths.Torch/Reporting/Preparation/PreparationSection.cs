using MlMaths.Torch.Data;
using MlMaths.Torch.Evaluation;

namespace MlMaths.Torch.Reporting;

/// <summary>The first section of a page about a file: what was done to its columns, and why that cannot leak.</summary>
internal static class PreparationSection
{
    /// <summary>Its heading.</summary>
    public const string Question = "What was done to your columns?";

    private const int Named = 3, ShownRows = 10;

    /// <summary>The section.</summary>
    /// <param name="preparation">What the training rows taught.</param>
    /// <param name="absences">Where the classes differ in what is missing; empty where there are no two classes.</param>
    /// <param name="areSorted">Whether the rows of the file are sorted by class.</param>
    /// <param name="leaks">Columns that say what the target is, or may.</param>
    /// <param name="copies">Rows that are equal.</param>
    public static Section Of(
        FittedPreparation preparation, IReadOnlyList<AbsenceByClass> absences, bool areSorted, IReadOnlyList<TargetLeak> leaks,
        RowCopies? copies)
    {
        RawTable table = preparation.Table;
        List<Block> blocks = [new Paragraph(Intro(preparation))];
        MarkdownText[] notes = [.. table.Notes.Select(note => MarkdownText.Escaped(note.Sentence)),
            .. table.LeftOut.Select(one => LeftOut(table, one))];
        if (notes.Length > 0) blocks.Add(new Bullets(notes));
        blocks.Add(PreparationTable.Of(preparation));
        blocks.AddRange(Orders(preparation));
        if (areSorted) blocks.AddRange(Sorted(preparation));
        blocks.AddRange(Suspects(preparation));
        blocks.AddRange(LeakCallouts.Of(leaks));
        if (copies?.Callout is { } equal) blocks.Add(equal);
        blocks.AddRange(Absences(absences));
        blocks.AddRange(Dates(preparation));
        return new Section(Question, blocks, Conclusion(preparation));
    }

    /// <summary>Lines for the console: rows left out, and columns that nothing learns from.</summary>
    public static IReadOnlyList<string> Spoken(FittedPreparation preparation, RowCopies? copies)
    {
        string[] dropped = [.. Dropped(preparation).Select(column => column.Name)];
        return
        [
            .. preparation.Table.LeftOut.Select(one => $"{Counted.Rows(one.Rows.Count)} left out: {one.Reason}."),
            .. dropped.Length > 0 ? [$"Columns left out: {Quoted.List(dropped)}; the report says why."] : (string[])[],
            .. copies?.Spoken is { } equal ? [equal] : (string[])[],
        ];
    }

    private static MarkdownText Intro(FittedPreparation preparation) => MarkdownText.Of(
        $"The file has {Counted.Rows(preparation.Table.RowCount)} and {Counted.Of(preparation.Columns.Count, "column")}. What a column is "
        + $"was decided from its own cells, never from the target. Whatever is computed with (levels, medians, which "
        + $"level is the reference, "
        + $"which ones are rare) was learnt from training rows alone, so no validation or test row had a say in it. No text was coded by a "
        + $"mean of the target: that mean has seen the rows that it would predict.");

    private static MarkdownText LeftOut(RawTable table, LeftOutRows one)
    {
        string rows = string.Join(", ", one.Rows.Take(ShownRows).Select(row => NumberText.Count(table.LineOf(row - 1))))
            + (one.Rows.Count > ShownRows ? " …" : "");
        return MarkdownText.Of($"{Counted.Rows(one.Rows.Count)} took no part: {one.Reason} "
            + $"({(one.Rows.Count == 1 ? "line" : "lines")} {rows} of the file).");
    }

    private static IEnumerable<Block> Orders(FittedPreparation preparation)
    {
        FittedColumn[] categories = [.. preparation.Columns.Where(column => column.Plan.Kind == ColumnKind.Category
            && column.Levels.Count > 2)];
        if (categories.Length == 0) yield break;
        (string Name, IReadOnlyList<string> Levels)[] known =
        [
            .. categories.Where(column => column.Name.AsSpan().IndexOfAny('=', '"') < 0)
                .Select(column => (column.Name, KnownScales.Of(column.Plan)!)).Where(column => column.Item2 is not null),
        ];
        yield return new Paragraph(
            $"The weight of “{categories[0].Features[0]}” says how such rows differ from those with "
            + $"{Quoted.Value(categories[0].Reference!)}, the reference, all else equal. If the levels of a column have an order, say so, "
            + $"the lowest first (`--order COLUMN=LOW,…,HIGH`), and it becomes one number{(known.Length > 0 ? ":" : ".")}");
        if (known.Length == 0) yield break;
        string orders = NameList.Write(known.SelectMany(column => column.Levels.Select(
            (level, place) => place == 0 ? $"{column.Name}={level}" : level)));
        yield return new CodeBlock($"--order {Shell.OfThisSystem.Word(orders)}", "text");
    }

    private static IEnumerable<Block> Sorted(FittedPreparation preparation)
    {
        FittedColumn[] numbering = [.. preparation.Columns.Where(column => column.Plan.Kind == ColumnKind.Identifier
            && column.Plan.Column.IsNumeric)];
        if (numbering.Length == 0) yield break;
        yield return Callout.Note(
            $"**The rows of the file are sorted by class**, so a column that numbers them (**{numbering[0].Name}**) would tell the class "
            + $"perfectly and mean nothing: it is left out.");
    }

    private static IEnumerable<Block> Suspects(FittedPreparation preparation)
    {
        (FittedColumn Column, SuspectValue Suspect)[] all =
            [.. preparation.Columns.SelectMany(column => column.Plan.Suspects.Select(suspect => (column, suspect)))];
        if (all.Length == 0) yield break;
        string option = NameList.Write(all.Select(one => FormattableString.Invariant($"{one.Column.Name}={one.Suspect.Value}")));
        MarkdownText sentences = MarkdownText.Join(" ", all.Select(one => MarkdownText.Of(
            $"{one.Suspect.Value} in **{one.Column.Name}** ({Counted.Rows(one.Suspect.Rows)}, {one.Suspect.Why}).")));
        yield return Callout.Caution(
            $"**Do these numbers mean “missing”?** {sentences} They were used as they are, because only you can know. "
                + $"If they mean that there "
            + $"is no value, say so:");
        yield return new CodeBlock($"--missing-value {Shell.OfThisSystem.Word(option)}", "text");
    }

    private static IEnumerable<Block> Absences(IReadOnlyList<AbsenceByClass> absences)
    {
        AbsenceByClass[] differing = [.. absences.Where(one => one.Differs)];
        if (differing.Length == 0) yield break;
        MarkdownText sentences = MarkdownText.Join("; ", differing.Take(Named).Select(one => MarkdownText.Of(
            $"**{one.Column}** in {one.Positive.Value:P0} of positive and {one.Negative.Value:P0} of negative training rows")));
        yield return Callout.Note(
            $"**What is missing differs by class:** {sentences}. That can inform honestly, and it can leak: if the "
                + $"value was recorded because "
            + $"of the outcome, leave the column out (`--leave-out COLUMN`).");
    }

    private static IEnumerable<Block> Dates(FittedPreparation preparation)
    {
        if (preparation.Columns.FirstOrDefault(column => column.Plan.Kind == ColumnKind.Date) is not { } date
            || preparation.Columns.Any(column => column.Plan.Action == ColumnAction.Time))
        {
            yield break;
        }

        yield return Callout.Caution(
            $"**Neighbouring days are alike.** **{date.Name}** holds dates, and rows were dealt at random: a test row's neighbours were "
            + $"trained on, which flatters what is measured on it if days to come are what matters. Where a command has "
            + $"`--time`, name this column "
            + $"there: then the past trains, and the future tests.");
    }

    private static IEnumerable<FittedColumn> Dropped(FittedPreparation preparation) => preparation.Columns.Where(
        column => column.Plan.Action == ColumnAction.Dropped && column.Features.Count == 0);

    private static MarkdownText Conclusion(FittedPreparation preparation)
    {
        int used = preparation.Columns.Count(column => column.Features.Count > 0), dropped = Dropped(preparation).Count();
        return MarkdownText.Of($"{Counted.Of(used, "column")} became {Counted.Of(preparation.FeatureNames.Count, "feature")}"
            + $"{(dropped == 0 ? "" : $"; {Counted.Of(dropped, "column was", "columns were")} left out")}.");
    }
}
