using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>A search by successive halving: many candidates begin, the better ones go on, one is best.</summary>
public static class SearchFigure
{
    /// <summary>Draws a line per candidate against the epochs that it was given.</summary>
    /// <param name="name">Stem of the file names.</param>
    /// <param name="trials">The candidates.</param>
    public static Figure Draw(string name, IReadOnlyList<SearchCurve> trials)
    {
        SearchCurve[] drawn = [.. trials.Where(trial => trial.Losses.Any(loss => double.IsFinite(loss) && loss > 0))];
        SearchCurve? best = drawn.FirstOrDefault(trial => trial.IsBest);
        string[] names = best is null ? [] : ["best"];
        var sheet = new Sheet(
            Scale.Logarithm("epochs of training", drawn.SelectMany(trial => trial.Epochs).Select(epochs => (double)epochs)) with { SmallestStep = 1 },
            Scale.Logarithm("validation loss (nats per row)", drawn.SelectMany(trial => trial.Losses)), right: EndLabels.RoomFor(names));
        foreach (SearchCurve trial in drawn.Where(trial => !trial.IsBest))
            DrawTrial(sheet, trial, Palette.Frame, width: 1.2f, size: 6);
        if (best is not null)
        {
            DrawTrial(sheet, best, Palette.Line(0), width: 3, size: 10);
            var labels = new EndLabels();
            labels.Add(names[0], Palette.Line(0), best.Epochs[^1], best.Losses[^1]);
            labels.Draw(sheet);
        }

        if (drawn.Length == 0) sheet.Note("every candidate diverged");
        return sheet.Finish(name, AltText(trials, best));
    }

    private static void DrawTrial(Sheet sheet, SearchCurve trial, Ink ink, float width, float size)
    {
        (double Epochs, double Loss)[] points =
            [.. trial.Epochs.Zip(trial.Losses, (epochs, loss) => ((double)epochs, loss)).Where(point => double.IsFinite(point.loss) && point.loss > 0)];
        double[] epochs = [.. points.Select(point => point.Epochs)], losses = [.. points.Select(point => point.Loss)];
        sheet.Line(epochs, losses, ink, width);
        sheet.Points(epochs, losses, ink, MarkerShape.FilledCircle, size);
    }

    private static string AltText(IReadOnlyList<SearchCurve> trials, SearchCurve? best)
    {
        string rungs = string.Join(", ", trials.Where(trial => trial.Epochs.Count > 0).GroupBy(trial => trial.Epochs[^1]).OrderBy(rung => rung.Key)
            .Select(rung => $"{rung.Count()} of {trials.Count} end after {rung.Key} epochs"));
        string chosen = best is null ? "None is best: all diverged." : $"Best: {best.Candidate}, with a loss of {Numbers.Short(best.Losses[^1])} after {best.Epochs[^1]} epochs.";
        return $"Validation loss of each candidate against its epochs: {rungs}. {chosen}";
    }
}
