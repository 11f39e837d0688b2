using MlMaths.Torch.Evaluation;
using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>Residuals against predictions: a curved middle means that the line bends, a funnel that the spread grows.</summary>
public static class ResidualsFigure
{
    private const int Width = 500, Height = 380;

    /// <summary>Draws standardised residuals, ±2, and their running median.</summary>
    /// <param name="predicted">One per row.</param>
    /// <param name="standardised">Standardised residual of each row.</param>
    /// <param name="targetName">What is predicted; a user's column name.</param>
    /// <param name="name">Stem of the file names.</param>
    public static Figure Draw(
        IReadOnlyList<double> predicted, IReadOnlyList<double> standardised, string targetName,
        string name = "residuals") => Paper.Both(() =>
    {
        string target = FigureFont.Fit(FigureFont.Printable(targetName), Sheet.TextSize, 200);
        var sheet = new Sheet(
            Scale.Linear($"predicted {target}", predicted),
            Scale.Linear("standardised residual (observed − predicted)", [.. standardised, -2.5, 2.5]), Width, Height);
        sheet.Level(0, Palette.Frame, LinePattern.Solid);
        sheet.Level(2, Palette.Muted);
        sheet.Level(-2, Palette.Muted);
        ResidualPlane.Dots(sheet, predicted, standardised, Palette.Line(0));
        IReadOnlyList<(double X, double Y)> median = RunningMedian.Of(predicted, standardised);
        sheet.Line([.. median.Select(at => at.X)], [.. median.Select(at => at.Y)], Palette.Line(1), 3);
        sheet.Text("running median", sheet.X.High, sheet.Y.Low, Palette.Line(1), Alignment.LowerRight, dx: -6, dy: -4, bold: true);
        int beyond = standardised.Count(r => Math.Abs(r) > 2);
        return sheet.Finish(name,
            $"Standardised residuals of {NumberText.Count(predicted.Count)} training rows against their predictions: "
            + $"{beyond} lie beyond ±2, the furthest at "
            + $"{NumberText.Fixed(standardised.MaxBy(Math.Abs), 1)}; the running median stays between "
            + $"{NumberText.Fixed(median.Min(at => at.Y), 2)} and {NumberText.Fixed(median.Max(at => at.Y), 2)}."
            + ResidualPlane.Thinned(predicted.Count));
    });
}
