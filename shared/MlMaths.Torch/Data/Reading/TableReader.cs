namespace MlMaths.Torch.Data;

/// <summary>A table with the texts of its columns with a role.</summary>
/// <param name="Table">All columns and what they are.</param>
/// <param name="Roles">Columns that are no features.</param>
/// <param name="Rows">0-based rows of the file that take part.</param>
internal sealed record ReadTable(RawTable Table, RolePlaces Roles, int[] Rows);

/// <summary>
/// From the bytes of a file to its columns and what they are. Whatever is wrong is collected and told at once; nothing is half
/// understood.
/// </summary>
internal static class TableReader
{
    private const int FirstRecords = 100, FirstTexts = 20, ToldColumns = 6;

    /// <exception cref="UserMistakeException">The file cannot be used as it is: every reason, and what to type.</exception>
    public static ReadTable Read(byte[] bytes, CsvSource source, Action<double>? told = null)
    {
        TableOptions options = source.Options;
        TableFaults faults = new();
        TableBytes text = TableBytes.Of(bytes, options, source);
        IReadOnlyList<string[]> first = TableCells.First(text, source, FirstRecords);
        if (first.Count == 0)
            throw new UserMistakeException($"{source.Shown} is empty: it needs a header row with the columns' names, and rows below it.");
        HeaderLine header = source.IsClean ? new([.. first[0]], IsInFile: true)
            : HeaderLine.Of(first, options, source, faults, text.LinesThrough);
        faults.Throw(source);
        if (header.IsInFile && first.Count <= header.Records)
            throw new UserMistakeException($"{source.Shown} has a header but no rows: add rows below it.");
        RolePlaces roles = RolePlaces.In(header, source, faults);
        bool areRolesFound = !faults.Any;
        TableCells cells = TableCells.Read(text, header, roles.OptionOf, source, faults, told);
        if (!areRolesFound) faults.Throw(source); // a column with another role than meant would bring faults that are none
        List<ReadingNote> notes = [.. text.Notes, .. Named(header, options), .. MissingWords(cells)];
        ColumnPlan[] plans = source.IsClean
            ? [.. cells.Columns.Select((column, place) => AsItIs(column, roles, place))]
            : Plans(cells, roles, source, faults, notes);
        (int[] rows, IReadOnlyList<LeftOutRows> leftOut) = TableRows.Of(plans, cells, roles, source, faults);
        if (!source.Roles.IsOverview) RequireFeatures(plans, roles, cells, source, faults);
        faults.Throw(source);
        return new(new(plans, cells.Rows, notes, leftOut, options) { Lines = cells.Lines }, roles, rows);
    }

    private static IEnumerable<ReadingNote> Named(HeaderLine header, TableOptions options) => header.IsInFile
        ? []
        : [new(ReadingStep.Named, options.Names is null
            ? $"The file has no header, as said; its columns are called column_1 to column_{header.Names.Count}."
            : "The names of the columns are those that were given (--names); the first line is a row (--no-header).")];

    private static IEnumerable<ReadingNote> MissingWords(TableCells cells) => cells.MissingWords.GroupBy(one => one.Word).Select(word =>
        new ReadingNote(ReadingStep.MissingByCustom, $"Cells with {Quoted.Value(word.Key)} have no value: "
            + string.Join(", ", word.Take(ToldColumns).Select(one => $"{NumberText.Count(one.Cells)} of {Quoted.Value(one.Column)}"))
            + $"{(word.Count() > ToldColumns ? $", and of {word.Count() - ToldColumns} more columns" : "")}."));

    private static ColumnPlan AsItIs(RawColumn column, RolePlaces roles, int place) => roles.OptionOf(place) is not null
        ? OfRole(column, roles, place)
        : roles.LeftOut.Contains(column.Name)
            ? new(column, ColumnKind.Number, ColumnAction.Dropped, "left out, as asked") { IsAsked = false }
            : new(column, ColumnKind.Number, ColumnAction.Kept, "numbers");

    private static ColumnPlan[] Plans(
        TableCells cells, RolePlaces roles, CsvSource source, TableFaults faults, List<ReadingNote> notes)
    {
        ColumnNumbers numbers = new(cells, source, faults, notes);
        bool isPicture = cells.Columns.Count(column => column.Name.StartsWith("pixel", StringComparison.Ordinal)) > cells.Columns.Count / 2;
        ColumnJudge judge = new(source.Options, roles.LeftOut, isPicture);
        ColumnPlan[] plans = [.. cells.Columns.Select(PlanOf)];
        numbers.Conclude();
        foreach (ColumnPlan plan in plans.Where(plan => plan.Action is ColumnAction.Encoded or ColumnAction.Target))
            CapitalsAlone.Tell(plan, notes);
        KeepTheLast(plans);
        foreach (ColumnPlan plan in plans.Where(plan => plan.Action == ColumnAction.Kept))
            RequireSizes(plan.Column, cells, source, faults);
        foreach ((string column, IReadOnlyList<string> levels) in source.Options.Orders)
            RequireLevels(plans.First(plan => plan.Column.Name == column).Column, levels, source, faults);
        return plans;

        ColumnPlan PlanOf(RawColumn given, int place)
        {
            if (place == roles.Target)
            {
                RawColumn labels = numbers.Labels(Declared(given, source, faults, notes));
                return OfRole(YesAndNo.InOneSpelling(labels, notes), roles, place);
            }

            if (roles.OptionOf(place) is not null) return OfRole(given, roles, place);
            bool isNamed = given.Name.Length > 0;
            RawColumn column = isNamed ? given : given.Named($"column_{place + 1}");
            column = Declared(column, source, faults, notes);
            DateNotation? date = column.IsNumeric || DateNotation.Of(column.FirstTexts(FirstTexts)) is null ? null
                : DateNotation.Of(column.Texts);
            if (!roles.LeftOut.Contains(column.Name) && !source.Options.Orders.ContainsKey(column.Name) && date is null)
                column = YesAndNo.InOneSpelling(numbers.Of(column), notes);
            return judge.Of(column, isNamed, date);
        }
    }

    // Hours 1, 2, 3 … may be all that a small table has to learn from.
    private static void KeepTheLast(ColumnPlan[] plans)
    {
        if (plans.Any(plan => plan.Action is ColumnAction.Kept or ColumnAction.Encoded || plan.MayTellMissing)) return;
        int[] running = [.. Enumerable.Range(0, plans.Length).Where(
            place => plans[place] is { Kind: ColumnKind.Identifier, Column.IsNumeric: true, IsNumbered: true })];
        if (running is not [int only]) return;
        plans[only] = plans[only] with
        {
            Kind = ColumnKind.Number,
            Action = ColumnAction.Kept,
            Reason = "it numbers the rows, and is kept because there is no other column to learn from",
        };
    }

    private static ColumnPlan OfRole(RawColumn column, RolePlaces roles, int place) => new(
        column, KindOfRole(column),
        place == roles.Target ? ColumnAction.Target
            : place == roles.Group ? ColumnAction.Group
            : place == roles.Time ? ColumnAction.Time
            : ColumnAction.Batch,
        place == roles.Target ? "what is predicted" : $"named by {roles.OptionOf(place)}");

    private static ColumnKind KindOfRole(RawColumn column) => column.IsNumeric ? ColumnKind.Number : KindOfTexts(column, column.Counts());

    // A word that was declared missing is still a text of the pool, and no row has it.
    private static ColumnKind KindOfTexts(RawColumn column, int[] counts) =>
        counts.Count(rows => rows > 0) == 2 ? ColumnKind.Binary
        : column.FirstTexts(FirstTexts) is { Count: > 0 } first && DateNotation.Of(first) is not null ? ColumnKind.Date
        : column.TextCount > 0 && column.Texts.Index().All(text => counts[text.Index] == 0 || IsNumber(text.Item)) ? ColumnKind.Number
        : column.TextCount <= ColumnJudge.MaxLevels ? ColumnKind.Category
        : ColumnKind.Text;

    private static bool IsNumber(string text) =>
        double.TryParse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out _);

    private static RawColumn Declared(RawColumn column, CsvSource source, TableFaults faults, List<ReadingNote> notes)
    {
        foreach ((string name, string value) in source.Options.MissingValues.Where(one => one.Column == column.Name))
        {
            RawColumn without = column.Without(value);
            int cells = without.Missing - column.Missing;
            if (cells == 0)
            {
                faults.Add($"--missing-value says that {Quoted.Value(value)} in {Quoted.Value(name)} means no value, "
                    + "and no cell of it has that: check it.");
            }
            else
            {
                notes.Add(new(ReadingStep.DeclaredMissing, $"{Counted.Cells(cells)} of {Quoted.Value(name)} with "
                    + $"{Quoted.Value(value)} {Counted.Noun(cells, "is", "are")} missing, as declared."));
            }

            column = without;
        }

        return column;
    }

    private static void RequireSizes(RawColumn column, TableCells cells, CsvSource source, TableFaults faults)
    {
        double[] numbers = column.NumbersOfRows!;
        string shown = $"The column {Quoted.Value(column.Name)} of {source.Shown}";
        try
        {
            (double low, double high) = NumberRange.Ends(numbers);
            NumberRange.Require(shown, low, high);
            NumberRange.RequireTogether(shown, numbers, row => $"on line {cells.LineOf(row)}");
        }
        catch (UserMistakeException mistake)
        {
            faults.AddColumn(mistake.Message, column.Name);
        }
    }

    private static void RequireLevels(RawColumn column, IReadOnlyList<string> levels, CsvSource source, TableFaults faults)
    {
        string[] unknown = [.. Enumerable.Range(0, column.Rows).Select(column.Text).OfType<string>().Distinct().Except(levels).Take(9)];
        if (unknown.Length > 0)
        {
            faults.Add($"--order gives {Quoted.Value(column.Name)} the levels {Quoted.List([.. levels])}, and {source.Shown} has "
                + $"{Quoted.List(unknown)} too: name every level, the lowest first.");
        }
    }

    private static void RequireFeatures(ColumnPlan[] plans, RolePlaces roles, TableCells cells, CsvSource source, TableFaults faults)
    {
        if (plans.Any(plan => plan.Action is ColumnAction.Kept or ColumnAction.Encoded || plan.MayTellMissing) || faults.Any)
            return;
        ColumnPlan[] dropped = [.. plans.Where(plan => plan.Action == ColumnAction.Dropped)];
        string[] named = [.. new[] { ("target", roles.Target), ("batch", roles.Batch), ("group", roles.Group), ("time", roles.Time) }
            .Where(role => role.Item2 is not null).Select(role => $"the {role.Item1} "
                + $"{Quoted.Value(cells.Columns[role.Item2!.Value].Name)}")];
        string besides = named.Length > 0 ? $" besides {string.Join(" and ", named)}" : dropped.Length > 0
            ? " besides those that are left out" : "";
        if (dropped.All(plan => !plan.IsAsked))
        {
            faults.Add($"{source.Shown} has no column{besides}: add columns to learn from, separated by a comma, semicolon, tab or bar.");
            return;
        }

        string why = string.Join("; ", dropped.Take(4).Select(plan => $"{Quoted.Value(plan.Column.Name)} ({plan.Reason})"));
        string[] able = [.. dropped.Where(plan => plan.Kind is ColumnKind.Identifier or ColumnKind.Text
            && plan.IsAsked).Select(plan => plan.Column.Name)];
        string sentence = $"{source.Shown} has no column{besides} to learn from; left out are {why}: add columns";
        if (able.Length > 0)
            faults.Add($"{sentence}, or keep one with --keep.", "--keep", NameList.Write(able.Take(1)));
        else if (dropped.Any(plan => plan is { Kind: ColumnKind.Date, Days: not null }))
            faults.Add($"{sentence}, or make features of the dates with --date-parts.", "--date-parts");
        else
            faults.Add($"{sentence}.");
    }
}
