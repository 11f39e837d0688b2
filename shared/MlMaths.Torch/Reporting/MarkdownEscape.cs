using System.Text;

namespace MlMaths.Torch.Reporting;

/// <summary>
/// Turns data into Markdown that shows it and does nothing else: no markup, no HTML, no line of its own, no reversed reading
/// direction. What HTML would read becomes an entity, so that the text is harmless even where Markdown is not understood.
/// </summary>
internal static class MarkdownEscape
{
    private const string Punctuation = @"\`*[]|#~$";
    private const string LineStarters = "=-+:";

    public static string Text(string text, bool keepEdges = false)
    {
        string oneLine = HarmlessText.Line(text);
        if (!keepEdges)
            oneLine = oneLine.Trim();

        StringBuilder escaped = new(oneLine.Length + 8);
        for (int i = 0; i < oneLine.Length; i++)
            Append(escaped, oneLine, i);
        return escaped.ToString();
    }

    private static void Append(StringBuilder escaped, string text, int i)
    {
        char letter = text[i];
        string? entity = letter switch { '<' => "&lt;", '>' => "&gt;", '&' => "&amp;", '"' => "&quot;", _ => null };
        if (entity is not null)
        {
            escaped.Append(entity);
            return;
        }

        bool startsLine = i == 0 && LineStarters.Contains(letter);
        bool endsListNumber = letter is '.' or ')' && i > 0 && (i + 1 == text.Length || text[i + 1] == ' ')
            && text.AsSpan(0, i).IndexOfAnyExceptInRange('0', '9') < 0;
        if (Punctuation.Contains(letter) || startsLine || endsListNumber || (letter == '_' && !IsInsideWord(text, i)))
            escaped.Append('\\');
        escaped.Append(letter);
    }

    /// <summary>Between two letters an underscore is only an underscore: radius_mean stays readable in the raw file.</summary>
    private static bool IsInsideWord(string text, int i) =>
        i > 0 && i + 1 < text.Length && char.IsLetterOrDigit(text[i - 1]) && char.IsLetterOrDigit(text[i + 1]);
}
