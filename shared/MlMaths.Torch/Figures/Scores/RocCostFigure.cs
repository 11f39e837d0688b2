using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;
using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>The ROC curve with lines of equal cost: through the chosen threshold, and through those who call nobody or everybody.</summary>
public static class RocCostFigure
{
    private const int Width = 480, Height = 480;

    /// <summary>Draws the curve and the lines.</summary>
    /// <param name="curve">The curve.</param>
    /// <param name="area">The area under it, with its interval.</param>
    /// <param name="chosen">The operating point.</param>
    /// <param name="costs">Costs of the errors and of a review.</param>
    /// <param name="name">Stem of the file names.</param>
    public static Figure Draw(
        RocCurve curve, Interval area, OperatingPoint chosen, ErrorCosts costs, string name = "roc-costs") => Paper.Both(() =>
    {
        var sheet = new Sheet(Scale.Share("false alarms among the negatives"), Scale.Share("found among the positives"), Width, Height);
        if (curve.TruePositiveRate.Count == 0 || chosen.Counts is not { Recall: double recall, Specificity: double specificity })
        {
            sheet.Note(curve.WhyUndefined ?? "there is no curve");
            return sheet.Finish(name, $"No ROC curve: {curve.WhyUndefined}.");
        }

        double baseRate = (double)chosen.Counts.Positives / chosen.Counts.Rows;
        double perCase = costs.PerCase(chosen.Counts)!.Value;
        IsoCostLine? through = IsoCostLine.Through(costs, baseRate, 1 - specificity, recall);
        var names = new SpreadLabels(sheet);
        Avoid(names, sheet, curve);
        if (through is not null)
        {
            Draw(sheet, names, IsoCostLine.Through(costs, baseRate, 0, 0)!, "as flagging nothing", Palette.Line(3),
                LinePattern.DenselyDashed);
            Draw(sheet, names, IsoCostLine.Through(costs, baseRate, 1, 1)!, "as flagging everything", Palette.Line(4),
                LinePattern.DenselyDashed);
            Draw(sheet, names, through, "as the chosen threshold", Palette.Text, LinePattern.Solid);
        }
        sheet.Line(curve.FalsePositiveRate, curve.TruePositiveRate, Palette.Line(0), width: 2.5f);
        sheet.Point(1 - specificity, recall, Palette.Text, size: 12);
        names.Draw();
        sheet.Text($"area {IntervalWords.With(area)}", 1, 0, Palette.Line(0), Alignment.LowerRight, dx: -8, dy: -8, bold: true);
        string slope = through is null ? "There are no lines of equal cost, since no call pays or none costs anything"
            : $"Lines of equal cost have a slope of {NumberText.Brief(through.Slope)}";
        return sheet.Finish(name,
            $"ROC curve, {$"area {IntervalWords.With(area)}"}. {slope}. "
            + $"The chosen {chosen.Label} finds {NumberText.Percent(recall)} of the positives "
            + $"with false alarms on {NumberText.Percent(1 - specificity)} of the negatives, "
            + $"and costs {NumberText.Brief(perCase)} per case.");
    });

    // Names stand clear of the curve.
    private static void Avoid(SpreadLabels names, Sheet sheet, RocCurve curve)
    {
        int step = Math.Max(1, curve.TruePositiveRate.Count / 300);
        for (int i = step; i < curve.TruePositiveRate.Count; i += step)
        {
            names.Avoid(At(curve.FalsePositiveRate[i - step], curve.TruePositiveRate[i - step]),
                At(curve.FalsePositiveRate[i], curve.TruePositiveRate[i]));
        }

        Pixel At(double across, double up) => new(sheet.Across(across), sheet.Up(up));
    }

    private static void Draw(Sheet sheet, SpreadLabels names, IsoCostLine line, string words, Ink ink, LinePattern pattern)
    {
        // Where the line enters and leaves the square.
        double from = Math.Clamp(line.FalsePositiveRate - line.TruePositiveRate / line.Slope, 0, 1);
        double to = Math.Clamp(line.FalsePositiveRate + (1 - line.TruePositiveRate) / line.Slope, 0, 1);
        if (to - from < 1e-9) return;
        sheet.Line([from, to], [line.At(from), line.At(to)], ink, width: 1.5f, pattern);
        double middle = (from + to) / 2;
        var point = new Pixel(sheet.Across(middle), sheet.Up(line.At(middle)));
        names.Add(words, ink, point, new Pixel(point.X + (middle > 0.5 ? -24 : 24), point.Y), side: middle > 0.5 ? -1 : 1);
    }
}
