using System.Globalization;

namespace MlMaths.Torch.Data;

/// <summary>Reads the texts of columns as numbers where every cell of a column agrees how, and tells where cells do not.</summary>
internal sealed class ColumnNumbers(TableCells cells, CsvSource source, TableFaults faults, List<ReadingNote> notes)
{
    // After so many different words a column is none of numbers with a few words in it.
    private const int FirstTexts = 100;
    private const int MostClassesOfUnit = 20;

    private readonly Dictionary<string, List<string>> _read = [];

    /// <summary>The column as numbers where it is one, without the quotes of another language; else as it is.</summary>
    public RawColumn Of(RawColumn column)
    {
        if (column.IsNumeric || column.TextCount == 0 || !column.FirstTexts(FirstTexts).Any(MayBeNumber))
            return column;
        if (cells.Codes.Contains(column.Name))
        {
            notes.Add(new(ReadingStep.Codes, $"{Quoted.Value(column.Name)} holds digits that begin with 0, as postcodes and telephone "
                + "numbers do: they were kept as texts, not read as amounts."));
            return column;
        }

        IReadOnlyList<string> texts = Present(column);
        if (Unquoted(column, texts) is { } bare)
            (column, texts) = (bare, Present(bare));
        HashSet<string> limits = MeasurementLimits.Of(column);
        IReadOnlyList<string> written = limits.Count == 0 ? texts
            : [.. texts.Select(text => limits.Contains(text) ? MeasurementLimits.Number(text) : text)];
        if (NumberNotation.Of(written, cells.Separator == ',', cells.IsDecimalComma, out string? ambiguous) is { } notation)
        {
            Note(notation, column.Name);
            if (notation.Unit is { } unit) Note($"{unit} taken off", column.Name);
            NoteLimits(column, [.. texts.Where(limits.Contains)]);
            return column.AsNumbers(ByCode(column, texts, notation.Numbers), notation.Unit, limits.Count > 0);
        }

        if (NumberNotation.DoubtfulBrackets(texts, cells.Separator == ',') is (var brackets, var negative))
        {
            faults.AddColumn(
                $"{Column(column)} has {Quoted.Value(brackets)}, which is {NumberText.Of(negative)} as accountants write it and "
                    + $"{NumberText.Of(-negative)} where brackets say something else, and other cells have a minus of their own: write all "
                    + "of them in one way.",
                column.Name);
        }
        else if (ambiguous is not null)
        {
            faults.AddColumn(
                $"{Column(column)} has {Quoted.Value(ambiguous)}, which is {ambiguous.Replace(",", "")} where commas "
                    + $"stand between thousands "
                + $"and {ambiguous.Replace(',', '.')} where they are decimal commas, and no cell proves which: write "
                + $"the numbers with a point.",
                column.Name);
        }
        else
        {
            new MixedCells(cells, source, faults, notes).Tell(column, texts);
        }

        return column;
    }

    /// <summary>
    /// The target: texts, but without quotes of another language, and with a point where every text is a number that is written in
    /// another way.
    /// </summary>
    public RawColumn Labels(RawColumn column)
    {
        IReadOnlyList<string> texts = Present(column);
        if (Unquoted(column, texts) is { } bare)
            return bare;
        if (NumberNotation.Of(texts, cells.Separator == ',', cells.IsDecimalComma, out _) is not { } notation) return column;
        // 24h and 48h may be classes; of a hundred such values each is an amount.
        bool hasUnit = notation.Unit is not null && texts.Count > MostClassesOfUnit;
        if (notation.Name is null && !hasUnit) return column;
        Note(notation, column.Name);
        if (hasUnit) Note($"{notation.Unit} taken off", column.Name);
        double[] numbers = ByCode(column, texts, notation.Numbers);
        return column.WithTexts(code => numbers[code].ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Says once what was done, with the columns.</summary>
    public void Conclude() => notes.AddRange(_read.Select(one => new ReadingNote(
        ReadingStep.Numbers, $"Numbers were read with {one.Key}: {Quoted.List(one.Value)}.")));

    private static IReadOnlyList<string> Present(RawColumn column)
    {
        bool[] isThere = new bool[column.TextCount];
        foreach (int code in column.Codes!)
        {
            if (code >= 0) isThere[code] = true;
        }

        return isThere.All(there => there) ? column.Texts : [.. column.Texts.Where((_, code) => isThere[code])];
    }

    private static double[] ByCode(RawColumn column, IReadOnlyList<string> texts, double[] numbers)
    {
        if (ReferenceEquals(texts, column.Texts)) return numbers;
        Dictionary<string, double> ofText = texts.Zip(numbers).ToDictionary(pair => pair.First, pair => pair.Second);
        return [.. column.Texts.Select(text => ofText.GetValueOrDefault(text, double.NaN))];
    }

    private RawColumn? Unquoted(RawColumn column, IReadOnlyList<string> texts)
    {
        if (texts.Count == 0 || !texts.All(text => text.Length > 2 && text[0] == '\'' && text[^1] == '\''))
            return null;
        notes.Add(new(ReadingStep.Unquoted, $"Single quotes around every value of {Quoted.Value(column.Name)} were taken off."));
        return column.WithTexts(code => column.Texts[code].Trim('\''));
    }

    private void Note(NumberNotation notation, string column)
    {
        if (notation.Name is { } name) Note(name, column);
        if (!notation.AreAllInBrackets) return;
        notes.Add(new(ReadingStep.Numbers, $"Every number of {Quoted.Value(column)} stands in brackets, so each was read as negative: "
            + "where the brackets mean something else, take them off in the file."));
    }

    private void NoteLimits(RawColumn column, string[] limits)
    {
        if (limits.Length == 0) return;
        int cells = column.Codes!.Count(code => code >= 0 && limits.Contains(column.TextOf(code)));
        notes.Add(new(ReadingStep.Limits, $"{Counted.Cells(cells)} of {Quoted.Value(column.Name)}, such as "
            + $"{Quoted.Value(limits[0])}, {Counted.Noun(cells, "says", "say")} that the value lies beyond a limit of what was measured: "
            + "the limit was read in its place."));
    }

    private void Note(string what, string column)
    {
        if (!_read.TryGetValue(what, out List<string>? columns)) _read[what] = columns = [];
        columns.Add(column);
    }

    private string Column(RawColumn column) => $"{source.Shown}, column {Quoted.Value(column.Name)}";

    private static bool MayBeNumber(string text) => text.AsSpan().IndexOfAnyInRange('0', '9') >= 0
        && (IsNumber(text.Trim('\'')) || NumberNotation.Of([text], commaSeparates: false, decimalComma: true, out _) is not null
            || NumberNotation.Of([text], commaSeparates: true, decimalComma: false, out _) is not null
            || double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _));

    internal static bool IsNumber(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && NumberRange.Holds(number);
}
