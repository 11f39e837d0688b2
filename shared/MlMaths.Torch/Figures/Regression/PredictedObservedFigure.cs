using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>What was observed against what was predicted: on the diagonal nothing was missed.</summary>
public static class PredictedObservedFigure
{
    private const int Width = 480, Height = 420;

    /// <summary>Draws held-out rows, the diagonal, and the mean that a model without columns would predict.</summary>
    /// <param name="predicted">One per row.</param>
    /// <param name="observed">One per row.</param>
    /// <param name="baseline">The mean of the training rows.</param>
    /// <param name="targetName">What is predicted; a user's column name.</param>
    /// <param name="name">Stem of the file names.</param>
    public static Figure Draw(
        IReadOnlyList<double> predicted, IReadOnlyList<double> observed, double baseline, string targetName,
        string name = "predicted-observed") => Paper.Both(() =>
    {
        string target = FigureFont.Fit(FigureFont.Printable(targetName), Sheet.TextSize, 200);
        var sheet = new Sheet(
            Scale.Linear($"predicted {target}", [.. predicted, baseline]),
            Scale.Linear($"observed {target}", [.. observed, baseline]), Width, Height);
        double low = Math.Max(sheet.X.Low, sheet.Y.Low), high = Math.Min(sheet.X.High, sheet.Y.High);
        sheet.Level(baseline, Palette.Muted);
        ResidualPlane.Dots(sheet, predicted, observed, Palette.Line(0));
        if (high > low)
        {
            sheet.Line([low, high], [low, high], Palette.Text, 1.5f);
            sheet.Text("line: predicted = observed", sheet.X.High, sheet.Y.Low, Palette.Text, Alignment.LowerRight, dx: -6, dy: -4);
        }

        sheet.Text("mean of the training rows", sheet.X.Low, baseline, Palette.Muted, Alignment.LowerLeft, dx: 6, dy: -3);
        double r = Evaluation.RegressionErrors.Of([.. observed], [.. predicted]).Pearson ?? 0;
        return sheet.Finish(name,
            $"Observed against predicted {targetName} for {NumberText.Count(observed.Count)} held-out rows; "
            + $"predictions run from {NumberText.Brief(predicted.Min())} to {NumberText.Brief(predicted.Max())}, "
            + $"observations from {NumberText.Brief(observed.Min())} to {NumberText.Brief(observed.Max())}, "
            + $"with a correlation of {NumberText.Fixed(r, 2)}.{ResidualPlane.Thinned(observed.Count)}");
    });
}
