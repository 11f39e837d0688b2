using MlMaths.Torch.Figures;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Runs;

/// <summary>A lesson as one HTML file that works offline, light and dark, on a phone and on paper.</summary>
public static class LessonPage
{
    /// <summary>Where the figure goes: behind this heading, before the words that say what to see.</summary>
    private const string Picture = "## The picture\n";

    /// <summary>The page.</summary>
    /// <param name="title">Plain text.</param>
    /// <param name="markdown">The lesson, with a heading <c>## The picture</c>.</param>
    /// <param name="figure">What stands below that heading.</param>
    public static string Html(string title, string markdown, Figure figure)
    {
        string address = $"figures/{figure.Name}.svg";
        string image = $"{Picture}\n![{MarkdownText.Escaped(figure.AltText)}]({address})\n";
        Dictionary<string, string> drawings = new() { [address] = FigureFiles.Svg(figure) };
        if (figure.Narrow is { } narrow) drawings[$"figures/{narrow.Name}.svg"] = FigureFiles.Svg(narrow);
        return HtmlReport.Write(
            title, markdown.ReplaceLineEndings("\n").Replace(Picture, image, StringComparison.Ordinal), drawings);
    }
}
