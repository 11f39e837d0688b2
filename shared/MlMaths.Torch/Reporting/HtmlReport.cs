using System.Net;
using System.Security.Cryptography;
using System.Text;
using Markdig;
using Markdig.Extensions.Alerts;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using MlMaths.Torch.Figures;

namespace MlMaths.Torch.Reporting;

/// <summary>
/// Writes a report as one HTML file that needs nothing else: no network, no font, no second file, and no script but the one of
/// an <see cref="ExplorerBlock"/>. It is made from the Markdown, with raw HTML disabled, so that what the data say can never
/// become markup.
/// </summary>
public static class HtmlReport
{
    private const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml().UsePipeTables().UseAlertBlocks().UseAutoIdentifiers(AutoIdentifierOptions.GitHub).Build();

    private static readonly Lazy<string> Style = new(ReadStyle);

    /// <summary>The whole page, figures drawn by <paramref name="svg"/> and placed inside. Two figures of one name are a mistake.</summary>
    internal static string Write(Report report, Func<Figure, string> svg)
    {
        Dictionary<string, string> drawings = report.Figures.Distinct()
            .ToDictionary(figure => $"figures/{figure.Name}.svg", svg);
        foreach (Figure narrow in report.Figures.Select(figure => figure.Narrow).OfType<Figure>().Distinct())
            drawings[$"figures/{narrow.Name}.svg"] = svg(narrow);
        return Write(report.Title, MarkdownReport.Write(report), drawings, report.Explorer, report.Glossary, script: "");
    }

    /// <summary>A page from any Markdown; images whose address is a key of <paramref name="drawings"/> become those drawings.</summary>
    /// <param name="title">Plain text.</param>
    /// <param name="markdown">The page; raw HTML in it is shown, not obeyed.</param>
    /// <param name="drawings">
    /// SVG files by their address; the ids of one must not occur in another. A drawing <c>x-narrow.svg</c> beside <c>x.svg</c> is
    /// shown in its place on a telephone.
    /// </param>
    public static string Write(string title, string markdown, IReadOnlyDictionary<string, string> drawings) =>
        Write(title, markdown, drawings, script: "");

    /// <summary>Likewise, with a script at its end: the only one that the page allows to run, by its hash.</summary>
    /// <param name="title">Plain text.</param>
    /// <param name="markdown">The page.</param>
    /// <param name="drawings">Its drawings.</param>
    /// <param name="script">JavaScript; empty for none.</param>
    public static string Write(string title, string markdown, IReadOnlyDictionary<string, string> drawings, string script) =>
        Write(title, markdown, drawings, explorer: null, Glossary.Empty, script);

    /// <summary>Whether the page of a run is what its Markdown gives; a page with an explorer is not.</summary>
    /// <param name="html">The page.</param>
    /// <param name="markdown">What it should be made from.</param>
    /// <param name="drawings">SVG files by their address.</param>
    public static bool IsOf(string html, string markdown, IReadOnlyDictionary<string, string> drawings)
    {
        const string Opening = "<title>", Closing = "</title>";
        int from = html.IndexOf(Opening, StringComparison.Ordinal) + Opening.Length, to = html.IndexOf(Closing, StringComparison.Ordinal);
        return to >= from && html == Write(
            WebUtility.HtmlDecode(html[from..to]), markdown, drawings, explorer: null, Glossary.OfTheField, script: "");
    }

    /// <summary>The drawing for a telephone of one figure of a written page; null where it has none.</summary>
    /// <param name="html">The page.</param>
    /// <param name="name">The figure's name.</param>
    public static string? NarrowDrawing(string html, string name)
    {
        int start = html.IndexOf($"<svg id=\"figure-{name}-narrow\"", StringComparison.Ordinal);
        int end = start < 0 ? -1 : html.IndexOf("</svg>", start, StringComparison.Ordinal);
        return end < 0 ? null : html[start..(end + "</svg>".Length)];
    }

    private static string Write(
        string title, string markdown, IReadOnlyDictionary<string, string> drawings, ExplorerBlock? explorer, Glossary glossary,
        string script)
    {
        MarkdownDocument document = Markdown.Parse(markdown, Pipeline);
        TermNotes.Connect(document, glossary);
        FormulaInline.Find(document);
        PercentSigns.StayWithTheirNumbers(document);
        LetCodeBeScrolled(document);
        string contents = Contents(document);
        Fold.Gather(document);
        return $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{PolicyWith(explorer, script)}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{WebUtility.HtmlEncode(HarmlessText.Line(title))}</title>
            <style>
            {Style.Value}
            </style>
            </head>
            <body>
            {contents}<main>
            {Body(document, drawings, explorer)}</main>
            {(script.Length == 0 ? "" : $"<script>{script}</script>\n")}</body>
            </html>

            """.ReplaceLineEndings("\n");
    }

    // Without a script of ours none may run at all: default-src says so.
    private static string PolicyWith(ExplorerBlock? explorer, string script)
    {
        string[] allowed =
        [
            .. explorer is null ? (string[])[] : [ExplorerHtml.ScriptSource],
            .. script.Length == 0 ? (string[])[] : [SourceOf(script)],
        ];
        return allowed.Length == 0 ? ContentSecurityPolicy : $"{ContentSecurityPolicy}; script-src {string.Join(' ', allowed)}";
    }

    /// <summary>How a content security policy names the one script that it lets run: its hash, as it stands between its tags.</summary>
    internal static string SourceOf(string script) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)))}'";

    private static string Body(MarkdownDocument document, IReadOnlyDictionary<string, string> drawings, ExplorerBlock? explorer)
    {
        using StringWriter page = new();
        HtmlRenderer renderer = new(page);
        Pipeline.Setup(renderer);
        FigureRenderer figures = new(drawings);
        renderer.ObjectRenderers.ReplaceOrAdd<ParagraphRenderer>(explorer is null ? figures : new ExplorerRenderer(explorer, figures));
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlTableRenderer>(new ScrollingTableRenderer());
        renderer.ObjectRenderers.ReplaceOrAdd<CodeInlineRenderer>(new IdRenderer());
        renderer.ObjectRenderers.ReplaceOrAdd<CodeBlockRenderer>(new FormulaRenderer { OutputAttributesOnPre = true });
        renderer.ObjectRenderers.Add(new FormulaInline.Renderer());
        renderer.ObjectRenderers.Add(new Fold.Renderer());
        renderer.ObjectRenderers.FindExact<AlertBlockRenderer>()!.RenderKind = (html, kind) =>
        {
            CalloutKind callout = Enum.Parse<CalloutKind>(kind.AsSpan(), ignoreCase: true);
            html.Write($"<p class=\"markdown-alert-title\">{callout}</p>\n");
        };
        renderer.Render(document);
        return page.ToString();
    }

    /// <summary>Wide code scrolls in its own box, as a table does: by finger and by keyboard.</summary>
    private static void LetCodeBeScrolled(MarkdownDocument document)
    {
        foreach (FencedCodeBlock code in document.Descendants<FencedCodeBlock>())
        {
            HtmlAttributes attributes = code.GetAttributes();
            attributes.AddProperty("tabindex", "0");
            attributes.AddProperty("role", "group");
            attributes.AddProperty("aria-label", code.Info switch
            {
                "sh" => "Command",
                "csharp" => "Code",
                _ => "Formula, or text as it is typed",
            });
        }
    }

    /// <summary>
    /// A table of contents, where there is more than one section: folded on a narrow screen, open beside the text on a
    /// wide one.
    /// </summary>
    private static string Contents(MarkdownDocument document)
    {
        HeadingBlock[] headings = [.. document.OfType<HeadingBlock>().Where(heading => heading.Level == 2)];
        if (headings.Length < 2)
            return "";

        StringBuilder list = new("<nav aria-label=\"On this page\">\n<details>\n<summary>On this page</summary>\n<ol>\n");
        foreach (HeadingBlock heading in headings)
        {
            using StringWriter text = new();
            HtmlRenderer renderer = new(text);
            Pipeline.Setup(renderer);
            renderer.WriteLeafInline(heading);
            list.Append($"<li><a href=\"#{WebUtility.HtmlEncode(heading.GetAttributes().Id)}\">{text}</a></li>\n");
        }

        return list.Append("</ol>\n</details>\n</nav>\n").ToString();
    }

    private static string ReadStyle()
    {
        using Stream css = typeof(HtmlReport).Assembly.GetManifestResourceStream("Reporting/report.css")
            ?? throw new InvalidOperationException("The style sheet Reporting/report.css is not part of this build.");
        using StreamReader reader = new(css);
        return reader.ReadToEnd().Trim();
    }
}
