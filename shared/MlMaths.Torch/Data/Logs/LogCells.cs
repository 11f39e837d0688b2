using System.Globalization;
using CsvHelper;

namespace MlMaths.Torch.Data;

/// <summary>A log that is a CSV: cells as they stand there, many of them blank.</summary>
internal sealed class LogCells
{
    private const long MostBytes = 256 << 20;

    private static readonly HashSet<string> Blank = new(StringComparer.OrdinalIgnoreCase) { "", "none", "null", "na", "n/a", "-" };

    private readonly List<string[]> _rows = [];
    private readonly List<long> _lines = [];
    private readonly bool _mayHaveDecimalComma;
    private readonly string _shown;

    private LogCells(string[] header, CsvReader reader, string shown)
    {
        _shown = shown;
        HasHeader = !header.All(cell => Number(cell) is not null);
        Names = [.. header.Select((cell, place) => HasHeader && cell.Trim().Length > 0 ? cell.Trim() : $"column_{place + 1}")];
        _mayHaveDecimalComma = reader.Separator != ',';
        if (!HasHeader) Keep(header, reader.LineNumber);
        if (Names.GroupBy(name => name).FirstOrDefault(name => name.Count() > 1) is { } twice)
            throw new UserMistakeException($"{shown} has two columns {Quoted.Value(twice.Key)}: rename one, so that one can be meant.");
    }

    /// <summary>Names of the columns, in the order of the file.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Whether the file names its columns.</summary>
    public bool HasHeader { get; }

    /// <summary>Whether the last row ends too soon, as of a program that was killed; it is left out.</summary>
    public bool IsCutOff { get; private set; }

    /// <summary>Rows.</summary>
    public int Rows => _rows.Count;

    /// <summary>Reads a file.</summary>
    /// <exception cref="UserMistakeException">It is no table.</exception>
    public static LogCells Read(string file)
    {
        string shown = Quoted.Path(file);
        if (File.Exists(file) && new FileInfo(file).Length > MostBytes)
        {
            throw new UserMistakeException(
                $"{shown} has more than {NumberText.Count(MostBytes >> 20)} MB, and a log of losses needs less: keep the columns of steps "
                + "and losses, and every tenth row.");
        }

        CsvSource source = new(shown, "log", new ColumnRoles(), "", "");
        var bytes = TableBytes.Of(CsvFile.Bytes(file), new TableOptions(), source);
        using CsvReader reader = CsvRecords.Open(bytes, source);
        if (!reader.Read()) throw new UserMistakeException($"{shown} is empty: a log has a row for each step or epoch.");
        LogCells cells = new(Record(reader), reader, shown);
        cells.ReadRows(reader, bytes.LinesBefore);
        return cells;
    }

    /// <summary>The numbers of a column, with their rows; blanks are left out.</summary>
    /// <param name="place">Of the column.</param>
    /// <exception cref="UserMistakeException">A cell is neither a number nor blank.</exception>
    public IEnumerable<(int Row, double Value)> Numbers(int place)
    {
        for (int row = 0; row < _rows.Count; row++)
        {
            string cell = _rows[row][place].Trim();
            if (Blank.Contains(cell)) continue;
            yield return Number(cell) is { } value
                ? (row, value)
                : throw new UserMistakeException(
                    $"{_shown}, line {_lines[row]}: {Quoted.Value(Names[place])} is {Quoted.Value(cell)}, which is no number: write the "
                    + "number alone, nan, inf, or nothing.");
        }
    }

    /// <summary>Whether most cells of a column that say anything say a number.</summary>
    public bool IsNumeric(int place)
    {
        string[] said = [.. _rows.Select(row => row[place].Trim()).Where(cell => !Blank.Contains(cell))];
        return said.Length > 0 && said.Count(cell => Number(cell) is not null) > said.Length / 2;
    }

    /// <summary>A cell as text.</summary>
    public string Text(int row, int place) => _rows[row][place];

    private static string[] Record(CsvReader reader) => [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];

    private void ReadRows(CsvReader reader, int linesBefore)
    {
        bool isShort = false;
        while (reader.Read())
        {
            if (isShort) throw Ragged(_lines[^1], _rows[^1].Length);
            string[] row = Record(reader);
            Keep(row, reader.LineNumber + linesBefore);
            isShort = row.Length < Names.Count;
            if (row.Length > Names.Count) throw Ragged(_lines[^1], row.Length);
        }

        if (!isShort) return;
        IsCutOff = true;
        _rows.RemoveAt(_rows.Count - 1);
    }

    private void Keep(string[] row, long line)
    {
        _rows.Add(row);
        _lines.Add(line);
    }

    private UserMistakeException Ragged(long line, int cells) => new(
        $"{_shown}, line {line} has {Counted.Cells(cells)}, and the header has {Names.Count}: give every row one cell for each column.");

    private double? Number(string cell)
    {
        string text = cell.Trim();
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)) return number;
        return text.TrimStart('+').ToUpperInvariant() switch
        {
            "NAN" or "-NAN" => double.NaN,
            "INF" or "INFINITY" => double.PositiveInfinity,
            "-INF" or "-INFINITY" => double.NegativeInfinity,
            _ when _mayHaveDecimalComma && double.TryParse(
                text.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out double comma) => comma,
            _ => null,
        };
    }
}
