using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>The share of the variance that each component explains, against what chance would give it.</summary>
public static class ScreeFigure
{
    private const int Most = 30;

    /// <summary>Draws shares and thresholds of the first components.</summary>
    /// <param name="ratios">Explained share of each component, descending.</param>
    /// <param name="brokenStick">What the broken stick gives each of them; null draws none.</param>
    /// <param name="permutation95">The 95th percentile of each share when the columns are permuted; null draws none.</param>
    /// <param name="kept">How many components are kept.</param>
    /// <param name="name">Stem of the file names.</param>
    public static Figure Draw(
        IReadOnlyList<double> ratios, IReadOnlyList<double>? brokenStick, IReadOnlyList<double>? permutation95, int kept,
        string name = "scree") => Paper.Both(() =>
    {
        int shown = Math.Min(ratios.Count, Most);
        string across = shown < ratios.Count ? $"component (the first {shown} of {ratios.Count})" : "component";
        var sheet = new Sheet(
            new Scale(across, 0.4, shown + 0.6, MarkedFrom: 1, SmallestStep: 1),
            Scale.FromZero(
                "share of the variance", [.. ratios.Take(shown), .. Taken(brokenStick), .. Taken(permutation95)],
                headroom: 1.12),
            height: 380, right: EndLabels.RoomFor(["permuted, 95 %"]));
        double[] numbers = [.. Enumerable.Range(1, shown).Select(number => (double)number)];
        var labels = new EndLabels();
        Threshold("permuted, 95 %", Taken(permutation95), Palette.Line(1), LinePattern.DenselyDashed);
        Threshold("broken stick", Taken(brokenStick), Palette.Line(2), LinePattern.Dotted);
        sheet.Line(numbers, [.. ratios.Take(shown)], Palette.Line(0));
        if (shown > 0) labels.Add("explained", Palette.Line(0), shown, ratios[shown - 1]);
        DrawPoints(sheet, ratios, shown, kept);
        labels.Draw(sheet);
        return sheet.Finish(name, AltText(ratios, kept, brokenStick, permutation95));

        double[] Taken(IReadOnlyList<double>? values) => [.. (values ?? []).Take(shown)];

        void Threshold(string words, double[] values, Ink ink, LinePattern pattern)
        {
            if (values.Length == 0) return;
            sheet.Line([.. numbers.Take(values.Length)], values, ink, pattern: pattern);
            labels.Add(words, ink, values.Length, values[^1]);
        }
    });

    private static void DrawPoints(Sheet sheet, IReadOnlyList<double> ratios, int shown, int kept)
    {
        for (int i = 0; i < shown; i++)
        {
            if (i >= kept) sheet.Point(i + 1, ratios[i], Palette.Page, size: 8);
            sheet.Point(i + 1, ratios[i], Palette.Line(0), i < kept ? MarkerShape.FilledCircle : MarkerShape.OpenCircle, i < kept ? 12 : 7);
        }
        if (kept > 0 && kept < shown) sheet.Upright(kept + 0.5, Palette.Text);
        bool toLeft = kept + 0.5 > 0.7 * shown;
        sheet.Text(Kept(kept), Math.Min(kept, shown) + 0.5, sheet.Y.High, Palette.Text,
            toLeft ? Alignment.UpperRight : Alignment.UpperLeft, dx: toLeft ? -7 : 7, dy: 2);
    }

    private static string Kept(int kept) => Counted.Of(kept, "component kept", "components kept");

    private static string AltText(
        IReadOnlyList<double> ratios, int kept, IReadOnlyList<double>? brokenStick, IReadOnlyList<double>? permutation95)
    {
        string first = string.Join(", ", ratios.Take(3).Select((ratio, i) => $"PC{i + 1} {NumberText.Percent(ratio)}"));
        return $"Share of the variance of {ratios.Count} components: {first}. {Kept(kept)}, together "
            + $"{NumberText.Percent(ratios.Take(kept).Sum())}."
            + $"{Above(brokenStick, "the broken stick")}{Above(permutation95, "permuted columns")}";

        string Above(IReadOnlyList<double>? thresholds, string of) => thresholds is null
            ? ""
            : ratios.Zip(thresholds).TakeWhile(pair => pair.First > pair.Second).Count() switch
            {
                0 => $" None exceeds that of {of}.",
                1 => $" The first exceeds that of {of}.",
                var above => $" The first {above} exceed those of {of}.",
            };
    }
}
