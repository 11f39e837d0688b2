using System.Globalization;
using CsvHelper;

namespace MlMaths.Torch.Data;

/// <summary>The cells of the row at which a reader stands: numbers and labels, or a sentence that says what they are instead.</summary>
internal sealed class CsvCells(CsvReader reader, CsvHeader header, CsvSource source, bool mayLeaveOut = true)
{
    private readonly string _remedy = mayLeaveOut
        ? "remove the row, or leave the column out with --leave-out"
        : "or remove the row";

    private string Row => $"{source.Shown}, line {reader.LineNumber}";

    public void CheckWidth()
    {
        if (reader.FieldCount != header.Names.Count)
        {
            throw new UserMistakeException(
                $"{Row} has {Counted.Cells(reader.FieldCount)}, and the header has {header.Names.Count}: give every row one cell per "
                + "column, and put quotes around a cell that contains the separator or a line break.");
        }
    }

    /// <summary>A score, NaN where there is none.</summary>
    public double Number(int column, ScoreNumbers numbers) =>
        numbers.TryRead(reader.GetSpan(column), reader.LineNumber, out double number)
            ? number
            : throw NotANumber(reader.GetString(column), number, Where(column), numbers);

    /// <summary>The text of a column with a role, which no row may leave blank; blank where there is no such column.</summary>
    public string Text(int? column, string role)
    {
        if (column is not { } index)
            return "";
        string text = reader.GetString(index);
        return !string.IsNullOrWhiteSpace(text)
            ? text
            : throw new UserMistakeException($"{Where(index)}, the {role}, is blank: fill it in, or remove the row.");
    }

    private UserMistakeException NotANumber(string cell, double number, string where, ScoreNumbers numbers)
    {
        if (double.IsFinite(number) && !NumberRange.Holds(number))
            return new(NumberRange.OfCell(where, Quoted.Value(cell)));
        if (!double.IsFinite(number) || double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double beyond)
            && !double.IsFinite(beyond))
        {
            return new($"{where} is {Quoted.Value(cell)}, and must be a finite number: correct it, {_remedy}.");
        }

        return cell.Any(char.IsAsciiDigit) && numbers.Habit is { } habit
            ? new($"{where} is {Quoted.Value(cell)}, and the cells above it are written {habit}: write all of them alike, {_remedy}.")
            : new($"{where} is {Quoted.Value(cell)}, and must be a number: correct it, {_remedy}.");
    }

    private string Where(int column) => $"{Row}, column {Quoted.Value(header.Names[column])}";
}
