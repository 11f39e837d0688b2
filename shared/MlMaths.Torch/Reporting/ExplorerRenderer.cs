using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace MlMaths.Torch.Reporting;

/// <summary>The first paragraph that begins with a link to the explorer becomes the explorer; others are handed on.</summary>
internal sealed class ExplorerRenderer(ExplorerBlock explorer, ParagraphRenderer others) : ParagraphRenderer
{
    private bool _isWritten;

    protected override void Write(HtmlRenderer renderer, ParagraphBlock obj)
    {
        if (_isWritten || obj.Inline?.FirstChild is not LinkInline { IsImage: false, Url: ExplorerBlock.Address })
        {
            others.Write(renderer, (MarkdownObject)obj);
            return;
        }

        renderer.EnsureLine().Write(ExplorerHtml.Of(explorer));
        _isWritten = true;
    }
}
