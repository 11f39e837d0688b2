using System.Globalization;
using System.Text;

namespace MlMaths.Torch.Data;

/// <summary>What the cells of a file's first lines look like: numbers, words or nothing.</summary>
internal static class HeaderCells
{
    /// <summary>The cell without blanks around it; empty where the record is shorter.</summary>
    public static string Cell(string[] record, int place) => place < record.Length ? record[place].Trim() : "";

    /// <summary>A finite number, however it is written: 1,200.5, '3, 12 %; 24h names a column.</summary>
    public static bool IsNumber(string cell) =>
        (double.TryParse(cell.Trim('\''), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number))
        || (NumberNotation.Of([cell], commaSeparates: true, decimalComma: false, out _) is { } notation && !HasWord(notation.Unit));

    /// <summary>Whether it stands for no value.</summary>
    public static bool IsMissing(string cell) => MissingText.Is(Encoding.UTF8.GetBytes(cell));

    /// <summary>Neither a number nor missing.</summary>
    public static bool IsWord(string cell) => cell.Length > 0 && !IsNumber(cell) && !IsMissing(cell);

    /// <summary>Whether these records have numbers at the place, and nothing else that is a value.</summary>
    public static bool AreNumbers(string[][] records, int place)
    {
        string[] cells = [.. records.Select(record => Cell(record, place)).Where(cell => !IsMissing(cell))];
        return cells.Length > 0 && cells.All(IsNumber);
    }

    /// <summary>
    /// A title, or a word and what it says, with nothing beside it, as spreadsheets fill a line up with separators. A network above its
    /// nodes stands above a column of its own.
    /// </summary>
    public static bool IsTitle(string[] record, int width) =>
        width > 2 && record.Skip(width > 3 ? 2 : 1).All(cell => cell.Trim().Length == 0);

    private static bool HasWord(string? unit) => unit is not null && unit.Any(char.IsLetter);
}
