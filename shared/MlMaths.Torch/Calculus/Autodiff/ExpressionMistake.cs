using System.Globalization;
using System.Text;

namespace MlMaths.Torch.Calculus;

/// <summary>What is wrong with an expression: one sentence, then the expression, then a caret under the bad place.</summary>
internal static class ExpressionMistake
{
    // Of a long expression only this much is shown on either side of the bad place.
    private const int Before = 50, After = 25;

    public static UserMistakeException At(string text, int at, string sentence)
    {
        int first = Math.Max(0, at - Before), last = Math.Min(text.Length, at + After);
        string before = (first > 0 ? "…" : "") + OnOneLine(text[first..at]);
        string after = OnOneLine(text[at..last]) + (last < text.Length ? "…" : "");
        return new UserMistakeException($"{sentence}.\n  {before}{after}\n  {new string(' ', Columns(before))}^");
    }

    /// <summary>The sign at a place, in quotes.</summary>
    public static string Sign(string text, int at) =>
        Rune.TryGetRuneAt(text, at, out Rune rune)
            ? Quoted.Value(rune.ToString())
            : "U+" + ((int)text[at]).ToString("X4", CultureInfo.InvariantCulture);

    // A tab, or a sign that speaks to the terminal, would move the caret away from its place.
    private static string OnOneLine(string text)
    {
        var line = new StringBuilder();
        foreach (Rune rune in text.EnumerateRunes())
        {
            bool shown = Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned);
            line.Append(Rune.IsWhiteSpace(rune) ? " " : shown ? rune.ToString() : "�");
        }
        return line.ToString();
    }

    /// <summary>Columns of a terminal: a mark above a letter takes none, a Chinese or Korean letter two.</summary>
    private static int Columns(string text) => text.EnumerateRunes().Sum(rune => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => 0,
        _ when rune.Value is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3)
            or (>= 0xF900 and <= 0xFAFF) or (>= 0xFF00 and <= 0xFF60) or (>= 0x1F300 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD) => 2,
        _ => 1,
    });
}
