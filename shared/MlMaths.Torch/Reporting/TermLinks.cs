using System.Text;
using System.Text.RegularExpressions;

namespace MlMaths.Torch.Reporting;

/// <summary>
/// Makes the first use of each term on a page a link to its note at the end of the page. Only what an author wrote is
/// looked at: never data, and nothing in code, in a link or in an address.
/// </summary>
/// <param name="glossary">The words to look for.</param>
/// <param name="headings">Headings of the page; a term that is one of them has no place for its note, and is left alone.</param>
internal sealed partial class TermLinks(Glossary glossary, IEnumerable<string> headings)
{
    private const string BeginsMarkup = @"\`![<&h";

    private readonly HashSet<string> _taken = [.. headings.Select(GlossaryTerm.AnchorOf)];
    private readonly HashSet<GlossaryTerm> _used = [];

    /// <summary>The terms that were linked, in the glossary's order.</summary>
    public IReadOnlyList<GlossaryTerm> Used => [.. glossary.Terms.Where(_used.Contains)];

    /// <summary>The Markdown of a text, with its share of the links.</summary>
    public string In(MarkdownText text)
    {
        string markdown = text.ToString();
        StringBuilder linked = new();
        int copied = 0;
        for (int i = 0; i < markdown.Length;)
        {
            int markup = BeginsMarkup.Contains(markdown[i]) ? Markup().Match(markdown, i).Length : 0;
            if (markup > 0 || glossary.At(markdown, i) is not var (term, length) || !text.IsWritten(i, length))
            {
                i += Math.Max(1, markup);
                continue;
            }

            if (!_taken.Contains(term.Anchor) && _used.Add(term))
            {
                linked.Append(markdown, copied, i - copied).Append($"[{markdown.AsSpan(i, length)}](#{term.Anchor})");
                copied = i + length;
            }

            i += length;
        }

        return linked.Append(markdown, copied, markdown.Length - copied).ToString();
    }

    /// <summary>An escaped letter; code; an image or a link; a tag; an entity; an address.</summary>
    [GeneratedRegex(
        @"\G(?:\\.|(`+)(?!`).*?(?<!`)\1(?!`)|!?\[(?:\\.|[^\]\\])*\]\([^)]*\)|<[^>\s][^>]*>|&[#\w]+;|https?://[^\s)]+)",
        RegexOptions.Singleline)]
    private static partial Regex Markup();
}
