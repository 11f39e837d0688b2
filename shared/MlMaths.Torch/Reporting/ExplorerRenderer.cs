using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace MlMaths.Torch.Reporting;

/// <summary>The paragraph whose sentence leads to the explorer becomes the explorer; others are handed on.</summary>
internal sealed class ExplorerRenderer(ExplorerBlock explorer, ParagraphRenderer others) : ParagraphRenderer
{
    protected override void Write(HtmlRenderer renderer, ParagraphBlock obj)
    {
        if (obj.Inline?.FirstChild is LinkInline { IsImage: false, Url: ExplorerBlock.Address })
            renderer.EnsureLine().Write(ExplorerHtml.Of(explorer));
        else
            others.Write(renderer, (MarkdownObject)obj);
    }
}
