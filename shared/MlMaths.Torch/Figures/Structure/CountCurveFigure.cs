using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>A criterion against the number of clusters, with its band and what chance would give where they are known.</summary>
public static class CountCurveFigure
{
    /// <summary>Draws the curve. Lists are as long as the counts; null where a value is not defined for a count.</summary>
    /// <param name="name">Stem of the file names.</param>
    /// <param name="counts">Numbers of clusters, ascending.</param>
    /// <param name="values">The criterion.</param>
    /// <param name="low">Lower ends of the values' intervals; null draws none.</param>
    /// <param name="high">Upper ends of the values' intervals; null draws none.</param>
    /// <param name="reference">The same criterion on data without clusters; null draws none.</param>
    /// <param name="marked">The count that this criterion chooses; null where it chooses none.</param>
    /// <param name="valueLabel">The criterion with its unit.</param>
    /// <param name="curveLabel">Whose values they are, where there is a reference beside them.</param>
    /// <param name="referenceLabel">What the reference is.</param>
    public static Figure Draw(
        string name, IReadOnlyList<int> counts, IReadOnlyList<double?> values, IReadOnlyList<double?>? low, IReadOnlyList<double?>? high,
        IReadOnlyList<double?>? reference, int? marked, string valueLabel, string curveLabel = "data",
        string referenceLabel = "no clusters") => Paper.Both(() =>
    {
        double[] all = [.. values.Concat(low ?? []).Concat(high ?? []).Concat(reference ?? []).OfType<double>()];
        double first = counts.DefaultIfEmpty(1).Min(), last = counts.DefaultIfEmpty(1).Max(), room = Math.Max(0.03 * (last - first), 0.3);
        Scale y = Scale.Linear(FigureFont.Printable(valueLabel), all);
        var sheet = new Sheet(
            new Scale("number of clusters k", first - room, last + room, MarkedFrom: first, SmallestStep: 1),
            y with { High = y.High + 0.1 * (y.High - y.Low) }, width: 600, height: 320,
            right: reference is null ? 20 : EndLabels.RoomFor([curveLabel, referenceLabel]));
        var labels = new EndLabels();
        if (reference is not null) DrawLine(sheet, labels, counts, reference, Palette.Line(1), referenceLabel, LinePattern.DenselyDashed);
        if (low is not null && high is not null) DrawBars(sheet, counts, low, high);
        DrawLine(sheet, reference is null ? null : labels, counts, values, Palette.Line(0), curveLabel, pattern: null);
        for (int i = 0; i < counts.Count; i++)
            if (values[i] is double value) sheet.Point(counts[i], value, Palette.Line(0), size: 8);
        if (marked is int k) DrawMark(sheet, k, ValueAt(k));
        labels.Draw(sheet);
        if (!values.Any(value => value is not null)) sheet.Note("not defined for any number of clusters");
        string chosen = marked is not int there ? "It chooses none"
            : ValueAt(there) is double best ? $"It chooses {there}, where it is {NumberText.Brief(best)}" : $"It chooses {there}";
        string against = reference is null ? "" : $", next to that of {referenceLabel}";
        return sheet.Finish(name, $"{valueLabel} for {first:0} to {last:0} clusters{against}. {chosen}.");

        double? ValueAt(int count) => counts.ToList().IndexOf(count) is >= 0 and int place ? values[place] : null;
    });

    private static void DrawLine(
        Sheet sheet, EndLabels? labels, IReadOnlyList<int> counts, IReadOnlyList<double?> values, Ink ink, string words,
        LinePattern? pattern)
    {
        int[] known = [.. Enumerable.Range(0, values.Count).Where(i => values[i] is double value && double.IsFinite(value))];
        if (known.Length == 0) return;
        sheet.Line([.. known.Select(i => (double)counts[i])], [.. known.Select(i => values[i]!.Value)], ink, pattern: pattern);
        labels?.Add(words, ink, counts[known[^1]], values[known[^1]]!.Value);
    }

    private static void DrawBars(Sheet sheet, IReadOnlyList<int> counts, IReadOnlyList<double?> low, IReadOnlyList<double?> high)
    {
        for (int i = 0; i < counts.Count; i++)
            if (low[i] is double from && high[i] is double to) sheet.Line([counts[i], counts[i]], [from, to], Palette.Line(0), width: 1.5f);
    }

    private static void DrawMark(Sheet sheet, int k, double? value)
    {
        bool toLeft = sheet.Across(k) > sheet.Area.HorizontalCenter;
        sheet.Upright(k, Palette.Text);
        if (value is double there) sheet.Point(k, there, Palette.Text, size: 12);
        sheet.Text($"k = {k}" + (value is double best ? $": {NumberText.Brief(best)}" : ""), k, sheet.Y.High, Palette.Text,
            toLeft ? Alignment.UpperRight : Alignment.UpperLeft, dx: toLeft ? -7 : 7, dy: 2);
    }
}
