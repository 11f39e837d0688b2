using MlMaths.Torch.LinearAlgebra;
using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>
/// What two ways to least squares lose to rounding as columns draw nearer: one digit for each power of ten of κ, or two.
/// </summary>
public static class DigitsLostFigure
{
    private const int Width = 500, Height = 380;
    private const double UnitOfRounding = 1.1102230246251565e-16;

    /// <summary>Draws both errors, and below them dashed what κ and κ² times the unit of rounding would be.</summary>
    /// <param name="points">Ascending in κ.</param>
    /// <param name="name">Stem of the file names.</param>
    public static Figure Draw(IReadOnlyList<AccuracyPoint> points, string name = "digits-lost") => Paper.Both(() =>
    {
        double[] κ = [.. points.Select(point => point.Condition)];
        var sheet = new Sheet(
            Scale.Logarithm("condition number κ(X)", κ), Scale.Logarithm("relative error of the weights", [UnitOfRounding, 10]),
            Width, Height, EndLabels.RoomFor(["QR"]));
        sheet.Line(κ, [.. κ.Select(each => UnitOfRounding * each)], Palette.Frame, 1.5f, LinePattern.DenselyDashed);
        double[] squared = [.. κ.Where(each => UnitOfRounding * each * each <= 1)];
        sheet.Line(squared, [.. squared.Select(each => UnitOfRounding * each * each)], Palette.Frame, 1.5f, LinePattern.DenselyDashed);
        AccuracyPoint[] solved = [.. points.TakeWhile(point => point.NormalError is not null)];
        double[] normalκ = [.. solved.Select(point => point.Condition)],
            normal = [.. solved.Select(point => Math.Min(point.NormalError!.Value, 10))];
        sheet.Line(normalκ, normal, Palette.Line(1));
        sheet.Points(normalκ, normal, Palette.Line(1), size: 7);
        sheet.Line(κ, [.. points.Select(point => point.QrError)], Palette.Line(0));
        sheet.Points(κ, [.. points.Select(point => point.QrError)], Palette.Line(0), size: 7);
        if (solved.Length > 0)
            sheet.Text("normal equations", normalκ[^1], normal[^1], Palette.Line(1), Alignment.MiddleLeft, dx: 12, bold: true);
        var labels = new EndLabels();
        labels.Add("QR", Palette.Line(0), κ[^1], points[^1].QrError, bold: true);
        labels.Draw(sheet);
        return sheet.Finish(name, AltText(points, solved));
    });

    private static string AltText(IReadOnlyList<AccuracyPoint> points, AccuracyPoint[] solved)
    {
        string normal = solved.Length == 0 ? "The normal equations fail everywhere" :
            $"The error of the normal equations goes from {NumberText.Brief(solved[0].NormalError!.Value)} to "
            + $"{NumberText.Brief(solved[^1].NormalError!.Value)} at κ = {NumberText.Brief(solved[^1].Condition)}";
        string end = solved.Length < points.Count ? ", beyond which they have no solution or a worthless one" : "";
        return $"Relative error of the weights against the condition number, both on logarithmic axes. {normal}{end}; by QR it is still "
            + $"{NumberText.Brief(points[^1].QrError)} at κ = {NumberText.Brief(points[^1].Condition)}. "
            + $"Dashed: κ and κ² times the unit of rounding.";
    }
}
