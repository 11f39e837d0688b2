using Markdig.Extensions.Tables;
using Markdig.Renderers;

namespace MlMaths.Torch.Reporting;

/// <summary>A wide table scrolls in its own box, by finger and by keyboard; the page never does.</summary>
internal sealed class ScrollingTableRenderer : HtmlTableRenderer
{
    protected override void Write(HtmlRenderer renderer, Markdig.Extensions.Tables.Table table)
    {
        renderer.EnsureLine();
        renderer.Write("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Table\">\n");
        base.Write(renderer, table);
        renderer.Write("</div>\n");
    }
}
