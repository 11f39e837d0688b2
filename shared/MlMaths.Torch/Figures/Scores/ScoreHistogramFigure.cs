using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>Scores of the two classes, the positive rows upwards and the negative ones downwards, with the threshold between.</summary>
public static class ScoreHistogramFigure
{
    private const int Bins = 25;

    /// <summary>Draws the histogram.</summary>
    /// <param name="labels">True where a row is positive.</param>
    /// <param name="scores">One finite score per row.</param>
    /// <param name="threshold">The chosen threshold; null draws none.</param>
    /// <param name="positive">The user's name of the positive class.</param>
    /// <param name="negative">The user's name of the negative class.</param>
    /// <param name="name">Stem of the file names.</param>
    public static Figure Draw(
        IReadOnlyList<bool> labels, IReadOnlyList<double> scores, double? threshold, string positive, string negative,
        string name = "score-histogram") => Paper.Both(() =>
    {
        double low = Math.Min(0, scores.DefaultIfEmpty(0).Min()), high = Math.Max(1, scores.DefaultIfEmpty(1).Max());
        double[] positives = [.. scores.Where((_, row) => labels[row])], negatives = [.. scores.Where((_, row) => !labels[row])];
        int[] up = Counts(positives, low, high), down = Counts(negatives, low, high);
        double room = 0.012 * (high - low);
        var sheet = new Sheet(
            new Scale("score", low - room, high + room),
            new Scale("rows", -1.3 * Math.Max(down.Max(), 1), 1.3 * Math.Max(up.Max(), 1), Mirrored: true, SmallestStep: 1));
        DrawBars(sheet, up, low, high, Palette.Positive, direction: 1);
        DrawBars(sheet, down, low, high, Palette.Negative, direction: -1);
        sheet.Level(0, Palette.Frame, LinePattern.Solid, width: 1);
        double middle = (low + high) / 2;
        if (threshold is double chosen) DrawThreshold(sheet, chosen, middle);
        string above = $"{positive} ({NumberText.Count(positives.Length)})", below = $"{negative} ({NumberText.Count(negatives.Length)})";
        sheet.Text(above, middle, sheet.Y.High, Palette.Positive, Alignment.UpperCenter, dy: 2, bold: true);
        sheet.Text(below, middle, sheet.Y.Low, Palette.Negative, Alignment.LowerCenter, dy: -2, bold: true);
        string calls = threshold is double t
            ? $" At or above the threshold {NumberText.Brief(t)} lie {positives.Count(score => score >= t)} of "
                + $"{positives.Length} {positive} and {negatives.Count(score => score >= t)} of {negatives.Length} {negative}."
            : "";
        return sheet.Finish(name, $"Histogram of the scores of {positive}, upwards, and {negative}, downwards.{calls}");
    });

    private static int[] Counts(double[] scores, double low, double high)
    {
        int[] counts = new int[Bins];
        foreach (double score in scores) counts[Math.Min((int)((score - low) / (high - low) * Bins), Bins - 1)]++;
        return counts;
    }

    private static void DrawBars(Sheet sheet, int[] counts, double low, double high, Ink ink, int direction)
    {
        double width = (high - low) / Bins;
        for (int bin = 0; bin < Bins; bin++)
        {
            if (counts[bin] == 0) continue;
            sheet.Box(low + (bin + 0.06) * width, low + (bin + 0.94) * width, 0, direction * counts[bin], ink, opacity: 0.75);
        }
    }

    private static void DrawThreshold(Sheet sheet, double threshold, double middle)
    {
        bool toLeft = threshold > middle;
        sheet.Upright(threshold, Palette.Text);
        sheet.Text($"threshold {NumberText.Brief(threshold)}", threshold, sheet.Y.High, Palette.Text,
            toLeft ? Alignment.UpperRight : Alignment.UpperLeft, dx: toLeft ? -7 : 7, dy: 26);
    }
}
