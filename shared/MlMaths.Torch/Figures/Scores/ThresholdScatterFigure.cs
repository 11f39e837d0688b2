using MlMaths.Torch.Evaluation;
using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>What two ways to choose a threshold would have chosen on resampled rows: the search upwards, the theory downwards.</summary>
public static class ThresholdScatterFigure
{
    private const int Bins = 40, Width = 480, Height = 360;

    /// <summary>Draws the two histograms, thresholds on a scale of equal factors.</summary>
    /// <param name="threshold">The choice.</param>
    /// <param name="name">Stem of the file names.</param>
    public static Figure Draw(CostThreshold threshold, string name = "threshold-scatter") => Paper.Both(() =>
    {
        double[] searched = [.. threshold.Scatter?.Searched ?? []], theory = [.. threshold.Scatter?.Recalibrated ?? []];
        double[] marked = threshold.Search is { } search ? [threshold.Elkan, search.Threshold] : [threshold.Elkan];
        Scale x = Scale.Logarithm("threshold on the probability", [.. searched, .. theory, .. marked]);
        double[] up = Shares(searched, x), down = Shares(theory, x);
        double high = Math.Max(up.Max(), 0.01), low = Math.Max(down.Max(), 0.01);
        var sheet = new Sheet(
            x, new Scale("share of the resamples (%)", -100 * 1.35 * low, 100 * 1.45 * high, Mirrored: true), Width,
            Height);
        if (searched.Length == 0)
        {
            sheet.Note("nothing to search");
            return sheet.Finish(name, "No scatter of thresholds: the validation rows are all of one class.");
        }

        DrawBars(sheet, up, Palette.Line(0), direction: 1);
        DrawBars(sheet, down, Palette.Line(1), direction: -1);
        sheet.Level(0, Palette.Frame, LinePattern.Solid, width: 1);
        // Where the upright line is not.
        bool right = x.Part(threshold.Chosen) < 0.5;
        double side = right ? x.High : x.Low;
        int inset = right ? -8 : 8;
        sheet.Text(
            "by search, on resampled rows", side, sheet.Y.High, Palette.Line(0),
            right ? Alignment.UpperRight : Alignment.UpperLeft, inset, dy: 3, bold: true);
        sheet.Text(
            theory.Length == 0 ? "no recalibration fits" : "Elkan's, recalibrated", side, sheet.Y.Low, Palette.Line(1),
            right ? Alignment.LowerRight : Alignment.LowerLeft, inset, dy: -4, bold: true);
        Mark(sheet, threshold.Chosen);
        return sheet.Finish(name, AltText(threshold));
    });

    private static double[] Shares(double[] thresholds, Scale x)
    {
        double low = Math.Log(x.Low), width = (Math.Log(x.High) - low) / Bins;
        double[] shares = new double[Bins];
        foreach (double threshold in thresholds.Where(threshold => threshold > 0))
            shares[Math.Clamp((int)((Math.Log(threshold) - low) / width), 0, Bins - 1)] += 1.0 / thresholds.Length;
        return shares;
    }

    private static void DrawBars(Sheet sheet, double[] shares, Ink ink, int direction)
    {
        double low = Math.Log(sheet.X.Low), width = (Math.Log(sheet.X.High) - low) / Bins;
        for (int bin = 0; bin < Bins; bin++)
        {
            if (shares[bin] > 0)
            {
                sheet.Box(
                    Math.Exp(low + (bin + 0.06) * width), Math.Exp(low + (bin + 0.94) * width), 0,
                    direction * 100 * shares[bin], ink, opacity: 0.75);
            }
        }
    }

    // The name stands above the bars, on the side that has more room.
    private static void Mark(Sheet sheet, double chosen)
    {
        if (!(chosen > 0)) return;
        string words = $"chosen: {NumberText.Brief(chosen)}";
        bool toLeft = sheet.Across(chosen) + FigureFont.Width(words, Sheet.TextSize) + 10 > sheet.Area.Right;
        sheet.Line([chosen, chosen], [sheet.Y.Low, sheet.Y.High * 0.84], Palette.Text);
        sheet.Text(
            words, chosen, sheet.Y.High * 0.84, Palette.Text, toLeft ? Alignment.UpperRight : Alignment.UpperLeft,
            dx: toLeft ? -7 : 7, dy: 0);
    }

    private static string AltText(CostThreshold threshold) =>
        $"Thresholds chosen again on resampled validation rows. By search, half of them lie "
        + $"{Middle(threshold.Scatter!.Searched)}; "
        + (threshold.Scatter.Recalibrated.Count == 0
            ? "Elkan's could not be recalibrated"
            : $"Elkan's, once recalibrated, {Middle(threshold.Scatter.Recalibrated)}")
        + $". The chosen one is {NumberText.Brief(threshold.Chosen)}.";

    private static string Middle(IReadOnlyList<double> ascending) =>
        $"between {NumberText.Brief(ascending[ascending.Count / 4])} and {NumberText.Brief(ascending[ascending.Count * 3 / 4])}";
}
