using System.Globalization;
using System.Text;

namespace MlMaths.Torch.Text;

/// <summary>
/// Text of unknown origin inside a sentence for the user: in quotes, on one line, not longer than a line, and with
/// control characters spelt out, so that a cell can neither break the sentence nor speak to the terminal.
/// </summary>
public static class Quoted
{
    private const int Longest = 60;

    /// <summary>One value.</summary>
    public static string Value(string text) => Value(text, Longest);

    /// <summary>A path, which may be longer.</summary>
    public static string Path(string path) => Value(path, 4 * Longest);

    /// <summary>A word as it is typed into the shell of this system, in quotes where it needs them.</summary>
    public static string Typed(string word) => Shell.OfThisSystem.Word(word);

    /// <summary>A list of values; a long one is cut, and says how many it had.</summary>
    public static string List(IReadOnlyCollection<string> texts, int longest = 8)
    {
        string shown = string.Join(", ", texts.Take(longest).Select(text => Value(text)));
        return texts.Count <= longest ? shown : $"{shown} and {texts.Count - longest} more";
    }

    private static string Value(string text, int longest)
    {
        var quoted = new StringBuilder("'");
        foreach (Rune rune in text.EnumerateRunes().Take(longest))
        {
            quoted.Append(Rune.GetUnicodeCategory(rune) switch
            {
                _ when rune.Value == '\n' => "\\n",
                _ when rune.Value == '\r' => "\\r",
                _ when rune.Value == '\t' => "\\t",
                UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                    or UnicodeCategory.ParagraphSeparator => $"\\u{rune.Value:x4}",
                _ => rune.ToString(),
            });
        }

        if (text.EnumerateRunes().Skip(longest).Any())
            quoted.Append('…');
        return quoted.Append('\'').ToString();
    }
}
