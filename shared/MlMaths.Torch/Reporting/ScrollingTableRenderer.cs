using System.Net;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Syntax;

namespace MlMaths.Torch.Reporting;

/// <summary>
/// A wide table scrolls in its own box, by finger and by keyboard; the page never does. The box is named after the table's
/// caption, which is the paragraph below it.
/// </summary>
internal sealed class ScrollingTableRenderer : HtmlTableRenderer
{
    protected override void Write(HtmlRenderer renderer, Markdig.Extensions.Tables.Table table)
    {
        renderer.EnsureLine();
        renderer.Write($"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{WebUtility.HtmlEncode(Name(table))}\">\n");
        base.Write(renderer, table);
        renderer.Write("</div>\n");
    }

    private static string Name(Markdig.Extensions.Tables.Table table) =>
        table.Parent?.SkipWhile(block => block != table).ElementAtOrDefault(1) is ParagraphBlock { Inline: { } caption }
            ? "Table: " + FigureRenderer.PlainText(caption)
            : "Table";
}
