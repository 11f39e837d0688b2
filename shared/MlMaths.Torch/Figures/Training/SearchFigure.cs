using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>A search by successive halving: many candidates begin, the better ones go on, one is best.</summary>
public static class SearchFigure
{
    private const int Height = 420, MaxOnPage = 200, MaxOnNarrow = 80;
    private const float LineOfText = 20, Widest = 500, WidestNarrow = 230;

    /// <summary>
    /// Draws a line per candidate against the epochs that it was given; those that were dropped are faint, and end in a
    /// small dot.
    /// </summary>
    /// <param name="name">Stem of the file names.</param>
    /// <param name="trials">The candidates.</param>
    public static Figure Draw(string name, IReadOnlyList<SearchCurve> trials) => Paper.Both(() =>
    {
        SearchCurve[] drawn = [.. trials.Where(trial => Readings(trial).Length > 0)
            .OrderByDescending(trial => trial.IsBest).ThenByDescending(trial => Readings(trial)[^1].Epochs)
            .ThenBy(trial => Readings(trial)[^1].Loss)
            .Take(Paper.Either(MaxOnPage, MaxOnNarrow))];
        SearchCurve? best = drawn.FirstOrDefault(trial => trial.IsBest);
        (double Epochs, double Loss)[] all = [.. drawn.SelectMany(Readings)];
        int[] rungs = [.. all.Select(reading => (int)reading.Epochs).Distinct().Order()];
        Scale y = Scale.Logarithm("validation loss (nats per row)", all.Select(reading => reading.Loss));
        string[] ends = best is null ? [] : [End(best)], names = best is null ? [] : Lines($"best: {best.Candidate}");
        var sheet = new Sheet(
            Scale.Logarithm("epochs of training", rungs.Select(epochs => (double)epochs)) with
            {
                Marks = [.. rungs.Select(epochs => ((double)epochs, NumberText.Count(epochs)))],
            },
            y.WithRoomAbove(names.Length * LineOfText / (Height - Sheet.AboveAndBelow)), height: Height,
            right: EndLabels.RoomFor(ends, bold: true));
        int last = rungs.LastOrDefault();
        foreach (SearchCurve trial in drawn.Where(trial => trial != best))
            DrawTrial(sheet, trial, Palette.Frame, width: 1.2f, size: 6, opacity: Readings(trial)[^1].Epochs < last ? 0.45 : 0.9);
        if (best is not null) DrawBest(sheet, best, ends[0], names);
        if (drawn.Length == 0) sheet.Note(trials.Count == 0 ? "there is no candidate" : "every candidate diverged");
        return sheet.Finish(name, AltText(trials, best, drawn.Length));
    });

    private static void DrawBest(Sheet sheet, SearchCurve best, string end, string[] names)
    {
        DrawTrial(sheet, best, Palette.Line(0), width: 3, size: 10, opacity: 1);
        var labels = new EndLabels();
        labels.Add(end, Palette.Line(0), Readings(best)[^1].Epochs, Readings(best)[^1].Loss, bold: true);
        labels.Draw(sheet);
        // The candidate's settings are a long name: they stand above all lines, where there is the whole width.
        for (int line = 0; line < names.Length; line++)
        {
            var at = new Pixel(sheet.Area.Right - 6, sheet.Area.Top + LineOfText * (line + 0.5f));
            sheet.TextAt(at, names[line], Palette.Line(0), Alignment.MiddleRight, patch: true);
        }
    }

    /// <summary>One line where the words fit into it, else two, parted at a comma; as many as it takes on narrow paper.</summary>
    private static string[] Lines(string words)
    {
        if (Paper.IsNarrow) return [.. FigureFont.Lines(words, Sheet.TextSize, WidestNarrow)];
        words = FigureFont.Printable(words);
        int[] commas = [.. Enumerable.Range(0, words.Length)
            .Where(i => words[i] == ',' && FigureFont.Width(words[..i], Sheet.TextSize) < Widest)];
        if (FigureFont.Width(words, Sheet.TextSize) <= Widest || commas.Length == 0) return [FigureFont.Fit(words, Sheet.TextSize, Widest)];
        return [words[..(commas[^1] + 1)], FigureFont.Fit(words[(commas[^1] + 1)..], Sheet.TextSize, Widest)];
    }

    private static void DrawTrial(Sheet sheet, SearchCurve trial, Ink ink, float width, float size, double opacity)
    {
        double[] epochs = [.. Readings(trial).Select(reading => reading.Epochs)],
            losses = [.. Readings(trial).Select(reading => reading.Loss)];
        sheet.Line(epochs, losses, ink, width, opacity: opacity);
        if (trial.IsBest) sheet.Points(epochs, losses, ink, MarkerShape.FilledCircle, size);
        else sheet.Points([epochs[^1]], [losses[^1]], ink, MarkerShape.FilledCircle, size, opacity);
    }

    private static string End(SearchCurve best) => $"best {NumberText.Brief(Readings(best)[^1].Loss)}";

    private static (double Epochs, double Loss)[] Readings(SearchCurve trial) =>
        [.. trial.Epochs.Zip(trial.Losses, (epochs, loss) => ((double)epochs, loss))
            .Where(reading => double.IsFinite(reading.loss) && reading.loss > 0)];

    private static string AltText(IReadOnlyList<SearchCurve> trials, SearchCurve? best, int drawn)
    {
        if (trials.Count == 0) return "Validation loss of each candidate against its epochs: there is no candidate.";
        string rungs = string.Join(", ",
            trials.Where(trial => trial.Epochs.Count > 0).GroupBy(trial => trial.Epochs[^1]).OrderBy(rung => rung.Key)
                .Select(rung => $"{rung.Count()} of {trials.Count} end after {Counted.Of(rung.Key, "epoch")}"));
        string chosen = best is null
            ? "None is best: all diverged."
            : $"Best: {best.Candidate}, "
                + $"with a loss of {NumberText.Brief(Readings(best)[^1].Loss)} after {Readings(best)[^1].Epochs} epochs.";
        return $"Validation loss of each candidate against its epochs: {rungs}. {chosen}"
            + (drawn == Paper.Either(MaxOnPage, MaxOnNarrow) ? $" The {drawn} that got furthest are drawn." : "");
    }
}
