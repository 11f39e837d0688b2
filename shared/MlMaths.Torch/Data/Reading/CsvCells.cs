using System.Globalization;
using CsvHelper;

namespace MlMaths.Torch.Data;

/// <summary>The cells of the row at which a reader stands: numbers and labels, or a sentence that says what they are instead.</summary>
internal sealed class CsvCells(CsvReader reader, CsvHeader header, CsvSource source, bool mayLeaveOut = true)
{
    private readonly string _remedy = mayLeaveOut
        ? "remove the row, or leave the column out with --leave-out"
        : "or remove the row";

    private string Row => $"{source.Shown}, row {reader.RowNumber} (line {reader.LineNumber})";

    public void CheckWidth()
    {
        if (reader.FieldCount != header.Names.Count)
        {
            throw new UserMistakeException(
                $"{Row} has {Counted.Cells(reader.FieldCount)}, and the header has {header.Names.Count}: give every row one cell per "
                + "column, and put quotes around a cell that contains the separator or a line break.");
        }
    }

    public double Number(int column)
    {
        ReadOnlySpan<byte> cell = reader.GetSpan(column);
        if (double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && NumberRange.Holds(number))
            return number;
        throw NotANumber(reader.GetString(column), number, Where(column));
    }

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

    private UserMistakeException NotANumber(string cell, double number, string where)
    {
        if (string.IsNullOrWhiteSpace(cell))
            return new($"{where} is blank, and must be a number: fill it in, {_remedy}.");
        if (WithPoint(cell) is { } withPoint)
        {
            return new(
                $"{where} is {Quoted.Value(cell)}, a number with a decimal comma: write {Quoted.Value(withPoint)}, and a point in "
                + "place of the comma in all other cells too.");
        }

        if (double.IsFinite(number) && !NumberRange.Holds(number))
            return new(NumberRange.OfCell(where, Quoted.Value(cell)));
        return double.IsFinite(number)
            ? new($"{where} is {Quoted.Value(cell)}, and must be a number: correct it, {_remedy}.")
            : new($"{where} is {Quoted.Value(cell)}, and must be a finite number: correct it, {_remedy}.");
    }

    /// <summary>The cell with a decimal point, where it holds a number with a decimal comma; else null.</summary>
    private string? WithPoint(string cell)
    {
        string withPoint = cell.Trim().Replace(',', '.');
        bool isDecimalComma = reader.Separator != ',' && cell.Contains(',')
            && double.TryParse(withPoint, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
        return isDecimalComma ? withPoint : null;
    }

    private string Where(int column) => $"{Row}, column {Quoted.Value(header.Names[column])}";
}
