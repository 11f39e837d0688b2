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
    public static Figure Draw(
        PrecisionRecallCurve curve, Interval averagePrecision, OperatingPoint? chosen = null, string name = "precision-recall")
    {
        var sheet = new Sheet(
            Scale.Share("recall: found among the positives"),
            Scale.Share("precision: right among the calls"), width: 560, height: 500);
        if (curve.Recall.Count == 0)
        {
            sheet.Note(curve.WhyUndefined ?? "there is no curve");
            return sheet.Finish(name, $"No precision-recall curve: {curve.WhyUndefined}.");
        }

        string baseline = $"{Numbers.Percent(curve.Prevalence)} of the rows are positive";
        bool roomBelow = curve.Prevalence > 0.2;
        sheet.Level(curve.Prevalence, Palette.Muted);
        sheet.Text(baseline, 0, curve.Prevalence, Palette.Muted,
            roomBelow ? Alignment.UpperLeft : Alignment.LowerLeft, dx: 10, dy: roomBelow ? 5 : -5);
        (double[] recall, double[] precision) = Steps(curve);
        sheet.Line(recall, precision, Palette.Line(0), width: 2.5f);
        string areaWords = $"average precision {Numbers.With(averagePrecision)}";
        sheet.Text(areaWords, 0, curve.Prevalence, Palette.Line(0),
            roomBelow ? Alignment.UpperLeft : Alignment.LowerLeft, dx: 10, dy: roomBelow ? 27 : -27, bold: true);
        string pointWords = "";
        if (chosen?.Counts is { Recall: double found, Precision: double right })
        {
            sheet.Text(chosen.Label, found, right, Palette.Text, Alignment.UpperRight, dx: -12, dy: 8);
            sheet.Point(found, right, Palette.Text, size: 12);
            pointWords = $" At the chosen {chosen.Label}, recall is {Numbers.Percent(found)} and precision {Numbers.Percent(right)}.";
        }
        return sheet.Finish(name, $"Precision against recall: {areaWords}; {baseline}.{pointWords}");
    }

    // The precision of threshold k holds for the recall gained by it: over from the last recall, then up or down.
    private static (double[] Recall, double[] Precision) Steps(PrecisionRecallCurve curve)
    {
        List<double> recall = [], precision = [];
        double last = 0;
        for (int k = 0; k < curve.Recall.Count; k++)
        {
            recall.AddRange([last, curve.Recall[k]]);
            precision.AddRange([curve.Precision[k], curve.Precision[k]]);
            last = curve.Recall[k];
        }
        return ([.. recall], [.. precision]);
    }
}
