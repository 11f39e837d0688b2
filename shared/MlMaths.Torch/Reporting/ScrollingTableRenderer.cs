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
    /// <summary>The first headers of a table that is folded where it is long.</summary>
    public static readonly string[] FoldedHeaders = ["Column", "Taken as", "What happened"];

    private const int LongestOpen = 14;

    protected override void Write(HtmlRenderer renderer, Markdig.Extensions.Tables.Table table)
    {
        renderer.EnsureLine();
        bool isFolded = IsLongList(table);
        if (isFolded)
            renderer.Write($"<details>\n<summary>All {table.Count - 1} columns</summary>\n");
        renderer.Write($"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{WebUtility.HtmlEncode(Name(table))}\">\n");
        base.Write(renderer, table);
        renderer.Write("</div>\n");
        if (isFolded) renderer.Write("</details>\n");
    }

    // What was done to forty columns is looked up, not read through.
    private static bool IsLongList(Markdig.Extensions.Tables.Table table) => table.Count > LongestOpen + 1
        && FoldedHeaders.SequenceEqual(
            table.Take(1).OfType<TableRow>().SelectMany(row =>
                row).Take(FoldedHeaders.Length).Select(cell => TextOf(cell)));

    private static string TextOf(Markdig.Syntax.Block cell) =>
        cell is ContainerBlock { Count: > 0 } block && block[0] is ParagraphBlock { Inline: { } text }
            ? FigureRenderer.PlainText(text) : "";

    private static string Name(Markdig.Extensions.Tables.Table table) =>
        table.Parent?.SkipWhile(block => block != table).ElementAtOrDefault(1) is ParagraphBlock { Inline: { } caption }
            ? "Table: " + FigureRenderer.PlainText(caption)
            : "Table";
}
