using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>
/// Training and validation loss against the strength of a regularisation: a dot per seed, a line through the means, a
/// band around it.
/// </summary>
public static class StrengthFigure
{
    private const double BandOpacity = 0.13, Apart = 0.16;
    private const int Width = 680, Height = 380;

    /// <summary>Draws both losses, weaker left; no regularisation at all stands apart, since a logarithm has no place for 0.</summary>
    /// <param name="name">Stem of the file names.</param>
    /// <param name="axis">What is varied: <c>penalty λ</c>.</param>
    /// <param name="points">One per strength.</param>
    /// <param name="best">The strength to mark; null for none.</param>
    public static Figure Draw(string name, string axis, IReadOnlyList<StrengthPoint> points, double? best) => Paper.Both(() =>
    {
        StrengthPoint[] ordered = [.. points.OrderBy(point => point.Strength)];
        double[] places = Places([.. ordered.Select(point => point.Strength)]);
        Scale x = Across($"{FigureFont.Printable(axis)}, stronger to the right", ordered, places);
        int there = best is { } strength ? Array.FindIndex(ordered, point => point.Strength == strength) : -1;
        var marks = new UprightMarks(there < 0
            ? []
            : [new UprightMark(places[there], Best(ordered[there]), Palette.Text, LinePattern.DenselyDashed)]);
        Scale y = Scale.Logarithm("loss (nats per row)", ordered.SelectMany(point => point.TrainingLosses.Concat(point.ValidationLosses)));
        var sheet = new Sheet(x, marks.RoomAbove(y, Height), Width, Height,
            Math.Max(EndLabels.RoomFor(["validation"]), marks.RoomRight(x, Width)));
        marks.Draw(sheet);
        var labels = new EndLabels();
        DrawLosses(sheet, labels, "training", places, [.. ordered.Select(point => point.TrainingLosses)], Palette.Line(0), ordered);
        DrawLosses(sheet, labels, "validation", places, [.. ordered.Select(point => point.ValidationLosses)], Palette.Line(1), ordered);
        labels.Draw(sheet);
        if (ordered.All(point => point.ValidationLosses.Count == 0)) sheet.Note("every training diverged");
        return sheet.Finish(name, AltText(axis, ordered, best));
    });

    /// <summary>log₁₀ of each strength; for 0, a place left of them all.</summary>
    private static double[] Places(double[] strengths)
    {
        double[] places = [.. strengths.Select(strength => strength > 0 ? Math.Log10(strength) : double.NaN)];
        double[] known = [.. places.Where(double.IsFinite)];
        double least = known.DefaultIfEmpty(0).Min(), range = Math.Max(known.DefaultIfEmpty(0).Max() - least, 0.5);
        return [.. places.Select(place => double.IsFinite(place) ? place : least - Apart * range - range / Math.Max(known.Length, 1) / 2)];
    }

    private static Scale Across(string label, StrengthPoint[] points, double[] places)
    {
        Scale bare = Scale.Linear(label, places);
        List<(double At, string Words)> ticks = [];
        foreach ((int i, StrengthPoint point) in points.Index())
        {
            // Words of strengths that are close to each other would touch: the right one goes without.
            string words = Word(point.Strength);
            double room = ticks.Count == 0
                ? double.PositiveInfinity
                : (bare.Part(places[i]) - bare.Part(ticks[^1].At)) * 0.75 * Paper.Fit(Width);
            if (room > (FigureFont.Width(words, Sheet.TextSize)
                + FigureFont.Width(ticks.LastOrDefault().Words ?? "", Sheet.TextSize)) / 2 + 12)
            {
                ticks.Add((places[i], words));
            }
        }
        return bare with { Marks = ticks };
    }

    private static void DrawLosses(
        Sheet sheet, EndLabels labels, string words, double[] places, IReadOnlyList<double>[] losses, Ink ink, StrengthPoint[] points)
    {
        int[] known = [.. Enumerable.Range(0, losses.Length).Where(i => losses[i].Count > 0)];
        if (known.Length == 0) return;
        int[] line = [.. known.Where(i => points[i].Strength > 0)];
        double[] means = [.. losses.Select(seeds => seeds.DefaultIfEmpty(double.NaN).Average())];
        if (line.Length > 1)
        {
            IEnumerable<Coordinates> low = line.Select(i => new Coordinates(places[i], losses[i].Min())),
                high = line.Select(i => new Coordinates(places[i], losses[i].Max()));
            sheet.Fill([.. low, .. high.Reverse()], ink, BandOpacity);
        }

        sheet.Line([.. known.Take(2).Select(i => places[i])], [.. known.Take(2).Select(i => means[i])], ink, 1.5f, LinePattern.Dotted);
        sheet.Line([.. line.Select(i => places[i])], [.. line.Select(i => means[i])], ink);
        sheet.Points([.. known.SelectMany(i => losses[i].Select(_ => places[i]))], [.. known.SelectMany(i => losses[i])], ink, size: 7);
        labels.Add(words, ink, places[known[^1]], means[known[^1]]);
    }

    private static string Best(StrengthPoint point) => point.ValidationLosses.Count == 0
        ? $"best: {Word(point.Strength)}"
        : $"best: {Word(point.Strength)}, validation loss {NumberText.Brief(point.ValidationLosses.Average())}";

    private static string Word(double strength) => strength == 0 ? "none" : NumberText.Brief(strength);

    private static string AltText(string axis, StrengthPoint[] points, double? best)
    {
        IEnumerable<string> means = points.Select(point => point.ValidationLosses.Count == 0
            ? $"{Word(point.Strength)} diverged"
            : $"{Word(point.Strength)} {NumberText.Brief(point.ValidationLosses.Average())}");
        return $"Mean validation loss by {axis}: {string.Join(", ", means)}." + (best is { } strength ? $" Best: {Word(strength)}." : "");
    }
}
