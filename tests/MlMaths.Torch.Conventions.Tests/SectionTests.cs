using System.Text.RegularExpressions;

namespace MlMaths.Torch.Tests.Conventions;

/// <summary>A section of a report says what was found; finding it is the findings' business.</summary>
public sealed partial class SectionTests
{
    [Fact]
    public void A_section_counts_sorts_resamples_and_trains_nothing() =>
        Convention.Holds(
            SourceTree.Files.Where(IsSection).SelectMany(file => Computed(file, SourceTree.Read(file))),
            "Measure it in the findings that the section is given, once, and read it here:");

    [Theory]
    [InlineData("var counts = ThresholdCounts.From(labels, scores);")]
    [InlineData("ReliabilityDiagram.EqualWidth(labels, scores)")]
    [InlineData("Interval recall = WilsonInterval.Of(3, 5);")]
    [InlineData("Quantiles.Of(values)")]
    public void A_planted_computation_is_found(string statement) => Assert.NotEmpty(Computed("Sections/Planted.cs", statement));

    [Fact]
    public void Reading_a_curve_off_counts_and_drawing_it_is_no_computation() =>
        Assert.Empty(Computed("Sections/Fine.cs", "RocFigure.Draw(RocCurve.From(test.Rows.Counts), area, point)"));

    private static bool IsSection(string file) => SourceTree.IsProduct(file) && file.Contains("/Sections/", StringComparison.Ordinal);

    private static IEnumerable<string> Computed(string file, string text) =>
        Computing().Matches(text).Select(match => $"{file}: {match.Value}");

    [GeneratedRegex(
        @"\b(ThresholdCounts|RankedScores|ReliabilityDiagram|BinaryMetrics|MulticlassMetrics|MetricIntervals|DeLong|LogLoss|BrierScore"
        + @"|Bootstrap|PairedBootstrap|WilsonInterval|MeanInterval|Quantiles|Moments|CalibrationNullBand|CostThreshold|Collinearity"
        + @"|Trainer|KMeans|LeastSquares)\.(Of|From|Equal\w+|Choose|Fit)\(")]
    private static partial Regex Computing();
}
