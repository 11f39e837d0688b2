using MlMaths.Torch.Figures;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Runs;

/// <summary>Writes what a project found into its folder: everything but the manifest, which comes last of all.</summary>
internal static class RunFiles
{
    /// <returns>Where the model is; null where the project has none.</returns>
    public static ModelFile? Write(
        RunFolder folder, RunFacts facts, ProjectResult result, Func<string, HistoryFile?> historyOf, Action<double> advance,
        CancellationToken cancellationToken = default)
    {
        Report report = result.Report with
        {
            Headline = [.. result.Headline.Select(id => result.Measurements[id])],
            Companions = [.. result.Pages.Select(page => new Companion(page.FileName, page.Page.Title))],
            Origin = facts.Origin(result.Measurements),
            Glossary = Glossary.OfTheField,
        };
        IEnumerable<Figure> figures = report.Figures.Concat(result.Pages.SelectMany(page => page.Page.Figures));
        Dictionary<Figure, string> drawings = WriteFigures(folder, [.. figures.Distinct()], advance, cancellationToken);
        if (result.Predictions is { } predictions)
            folder.Write("predictions.csv", stream => PredictionsCsv.Write(stream, predictions));
        foreach (ResultTable table in result.Tables)
            folder.Write(table.FileName, table.Write);
        foreach (ResultDocument document in result.Documents)
            folder.Write(document.FileName, document.ToJson());
        if (result.History.Count > 0)
        {
            folder.Write("history.csv", stream => HistoryCsv.Write(stream, result.History, historyOf));
            WriteEvents(folder, facts, result);
        }

        foreach (ResultPage page in result.Pages)
            folder.Write(page.FileName, MarkdownReport.Write(page.Page));
        folder.Write("report.md", MarkdownReport.Write(report));
        folder.Write("report.html", HtmlReport.Write(report, figure => drawings[figure]));
        if (!result.CvLines.IsEmpty)
            folder.Write("cv.md", result.CvLines.ToMarkdown(report.Title));
        if (result.Model is not { } model)
            return null;
        string written = ModelFile.ToJson(model);
        folder.Write(ModelFile.Name, written);
        return ModelFile.Of(written);
    }

    /// <summary>
    /// Drawn side by side, as drawing takes longest; written in the report's order, so that the manifest lists them
    /// alike each time.
    /// </summary>
    private static Dictionary<Figure, string> WriteFigures(
        RunFolder folder, IReadOnlyList<Figure> figures, Action<double> advance, CancellationToken cancellationToken)
    {
        Dictionary<Figure, string> drawings = [];
        foreach ((Figure figure, string svg, string? narrow, byte[] png, string? data) in figures.AsParallel().AsOrdered()
            .WithCancellation(cancellationToken).WithMergeOptions(ParallelMergeOptions.NotBuffered)
            .Select(figure => (figure, FigureFiles.Svg(figure), Narrow(figure), FigureFiles.Png(figure), FigureDocument.Of(figure))))
        {
            drawings[figure] = svg;
            if (figure.Narrow is not null && narrow is not null) drawings[figure.Narrow] = narrow;
            folder.Write($"figures/{figure.Name}.svg", svg);
            folder.Write($"figures/{figure.Name}.png", stream => stream.Write(png));
            if (data is not null) folder.Write($"figures/{figure.Name}.json", data);
            advance(1.0 / figures.Count);
        }

        return drawings;

        static string? Narrow(Figure figure) => figure.Narrow is { } narrow ? FigureFiles.Svg(narrow) : null;
    }

    private static void WriteEvents(RunFolder folder, RunFacts facts, ProjectResult result)
    {
        string name = $"events.out.tfevents.{facts.StartedAt.ToUnixTimeSeconds()}.{facts.Project}";
        folder.Adopt(name, unfinished => TensorBoardEvents.Write(unfinished, result.History, facts.StartedAt));
    }
}
