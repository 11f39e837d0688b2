using MlMaths.Torch.LinearAlgebra;
using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>Residuals in order against where normal ones would lie, in the band that normal ones of the same rows would keep.</summary>
public static class NormalQuantileFigure
{
    private const int Width = 480, Height = 400;

    /// <summary>Draws the residuals, the diagonal and the simulated band.</summary>
    /// <param name="envelope">What was simulated.</param>
    /// <param name="name">Stem of the file names.</param>
    public static Figure Draw(ResidualEnvelope envelope, string name = "normal-quantiles") => Paper.Both(() =>
    {
        var sheet = new Sheet(
            Scale.Linear("where normal residuals would lie", envelope.Places),
            Scale.Linear("standardised residual", [.. envelope.Residuals, .. envelope.Low, .. envelope.High]), Width, Height);
        int[] corners = Corners(envelope.Places.Length);
        sheet.Fill(
            [
                .. corners.Select(k => new Coordinates(envelope.Places[k], envelope.High[k])),
                .. corners.Reverse().Select(k => new Coordinates(envelope.Places[k], envelope.Low[k])),
            ],
            Palette.Muted, opacity: 0.3);
        double low = Math.Max(sheet.X.Low, sheet.Y.Low), high = Math.Min(sheet.X.High, sheet.Y.High);
        sheet.Line([low, high], [low, high], Palette.Text, 1.5f);
        ResidualPlane.Dots(sheet, envelope.Places, envelope.Residuals, Palette.Line(0));
        sheet.Text("band: normal errors", sheet.X.High, sheet.Y.Low, Palette.Muted, Alignment.LowerRight, dx: -6, dy: -4, bold: true);
        return sheet.Finish(name,
            $"Normal quantile plot of {NumberText.Count(envelope.Places.Length)} standardised residuals: "
            + $"{envelope.Outside} lie outside the band of {envelope.Worlds} simulations with normal errors; "
            + $"the ends are {NumberText.Fixed(envelope.Residuals[0], 2)} and {NumberText.Fixed(envelope.Residuals[^1], 2)}, "
            + $"where normal ones would be near {NumberText.Fixed(envelope.Places[0], 2)} and "
            + $"{NumberText.Fixed(envelope.Places[^1], 2)}.");
    });

    // A band of a thousand corners looks like one of eighty, and weighs more.
    private static int[] Corners(int count) =>
        [.. Enumerable.Range(0, count).Where(k => k < 12 || k >= count - 12 || k % (1 + count / 60) == 0)];
}
