using System.Globalization;

namespace MlMaths.Torch.Data;

/// <summary>Columns that are numbers but for some cells: what these are is told, and nothing is passed over.</summary>
internal sealed class MixedCells(TableCells cells, CsvSource source, TableFaults faults, List<ReadingNote> notes)
{
    // Where so many cells begin with a letter, none is a slip: A/5 21171 beside 349909.
    private const double FewestOfTexts = 0.1;

    private const int CodeLevels = 12, RowsOfLevel = 3, Told = 3;

    /// <summary>A column most of whose cells are numbers, and some are not: neither can be passed over.</summary>
    public void Tell(RawColumn column, IReadOnlyList<string> texts)
    {
        if (TwoSigns(texts) is { } signs)
        {
            string told = $"{Quoted.Value(column.Name)} has {signs}";
            if (texts.Count > CodeLevels) faults.AddColumn($"{source.Shown}, column {told}: write them all with a point.", column.Name);
            else notes.Add(new(ReadingStep.Numbers, $"{told}, so it was taken as texts: all with a point, it holds numbers."));
            return;
        }

        HashSet<string> limits = MeasurementLimits.Of(column);
        bool[] isNumber = [.. column.Texts.Select(IsNumber)];
        int[] present = [.. Enumerable.Range(0, column.Rows).Where(row => column.Codes![row] >= 0)];
        int numbers = present.Count(row => isNumber[column.Codes![row]]);
        bool isCode = texts.Count <= CodeLevels && present.Length >= RowsOfLevel * texts.Count;
        if (numbers == 0 || 2 * numbers < present.Length || isCode || DateNotation.Of(texts) is not null)
            return;
        string[] odd = [.. texts.Where(text => !IsNumber(text))];
        if (AreNames(odd, column, numbers, present.Length) || IsHeaderAgain(odd, column, numbers, present)) return;
        int first = present.First(row => !isNumber[column.Codes![row]]);
        string cell = column.Text(first)!;
        string other = present.Length - numbers > 1 ? $", one of {present.Length - numbers} cells that are no numbers" : "";
        HashSet<int> others = [.. present.Where(row => !isNumber[column.Codes![row]])];
        if (odd.All(SumWords.MayCall) && SummedAt(first, others) is { Count: > 0 } summed)
        {
            faults.Add($"{source.Shown}, line {cells.LineOf(first)}, column {Quoted.Value(column.Name)} is {Quoted.Value(cell)}{other}, "
                + $"and {Quoted.List(summed, Told)} {Counted.Noun(summed.Count, "is a sum", "are sums")} of the other rows: it is a total, "
                + "not a case, and would be learnt from as one; remove the row.");
            return;
        }

        string must = double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double beyond)
            ? double.IsFinite(beyond) ? $"and {NumberRange.Beyond}" : "and must be a finite number"
            : $"and the other {Counted.Of(numbers, "cell")} of the column {(numbers == 1 ? "is a number" : "are numbers")}";
        string sentence =
            $"{source.Shown}, line {cells.LineOf(first)}, column {Quoted.Value(column.Name)} is "
                + $"{Quoted.Value(cell)}{other}, {must}: "
            + "correct it, remove the row, ";
        if (odd.Length <= Told && odd.All(text => !text.Contains('"')))
        {
            foreach (string text in odd)
                faults.Missing(column.Name, text);
            faults.AddHealed(sentence + $"declare it missing with --missing-value, or leave the column out with --leave-out.");
        }
        else
        {
            faults.AddColumn(sentence + "or leave the column out with --leave-out.", column.Name);
        }

        bool IsNumber(string text) => ColumnNumbers.IsNumber(limits.Contains(text) ? MeasurementLimits.Number(text) : text);
    }

    private bool AreNames(string[] odd, RawColumn column, int numbers, int present)
    {
        int names = present - numbers;
        if (odd.Length <= CodeLevels || names < FewestOfTexts * present || !odd.All(text => char.IsLetter(text[0]))) return false;
        notes.Add(new(ReadingStep.Codes, $"{Quoted.Value(column.Name)} holds {Counted.Of(numbers, "number")} and "
            + $"{Counted.Of(names, "text")} such as {Quoted.Value(odd[0])}: all were taken as texts."));
        return true;
    }

    private bool IsHeaderAgain(string[] odd, RawColumn column, int numbers, int[] present)
    {
        if (odd is not [string word] || word != column.Name) return false;
        string[] lines = [.. present.Where(row => column.Text(row) == word).Take(Told).Select(row => $"{cells.LineOf(row)}")];
        faults.Add($"{source.Shown} repeats its header on {(lines.Length == 1 ? "line" : "lines")} {string.Join(", ", lines)}"
            + $"{(present.Length - numbers > lines.Length ? " and more" : "")}: remove what repeats it.");
        return true;
    }

    // 1,5 beside 2.5: to a model two texts like any others.
    private static string? TwoSigns(IReadOnlyList<string> texts)
    {
        string? comma = texts.FirstOrDefault(text => text.Contains(',')), point = texts.FirstOrDefault(text => text.Contains('.'));
        if (comma is null || point is null || !texts.All(text => text.Count(letter => letter is ',' or '.') <= 1
            && ColumnNumbers.IsNumber(text.Replace(',', '.'))))
        {
            return null;
        }

        return $"decimal commas and decimal points, as in {Quoted.Value(comma)} and {Quoted.Value(point)}";
    }

    private IReadOnlyList<string> SummedAt(int row, HashSet<int> without) => [.. cells.Columns.Where(column => column.IsNumeric)
        .Select(column => new ColumnSum(column, without)).Where(sum => sum.IsAt(row)).Select(sum => sum.Name)];
}
