using MlMaths.Torch.Evaluation;
using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>
/// Several models' promises against what happened, both axes by factors: where positives are rare all that matters happens below one in
/// ten, which a diagram from 0 to 1 squeezes into its corner.
/// </summary>
public static class ReliabilityCurvesFigure
{
    private const double Lowest = 1e-5;

    /// <summary>Draws the diagrams over each other.</summary>
    /// <param name="name">Stem of the file names.</param>
    /// <param name="diagrams">One line each, of bins of ten rows or more; one in which nothing happened stands on the floor, open.</param>
    public static Figure Draw(string name, IReadOnlyList<NamedReliability> diagrams) => Paper.Both(() =>
    {
        ReliabilityBin[] all = [.. diagrams.SelectMany(one => Filled(one.Diagram))];
        double floor = Math.Max(Lowest, all.SelectMany(bin => new[] { bin.MeanScore!.Value, bin.PositiveRate!.Value })
            .Where(share => share > 0)
            .DefaultIfEmpty(0.01).Min() / 2);
        var sheet = new Sheet(
            Scale.Logarithm("predicted probability, mean of the bin", [floor, 1]),
            Scale.Logarithm("share that was positive, 95 % Wilson", [floor, 1]),
            width: 560, height: 470, right: EndLabels.RoomFor(diagrams.Select(one => one.Name)));
        sheet.Line([floor, 1], [floor, 1], Palette.Muted, width: 1.5f, LinePattern.DenselyDashed);
        sheet.Text("dashed: perfect calibration", floor, 1, Palette.Muted, Alignment.UpperLeft, dx: 6, dy: 4);
        var labels = new EndLabels();
        for (int i = 0; i < diagrams.Count; i++)
            Draw(sheet, labels, diagrams[i], Palette.Line(i), floor);
        labels.Draw(sheet);
        return sheet.Finish(name, AltText(diagrams));
    });

    private static void Draw(Sheet sheet, EndLabels labels, NamedReliability one, Ink ink, double floor)
    {
        ReliabilityBin[] bins = Filled(one.Diagram);
        double[] promised = [.. bins.Select(bin => Math.Max(bin.MeanScore!.Value, floor))];
        double[] happened = [.. bins.Select(bin => Math.Max(bin.PositiveRate!.Value, floor))];
        for (int k = 0; k < bins.Length; k++)
        {
            if (bins[k].PositiveRateInterval is { Low: double low, High: double high })
                sheet.Line([promised[k], promised[k]], [Math.Max(low, floor), Math.Max(high, floor)], ink, width: 1.5f, opacity: 0.7);
        }

        sheet.Line(promised, happened, ink, width: 1.5f);
        for (int k = 0; k < bins.Length; k++)
        {
            sheet.Point(
                promised[k], happened[k], ink,
                bins[k].PositiveRate > 0 ? MarkerShape.FilledCircle : MarkerShape.OpenCircle, size: 9);
        }
        if (bins.Length > 0)
            labels.Add(one.Name, ink, promised[^1], happened[^1], bold: true);
    }

    private static ReliabilityBin[] Filled(ReliabilityDiagram diagram) => [.. diagram.Pooled().Bins];

    private static string AltText(IReadOnlyList<NamedReliability> diagrams) =>
        "Reliability diagram with logarithmic axes: " + string.Join("; ", diagrams.Select(one =>
        {
            ReliabilityBin[] bins = Filled(one.Diagram);
            int inside = bins.Count(bin => bin.PositiveRateInterval.Contains(bin.MeanScore!.Value));
            return $"{one.Name}: in {inside} of {bins.Length} bins the prediction lies inside the interval of the "
                + $"observed share";
        })) + ".";
}
