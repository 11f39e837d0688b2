using System.Buffers;
using System.Globalization;
using System.Text;

namespace MlMaths.Torch.Runs;

/// <summary>
/// Text for a cell of a CSV file. A spreadsheet takes a cell that begins with one of a few characters for a formula and runs it; an
/// apostrophe in front makes it text again. Where commas are decimal, spreadsheets part at semicolons (and pay no heed to quotes
/// inside what they take for a cell), so the same holds behind every sign that may part cells: x;=1+1 becomes x;'=1+1.
/// What is a number stays one, whatever it begins with. OWASP, CSV Injection.
/// </summary>
internal static class SpreadsheetCell
{
    private const NumberStyles PlainNumber =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    private static readonly SearchValues<char> FormulaStarters = SearchValues.Create("=+-@\t\r\n＝＋－＠");
    private static readonly SearchValues<char> Parting = SearchValues.Create(";\t|\r\n");

    /// <summary>Whether some reader would make two cells of it, did it stand without quotes.</summary>
    public static bool MaySplit(ReadOnlySpan<char> cell) => cell.ContainsAny(Parting);

    public static string Of(string text)
    {
        if (text.Length == 0 || (!MaySplit(text) && !IsFormula(text)))
            return text;
        StringBuilder cell = new(text.Length + 2);
        if (IsFormula(text.AsSpan(0, 1)) && MaySplit(text.AsSpan(0, 1)))
            cell.Append('\'');
        int start = 0;
        while (true)
        {
            int length = text.AsSpan(start).IndexOfAny(Parting);
            ReadOnlySpan<char> part = length < 0 ? text.AsSpan(start) : text.AsSpan(start, length);
            // Quotes and blanks before the sign do not keep every spreadsheet from seeing it first.
            int begin = part.IndexOfAnyExcept('"', ' ');
            if (begin >= 0 && IsFormula(part[begin..]))
                cell.Append(part[..begin]).Append('\'').Append(part[begin..]);
            else
                cell.Append(part);
            if (length < 0)
                return cell.ToString();
            cell.Append(text[start + length]);
            start += length + 1;
        }
    }

    /// <summary>The shortest text that reads back as the same number.</summary>
    public static string Of(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    public static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static bool IsFormula(ReadOnlySpan<char> part) =>
        part.Length > 0 && FormulaStarters.Contains(part[0]) && !double.TryParse(part, PlainNumber, CultureInfo.InvariantCulture, out _);
}
