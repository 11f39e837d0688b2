using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Markdig.Syntax;

namespace MlMaths.Torch.Reporting;

/// <summary>
/// Code whose names have the colours of a formula's terms: <c>```csharp terms z dz</c>, of which code hosts read the first word.
/// </summary>
internal static partial class TermCode
{
    private const string Language = "csharp", Mark = "terms ";

    /// <summary>The words behind the fence.</summary>
    public static string Fence(IEnumerable<string> names) => $"{Language} {Mark}{string.Join(' ', names)}";

    /// <summary>The code as HTML; null where its fence names no terms.</summary>
    public static string? Of(Markdig.Syntax.Block block) =>
        block is FencedCodeBlock { Info: Language, Arguments: { } words } code && words.StartsWith(Mark, StringComparison.Ordinal)
            ? Marked(code.Lines.ToString(), words[Mark.Length..].Split(' '))
            : null;

    private static string Marked(string code, string[] names)
    {
        StringBuilder html = new();
        foreach (string line in code.TrimEnd('\n').Split('\n'))
        {
            int set = Array.IndexOf(names, Declared().Match(line).Groups[1].Value) + 1;
            html.Append(set > 0 ? $"<span class=\"line of-{set}\">" : "<span class=\"line\">");
            int copied = 0;
            foreach (Match word in Word().Matches(line))
            {
                int term = Array.IndexOf(names, word.Value) + 1;
                if (term == 0) continue;
                html.Append(WebUtility.HtmlEncode(line[copied..word.Index]));
                // The line that sets a term is where a keyboard reaches it.
                html.Append($"<span class=\"term-{term}\"{(set == term && copied == 0 ? " tabindex=\"0\"" : "")}>{word.Value}</span>");
                copied = word.Index + word.Length;
            }

            html.Append(WebUtility.HtmlEncode(line[copied..])).Append("\n</span>");
        }

        return html.ToString();
    }

    [GeneratedRegex(@"^\s*\w+ (\w+)\s*=[^=]")]
    private static partial Regex Declared();

    [GeneratedRegex(@"(?<![\w.])\p{L}\w*")]
    private static partial Regex Word();
}
