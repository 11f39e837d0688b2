using System.Globalization;

namespace MlMaths.Torch.Runs;

/// <summary>
/// Text for a cell of a CSV file. A spreadsheet takes a cell that begins with one of a few characters for a formula and runs it; an
/// apostrophe in front makes it text again. A cell that is a number stays one, whatever it begins with.
/// OWASP, CSV Injection.
/// </summary>
internal static class SpreadsheetCell
{
    private const string FormulaStarters = "=+-@\t\r\n＝＋－＠";

    private const NumberStyles PlainNumber =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    public static string Of(string text) =>
        text.Length > 0 && FormulaStarters.Contains(text[0])
            && !double.TryParse(text, PlainNumber, CultureInfo.InvariantCulture, out _)
            ? $"'{text}"
            : text;

    /// <summary>The shortest text that reads back as the same number.</summary>
    public static string Of(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    public static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);
}
