using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;
using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>
/// What was promised against what happened, bin by bin, with Wilson intervals; how many rows stand behind each point is
/// drawn below.
/// </summary>
public static class ReliabilityFigure
{
    // The counts stand below 0, the words above 1, where no interval reaches.
    private const double Floor = -0.26, Ceiling = -0.06, Top = 1.18;

    /// <summary>Draws the diagram.</summary>
    /// <param name="diagram">The bins; empty ones are left out.</param>
    /// <param name="whenHonest">The range of calibration errors that true probabilities would give on so few rows; null says none.</param>
    /// <param name="name">Stem of the file names.</param>
    public static Figure Draw(ReliabilityDiagram diagram, Interval? whenHonest = null, string name = "reliability") => Paper.Both(() =>
    {
        ReliabilityBin[] bins = [.. diagram.Pooled().Bins];
        var sheet = new Sheet(
            Scale.Share("predicted probability, mean of the bin"),
            new Scale("share that was positive, 95 % Wilson", Floor - 0.02, Top, MarkedFrom: 0), width: 560, height: 570);
        sheet.Line([0, 1], [0, 1], Palette.Muted, width: 1.5f, LinePattern.DenselyDashed);
        // On narrow paper the words above are as wide as it is: there it stands low on the right, where few promises end.
        sheet.Text("dashed: perfect calibration", 1, Paper.Either(Top, 0.12), Palette.Muted, Alignment.UpperRight, dy: 2);
        DrawCounts(sheet, bins);
        foreach (ReliabilityBin bin in bins)
        {
            double at = bin.MeanScore!.Value;
            sheet.Line([bin.Low, bin.High], [bin.PositiveRate!.Value, bin.PositiveRate.Value], Palette.Line(0), width: 1.5f, opacity: 0.45);
            if (bin.PositiveRateInterval is { Low: double low, High: double high })
                sheet.Line([at, at], [low, high], Palette.Line(0), width: 1.5f);
        }
        double[] promised = [.. bins.Select(bin => bin.MeanScore!.Value)], happened = [.. bins.Select(bin => bin.PositiveRate!.Value)];
        sheet.Line(promised, happened, Palette.Frame, width: 1);
        sheet.Points(promised, happened, Palette.Line(0));
        string error = ErrorWords(diagram);
        sheet.Text(error, 0, Top, Palette.Line(0), Alignment.UpperLeft, dx: 4, dy: 2, bold: true);
        if (Band(whenHonest) is string band) sheet.Text(band, 0, Top, Palette.Muted, Alignment.UpperLeft, dx: 4, dy: 24);
        return sheet.Finish(name, AltText(bins, error, Band(whenHonest)));
    });

    // Of fewer rows in all there is one bin.
    private static string Pooling => $"below {ReliabilityDiagram.FewestRows} joined";

    private static void DrawCounts(Sheet sheet, ReliabilityBin[] bins)
    {
        if (bins.Length == 0) return;
        int most = bins.Max(bin => bin.Count);
        foreach (ReliabilityBin bin in bins)
        {
            double top = Floor + (Ceiling - Floor) * bin.Count / most, inset = 0.06 * (bin.High - bin.Low);
            sheet.Box(bin.Low + inset, bin.High - inset, Floor, top, Palette.Line(0), opacity: 0.45);
        }
        sheet.Text($"rows per bin, at most {NumberText.Count(most)}; {Pooling}", 0.5, Ceiling, Palette.Muted, Alignment.UpperCenter);
    }

    private static string ErrorWords(ReliabilityDiagram diagram) =>
        diagram.ExpectedCalibrationError is double error
            ? $"expected calibration error {NumberText.Fixed(error)}"
            : "calibration error not defined";

    private static string? Band(Interval? whenHonest) => whenHonest is { Low: double low, High: double high }
        ? $"true probabilities would give {NumberText.Fixed(low)} to {NumberText.Fixed(high)}"
        : null;

    private static string AltText(ReliabilityBin[] bins, string error, string? band)
    {
        int inside = bins.Count(bin => bin.PositiveRateInterval.Contains(bin.MeanScore!.Value));
        return $"Reliability diagram: in {inside} of {bins.Length} bins of {ReliabilityDiagram.FewestRows} rows or more the mean "
            + $"probability lies inside the 95 % interval of the observed share; {error}{(band is null ? "" : $", where {band}")}.";
    }
}
