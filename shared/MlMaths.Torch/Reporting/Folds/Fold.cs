using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace MlMaths.Torch.Reporting;

/// <summary>
/// What proves a section's answer: in Markdown under a heading of its own, up to the next; in HTML folded under the same words, in the
/// browser's own element, which needs no script, opens for a link to anything inside, and lies open on paper.
/// </summary>
internal sealed class Fold : ContainerBlock
{
    /// <summary>How every fold begins.</summary>
    public const string Word = "Prove it";

    private const int Level = 3;

    private Fold(HeadingBlock heading) : base(parser: null) => Title = heading;

    /// <summary>The line that is seen while it is folded.</summary>
    public HeadingBlock Title { get; }

    /// <summary>Gathers what stands under such headings.</summary>
    public static void Gather(MarkdownDocument page)
    {
        for (int i = 0; i < page.Count; i++)
        {
            if (page[i] is not HeadingBlock { Level: Level, Inline.FirstChild: LiteralInline words } heading || !Begins(words)) continue;
            var fold = new Fold(heading);
            page[i] = fold;
            while (i + 1 < page.Count && page[i + 1] is not HeadingBlock { Level: <= Level })
            {
                Markdig.Syntax.Block inside = page[i + 1];
                page.RemoveAt(i + 1);
                fold.Add(inside);
            }
        }
    }

    private static bool Begins(LiteralInline words) => words.Content.ToString() is var text
        && (text == Word || text.StartsWith($"{Word}: ", StringComparison.Ordinal));

    /// <summary>Writes it folded.</summary>
    internal sealed class Renderer : HtmlObjectRenderer<Fold>
    {
        protected override void Write(HtmlRenderer renderer, Fold obj)
        {
            renderer.EnsureLine();
            renderer.Write("<details class=\"proof\">\n<summary").WriteAttributes(obj.Title).Write(">");
            renderer.WriteLeafInline(obj.Title);
            renderer.Write("</summary>\n").WriteChildren(obj);
            renderer.Write("</details>\n");
        }
    }
}
