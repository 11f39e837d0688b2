using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace MlMaths.Torch.Reporting;

/// <summary>A paragraph that begins with one of our drawings becomes a figure: the drawing itself, then its caption.</summary>
internal sealed class FigureRenderer(IReadOnlyDictionary<string, string> drawings) : ParagraphRenderer
{
    // Words have 14 pixels and keep 12; every drawing may be 32rem wide (report.css).
    private const double SmallestScale = 0.86, NarrowestOfAll = 512;

    // Of 360 pixels that a telephone's page shows at least; words of 14 pixels keep 11.
    private const double WidestOnTelephone = 440, WidestOnTablet = 690;

    protected override void Write(HtmlRenderer renderer, ParagraphBlock obj)
    {
        if (obj.Inline?.FirstChild is LinkInline { IsImage: true, Url: { } url } image && drawings.TryGetValue(url, out string? drawing))
            WriteFigure(renderer, image, drawing, drawings.GetValueOrDefault($"{Path.ChangeExtension(url, null)}-narrow.svg"));
        else
            base.Write(renderer, obj);
    }

    private static void WriteFigure(HtmlRenderer renderer, LinkInline image, string drawing, string? narrow)
    {
        string alt = PlainText(image);
        renderer.EnsureLine();
        renderer.Write($"<figure{Class(drawing)}{Width(drawing)}>\n");
        renderer.Write("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Figure\">\n");
        renderer.Write(InlineSvg.Of(drawing, alt)).Write("\n</div>\n");
        // The style sheet shows one of the two and hides the other, also from who hears the page.
        if (narrow is not null)
            renderer.Write("<div class=\"narrow\">\n").Write(InlineSvg.Of(narrow, alt)).Write("\n</div>\n");
        renderer.Write("<figcaption>");
        for (Inline? next = image.NextSibling; next is not null; next = next.NextSibling)
        {
            if (next is not LineBreakInline)
                renderer.Write(next);
        }

        renderer.Write("</figcaption>\n</figure>\n");
    }

    /// <summary>Some drawings are no wider than a telephone, some wider than a tablet even where they are shrunk.</summary>
    private static string Class(string drawing) =>
        InlineSvg.ViewedWidthOf(drawing) <= WidestOnTelephone ? " class=\"fits\""
        : Least(drawing) > WidestOnTablet ? " class=\"wide\""
        : "";

    /// <summary>A wide drawing may shrink, but not until nobody can read it.</summary>
    private static string Width(string drawing) =>
        Least(drawing) is { } least && least > NarrowestOfAll ? FormattableString.Invariant($" style=\"--least: {least:0}px\"") : "";

    private static double? Least(string drawing) =>
        (InlineSvg.ViewedWidthOf(drawing) ?? InlineSvg.WidthOf(drawing)) is { } width ? SmallestScale * width : null;

    /// <summary>The words alone, for who hears the page.</summary>
    internal static string PlainText(ContainerInline words) => string.Concat(words.Descendants().Select(Letters));

    private static string Letters(MarkdownObject inline) => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        CodeInline code => code.Content,
        FormulaInline formula => formula.Plain,
        _ => "",
    };
}
