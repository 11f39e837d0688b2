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
        if (band is { Recall.Count: > 0 }) DrawBand(sheet, band);
        (double[] recall, double[] precision) = Steps(curve.Recall, curve.Precision);
        sheet.Line(recall, precision, Palette.Line(0), width: 2.5f);
        string areaWords = $"average precision {IntervalWords.With(averagePrecision)}";
        bool isAbove = !roomBelow && IsFree(sheet, About(areaWords, band, Paper.IsNarrow), curve);
        WordsOfCurve[] about = About(areaWords, band, isFolded: isAbove && Paper.IsNarrow);
        foreach ((int line, WordsOfCurve words) in about.Index())
        {
            (double x, double y, Alignment corner, float dx, float dy) = (isAbove, roomBelow) switch
            {
                (true, _) => (1, 1, Alignment.UpperRight, -Margin, Margin + LineStep * line),
                (_, true) => (0, curve.Prevalence, Alignment.UpperLeft, Margin, 5 + LineStep * (line + 1)),
                _ => (0, curve.Prevalence, Alignment.LowerLeft, Margin, -5 - LineStep * (line + 1)),
            };
            sheet.Text(words.Text, x, y, words.OfBand ? Palette.Muted : Palette.Line(0), corner, dx, dy, bold: !words.OfBand);
        }
        string pointWords = "";
        if (chosen?.Counts is { Recall: double found, Precision: double right })
        {
            NamePoint(
                sheet, chosen.Label, found, right,
                wordsEnd: (isAbove ? FigureFont.Width(baseline, Sheet.TextSize) : Widest(about)) + 2 * Margin,
                wordsUp: roomBelow ? -1000 : 6 + LineStep * (isAbove ? 1 : about.Length + 1), curve.Prevalence);
            sheet.Point(found, right, Palette.Text, size: 12);
            pointWords = $" At the chosen {chosen.Label}, recall is {NumberText.Percent(found)} and precision {NumberText.Percent(right)}.";
        }
        return sheet.Finish(name, $"Precision against recall: {areaWords}; {baseline}.{pointWords}{InWords(band)}");
    });

    private const int Margin = 10, LineStep = 22;

    private sealed record WordsOfCurve(string Text, bool OfBand);

    /// <summary>What is said of the curve and its band, line by line.</summary>
    private static WordsOfCurve[] About(string areaWords, PrecisionRecallBand? band, bool isFolded)
    {
        int bracket = areaWords.IndexOf('(', StringComparison.Ordinal);
        WordsOfCurve[] area = isFolded && bracket > 0
            ? [new(areaWords[..bracket].TrimEnd(), false), new(areaWords[bracket..], false)]
            : [new(areaWords, false)];
        if (band is not { Recall.Count: > 0 }) return area;
        string resamples = $"band: {NumberText.Percent(band.Confidence)} of {NumberText.Count(band.Resamples)} resamples,";
        return isFolded
            ? [.. area, new(resamples, true), new("at each recall", true)]
            : [.. area, new($"{resamples} at each recall", true)];
    }

    /// <summary>Whether the curve leaves the upper right corner to these words; a band may lie behind them.</summary>
    private static bool IsFree(Sheet sheet, WordsOfCurve[] words, PrecisionRecallCurve curve)
    {
        float left = sheet.Area.Right - 2 * Margin - Widest(words), bottom = sheet.Area.Top + 2 * Margin + LineStep * words.Length;
        return curve.Recall.Zip(curve.Precision).Where(end => sheet.Across(end.First) >= left).All(end => sheet.Up(end.Second) > bottom);
    }

    private static float Widest(WordsOfCurve[] words) =>
        words.Max(line => FigureFont.Width(line.Text, Sheet.TextSize, bold: !line.OfBand));

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

    private static void DrawBand(Sheet sheet, PrecisionRecallBand band)
    {
        (double[] recall, double[] low) = Steps(band.Recall, band.Low);
        (_, double[] high) = Steps(band.Recall, band.High);
        Coordinates[] above = [.. recall.Zip(high, (x, y) => new Coordinates(x, y))],
            below = [.. recall.Zip(low, (x, y) => new Coordinates(x, y))];
        sheet.Fill([.. above, .. below.Reverse()], Palette.Line(0), opacity: 0.18);
    }

    private static string InWords(PrecisionRecallBand? band)
    {
        if (band is not { Recall.Count: > 0 }) return "";
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
