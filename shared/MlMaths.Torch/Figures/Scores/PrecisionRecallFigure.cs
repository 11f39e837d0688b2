using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;
using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>
/// Precision against recall, in steps: between two thresholds there is nothing, so no straight line joins them. The share
/// of positives, which calls at random reach, is the baseline.
/// </summary>
public static class PrecisionRecallFigure
{
    /// <summary>Draws the curve.</summary>
    /// <param name="curve">The curve.</param>
    /// <param name="averagePrecision">The area under its steps, with its interval.</param>
    /// <param name="chosen">The operating point; null draws none.</param>
    /// <param name="name">Stem of the file names.</param>
    /// <param name="band">Where resamples of the rows lead the curve, recall by recall; null draws none.</param>
    public static Figure Draw(
        PrecisionRecallCurve curve, Interval averagePrecision, OperatingPoint? chosen = null, string name = "precision-recall",
        PrecisionRecallBand? band = null) => Paper.Both(() =>
    {
        var sheet = new Sheet(
            Scale.Share("recall: found among the positives"),
            Scale.Share("precision: right among the flagged"), width: 560, height: 500);
        if (curve.Recall.Count == 0)
        {
            sheet.Note(curve.WhyUndefined ?? "there is no curve");
            return sheet.Finish(name, $"No precision-recall curve: {curve.WhyUndefined}.");
        }

        string baseline = $"{NumberText.Percent(curve.Prevalence)} of the rows are positive";
        bool roomBelow = curve.Prevalence > 0.2;
        sheet.Level(curve.Prevalence, Palette.Muted);
        sheet.Text(baseline, 0, curve.Prevalence, Palette.Muted,
            roomBelow ? Alignment.UpperLeft : Alignment.LowerLeft, dx: 10, dy: roomBelow ? 5 : -5);
        string bandWords = band is null or { Recall.Count: 0 } ? "" : DrawBand(sheet, band, roomBelow, curve.Prevalence);
        (double[] recall, double[] precision) = Steps(curve.Recall, curve.Precision);
        sheet.Line(recall, precision, Palette.Line(0), width: 2.5f);
        string areaWords = $"average precision {IntervalWords.With(averagePrecision)}";
        sheet.Text(areaWords, 0, curve.Prevalence, Palette.Line(0),
            roomBelow ? Alignment.UpperLeft : Alignment.LowerLeft, dx: 10, dy: roomBelow ? 27 : -27, bold: true);
        string pointWords = "";
        if (chosen?.Counts is { Recall: double found, Precision: double right })
        {
            NamePoint(
                sheet, chosen.Label, found, right,
                wordsEnd: FigureFont.Width(areaWords, Sheet.TextSize, bold: true) + 20,
                wordsUp: roomBelow ? -1000 : bandWords.Length == 0 ? 50 : 72, curve.Prevalence);
            sheet.Point(found, right, Palette.Text, size: 12);
            pointWords = $" At the chosen {chosen.Label}, recall is {NumberText.Percent(found)} and precision {NumberText.Percent(right)}.";
        }
        return sheet.Finish(name, $"Precision against recall: {areaWords}; {baseline}.{pointWords}{bandWords}");
    });

    // Below the point and left of it, where a falling curve leaves room; above it where the words about the curve stand there.
    private static void NamePoint(Sheet sheet, string words, double found, double right, float wordsEnd, float wordsUp, double prevalence)
    {
        float width = FigureFont.Width(words, Sheet.TextSize), at = sheet.Across(found);
        bool taken = at - 12 - width < sheet.Area.Left + wordsEnd && sheet.Up(right) + 28 > sheet.Up(prevalence) - wordsUp;
        if (!taken)
        {
            sheet.Text(words, found, right, Palette.Text, Alignment.UpperRight, dx: -12, dy: 8);
        }
        else if (at + 10 + width < sheet.Area.Right)
        {
            sheet.Text(words, found, right, Palette.Text, Alignment.LowerLeft, dx: 10, dy: -6);
        }
        else
        {
            sheet.Text(words, found, Math.Max(right, prevalence), Palette.Text, Alignment.LowerRight, dx: -6,
                dy: -Math.Max(14, wordsUp + sheet.Up(right) - sheet.Up(prevalence)));
        }
    }

    private static string DrawBand(Sheet sheet, PrecisionRecallBand band, bool roomBelow, double prevalence)
    {
        (double[] recall, double[] low) = Steps(band.Recall, band.Low);
        (_, double[] high) = Steps(band.Recall, band.High);
        Coordinates[] above = [.. recall.Zip(high, (x, y) => new Coordinates(x, y))],
            below = [.. recall.Zip(low, (x, y) => new Coordinates(x, y))];
        sheet.Fill([.. above, .. below.Reverse()], Palette.Line(0), opacity: 0.18);
        sheet.Text(
            $"band: {NumberText.Percent(band.Confidence)} of {NumberText.Count(band.Resamples)} resamples, at each recall", 0,
            prevalence, Palette.Muted,
            roomBelow ? Alignment.UpperLeft : Alignment.LowerLeft, dx: 10, dy: roomBelow ? 49 : -49);
        int half = (band.Recall.Count - 1) / 2;
        return $" At a recall of {NumberText.Percent(band.Recall[half])}, "
            + $"{NumberText.Percent(band.Confidence)} of the resamples have a precision from "
            + $"{NumberText.Percent(band.Low[half])} to {NumberText.Percent(band.High[half])}.";
    }

    // The precision of threshold k holds for the recall gained by it: over from the last recall, then up or down.
    private static (double[] Recall, double[] Precision) Steps(IReadOnlyList<double> ofRecall, IReadOnlyList<double> ofPrecision)
    {
        List<double> recall = [], precision = [];
        double last = 0;
        for (int k = 0; k < ofRecall.Count; k++)
        {
            recall.AddRange([last, ofRecall[k]]);
            precision.AddRange([ofPrecision[k], ofPrecision[k]]);
            last = ofRecall[k];
        }
        return ([.. recall], [.. precision]);
    }
}
