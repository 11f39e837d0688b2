using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;
using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>The ROC curve over the diagonal of chance, with the chosen threshold on it.</summary>
public static class RocFigure
{
    /// <summary>Draws the curve.</summary>
    /// <param name="curve">The curve.</param>
    /// <param name="area">The area under it, with its interval.</param>
    /// <param name="chosen">The operating point; null draws none.</param>
    /// <param name="name">Stem of the file names.</param>
    public static Figure Draw(RocCurve curve, Interval area, OperatingPoint? chosen = null, string name = "roc") => Paper.Both(() =>
    {
        var sheet = new Sheet(
            Scale.Share("false positive rate: false alarms among the negatives"),
            Scale.Share("true positive rate (recall): found among the positives"), width: 560, height: 500);
        sheet.Line([0, 1], [0, 1], Palette.Muted, width: 1.5f, LinePattern.DenselyDashed);
        sheet.Text("chance", 0.78, 0.78, Palette.Muted, Alignment.UpperLeft, dx: 6, dy: 4);
        string areaWords = $"area {IntervalWords.With(area)}";
        if (curve.TruePositiveRate.Count == 0)
        {
            sheet.Note(curve.WhyUndefined ?? "there is no curve");
            return sheet.Finish(name, $"No ROC curve: {curve.WhyUndefined}.");
        }

        sheet.Line(curve.FalsePositiveRate, curve.TruePositiveRate, Palette.Line(0), width: 2.5f);
        sheet.Text(areaWords, 1, 0, Palette.Line(0), Alignment.LowerRight, dx: -8, dy: -10, bold: true);
        string pointWords = "";
        if (chosen?.Counts is { Recall: double recall, Specificity: double specificity })
        {
            sheet.Text(chosen.Label, 1 - specificity, recall, Palette.Text, Alignment.UpperLeft, dx: 12, dy: 8);
            sheet.Point(1 - specificity, recall, Palette.Text, size: 12);
            pointWords = $" At the chosen {chosen.Label}, {NumberText.Percent(recall)} of the positives are found for false alarms "
                + $"on {NumberText.Percent(1 - specificity)} of the negatives.";
        }
        return sheet.Finish(name, $"ROC curve with the diagonal of chance: {areaWords}.{pointWords}");
    });
}
