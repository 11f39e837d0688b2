using MlMaths.Torch.Figures;
using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.PcaClustering.Sections;

/// <summary>Distances in many dimensions, and single rows that own an axis.</summary>
internal static class DistanceSection
{
    private const int Listed = 5;

    public static Section Of(PcaClusteringFindings findings, Measurements measurements)
    {
        DistanceConcentration distances = findings.Distances;
        OutlierFindings outliers = findings.Outliers;
        int d = findings.Data.Columns.Count, own = distances.Dimensions.Index().First(dimension => dimension.Item == d).Index;
        RowInfluence first = outliers.Influence.Rows[0];
        return new Section(
            "Can distances and axes be trusted?",
            [
                new Paragraph(
                    $"**Distances become alike.** A squared distance is a sum over columns: "
                    + $"of d independent columns its mean grows with d and its deviation only with √d, "
                    + $"so in many dimensions all rows are about equally far apart, and “nearest” says little."),
                new FigureBlock(
                    SpreadByDimensionFigure.Draw(
                        distances.Dimensions,
                        [
                            new NamedCurve("these rows", distances.DataVariation),
                            new NamedCurve(
                                "independent normal columns", [.. distances.Dimensions.Select(m => (double?)DistanceLaw.Variation(m))]),
                        ],
                        "deviation / mean of all distances"),
                    $"How much distances differ. With all {d} columns, those of these rows scatter by "
                    + $"{distances.DataVariation[own]:P1} of their mean, those of as many independent normal columns by "
                    + $"{DistanceLaw.Variation(d):P1} (the law of χ): correlated columns count as fewer."),
                new Paragraph(
                    $"**Outliers can own an axis.** A component maximises squares, so one distant row can outweigh all others. One row "
                    + $"was planted at {outliers.PlantedAt:0} deviations in {findings.Data.Columns[outliers.PlantedColumn]}, the "
                    + $"column that weighs least in PC1: with it PC1 is turned by {measurements["outlier.degrees"]}, and this single "
                    + $"row accounts for {outliers.Planted.Share:P0} of its variance."),
                new Table(
                    $"The training rows of this data with the most influence on PC1. A share well above 1/n = "
                    + $"{1.0 / findings.Data.Split.Training.Count:P1} does no harm yet; a turn of many degrees does.",
                    ["Row", "Share of PC1's variance", "Turns PC1 by", "PC1 explains without it"],
                    [.. outliers.Influence.Rows.Take(Listed).Select(row => (IReadOnlyList<MarkdownText>)
                        [$"{outliers.RowOf[row.Row]}", $"{row.Share:P1}", $"{row.Degrees:0.0} degrees", $"{row.RatioWithout:P1}"])]),
            ],
            first.Degrees is > 10
                ? MarkdownText.Of(
                    $"Row {outliers.RowOf[first.Row]} alone turns PC1 by {first.Degrees:0} degrees: "
                    + $"look at it before reading the component.")
                : MarkdownText.Of(
                    $"No single row turns PC1 by more than {first.Degrees:0.0} degrees; distances scatter by "
                    + $"{distances.DataVariation[own]:P1} of their mean, where those of as many independent normal columns would by "
                    + $"{DistanceLaw.Variation(d):P1}."));
    }
}
