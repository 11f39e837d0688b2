using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace MlMaths.Torch.Reporting;

/// <summary>
/// The end of a page: what the terms on it mean, in two sentences each, so that it can be read without script and on
/// paper. In HTML a link also says what the term is where the pointer rests on it, and a note leads back to its link.
/// </summary>
internal static class TermNotes
{
    /// <summary>In Markdown, piece by piece; nothing where no term was used.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<GlossaryTerm> terms)
    {
        if (terms.Count == 0)
            yield break;

        yield return "## Terms";
        yield return "Technical terms used above, each linked where it first appears.";
        foreach (GlossaryTerm term in terms)
        {
            yield return $"### {MarkdownEscape.Text(term.Name)}";
            yield return $"{MarkdownEscape.Text(term.WhatItIs)} {MarkdownEscape.Text(term.WhatFor)} "
                + $"*In the code: `{term.Type}`. Source: {MarkdownEscape.Text(term.Source)}*";
        }
    }

    /// <summary>Gives the links of a parsed page their tooltips, and the notes their way back.</summary>
    public static void Connect(MarkdownDocument page, Glossary glossary)
    {
        Dictionary<string, GlossaryTerm> byAnchor = glossary.Terms.ToDictionary(term => term.Anchor);
        foreach (LinkInline link in page.Descendants<LinkInline>().ToArray())
        {
            if (link.Url is not ['#', .. string anchor] || !byAnchor.TryGetValue(anchor, out GlossaryTerm? term))
                continue;
            link.Title = term.WhatItIs;
            link.GetAttributes().Id = FirstUse(term);
            link.GetAttributes().AddClass("term");
        }

        foreach (HeadingBlock heading in page.OfType<HeadingBlock>().Where(heading => heading.Level == 3))
        {
            if (byAnchor.TryGetValue(heading.GetAttributes().Id ?? "", out GlossaryTerm? term))
                heading.Inline!.AppendChild(BackwardPassParts(term));
        }
    }

    /// <summary>Of the link; no heading has it, as no heading begins with x-.</summary>
    private static string FirstUse(GlossaryTerm term) => "x-use-" + term.Anchor;

    private static LinkInline BackwardPassParts(GlossaryTerm term)
    {
        LinkInline back = new("#" + FirstUse(term), "");
        back.AppendChild(new LiteralInline("↑"));
        back.GetAttributes().AddProperty("aria-label", $"Back to {term.Name} in the text");
        return back;
    }
}
