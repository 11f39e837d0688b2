using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>Training and validation loss against the strength of a regularisation: a dot per seed, a line through the means.</summary>
public static class StrengthFigure
{
    /// <summary>Draws both losses, one place per strength, weakest left: strengths may be powers of ten and 0 at once.</summary>
    /// <param name="name">Stem of the file names.</param>
    /// <param name="axis">What is varied: <c>penalty λ</c>.</param>
    /// <param name="points">One per strength.</param>
    /// <param name="best">The strength to mark; null for none.</param>
    public static Figure Draw(string name, string axis, IReadOnlyList<StrengthPoint> points, double? best)
    {
        StrengthPoint[] ordered = [.. points.OrderBy(point => point.Strength)];
        var sheet = new Sheet(
            new Scale("", -0.5, Math.Max(ordered.Length, 1) - 0.5),
            Scale.Logarithm("loss (nats per row)", ordered.SelectMany(point => point.TrainingLosses.Concat(point.ValidationLosses))),
            height: 360, right: EndLabels.RoomFor(["validation"]));
        sheet.Plot.Axes.Bottom.IsVisible = false;
        for (int i = 0; i < ordered.Length; i++)
            sheet.TextAt(new Pixel(sheet.Across(i), sheet.Area.Bottom + 6), Word(ordered[i].Strength), Palette.Muted, Alignment.UpperCenter);
        sheet.TextAt(new Pixel(sheet.Area.HorizontalCenter, sheet.Area.Bottom + 28), $"{axis}, stronger to the right", Palette.Text, Alignment.UpperCenter);

        var labels = new EndLabels();
        DrawLosses(sheet, labels, "training", [.. ordered.Select(point => point.TrainingLosses)], Palette.Line(0));
        DrawLosses(sheet, labels, "validation", [.. ordered.Select(point => point.ValidationLosses)], Palette.Line(1));
        labels.Draw(sheet);
        if (best is { } strength && Array.FindIndex(ordered, point => point.Strength == strength) is >= 0 and int there)
        {
            sheet.Upright(there, Palette.Text);
            sheet.Text("best", there, sheet.Y.High, Palette.Text, Alignment.UpperLeft, dx: 6, dy: 2);
        }

        return sheet.Finish(name, AltText(axis, ordered, best));
    }

    private static void DrawLosses(Sheet sheet, EndLabels labels, string words, IReadOnlyList<double>[] losses, Ink ink)
    {
        int[] known = [.. Enumerable.Range(0, losses.Length).Where(i => losses[i].Count > 0)];
        if (known.Length == 0) return;
        sheet.Line([.. known.Select(i => (double)i)], [.. known.Select(i => losses[i].Average())], ink);
        sheet.Points([.. known.SelectMany(i => losses[i].Select(_ => (double)i))], [.. known.SelectMany(i => losses[i])], ink, size: 7);
        labels.Add(words, ink, known[^1], losses[known[^1]].Average());
    }

    private static string Word(double strength) => strength == 0 ? "none" : Numbers.Short(strength);

    private static string AltText(string axis, StrengthPoint[] points, double? best)
    {
        IEnumerable<string> means = points.Select(point => point.ValidationLosses.Count == 0
            ? $"{Word(point.Strength)} diverged"
            : $"{Word(point.Strength)} {Numbers.Short(point.ValidationLosses.Average())}");
        return $"Mean validation loss by {axis}: {string.Join(", ", means)}." + (best is { } strength ? $" Best: {Word(strength)}." : "");
    }
}
