using System.Globalization;
using System.Text;

namespace MlMaths.Torch.Text;

/// <summary>
/// Text of unknown origin that shows itself and does nothing else, wherever it is printed: no control characters (which speak to a
/// terminal), no invisible marks (which turn the direction of reading, or make two names look alike), no halves of a letter. Each
/// output has its own marks to escape besides: <see cref="Quoted"/> in sentences, Markdown and HTML in Reporting, CSV and SVG in Runs.
/// </summary>
internal static class HarmlessText
{
    /// <summary>On one line.</summary>
    public static string Line(string text) => Of(text, keepBreaks: false);

    /// <summary>With its line breaks, all as LF.</summary>
    public static string Lines(string text) => Of(text.ReplaceLineEndings("\n"), keepBreaks: true);

    private static string Of(string text, bool keepBreaks)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            return text;
        StringBuilder harmless = new(text.Length);
        foreach (Rune rune in text.EnumerateRunes()) // half a letter comes as U+FFFD
        {
            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.Control when keepBreaks && rune.Value == '\n':
                    harmless.Append('\n');
                    break;
                case UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                    harmless.Append(' ');
                    break;
                case UnicodeCategory.Format:
                    break;
                default:
                    harmless.Append(rune);
                    break;
            }
        }

        return harmless.ToString();
    }
}
