using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.Evaluation;

public sealed class ReliabilityPoolingTests
{
    // Ten bins: 3 rows in the first, then 1, 1 and 1, and 2 in the last.
    private static readonly double[] Probabilities = [0.01, 0.02, 0.06, 0.15, 0.25, 0.45, 0.95, 0.97];
    private static readonly bool[] Labels = [false, false, true, true, false, false, true, true];

    private static readonly ReliabilityDiagram Diagram = ReliabilityDiagram.EqualWidth(Labels, Probabilities);

    [Fact]
    public void Neighbours_become_one_bin_until_each_has_enough_rows()
    {
        IReadOnlyList<ReliabilityBin> bins = Diagram.Pooled(3).Bins;
        Assert.Equal([3, 5], bins.Select(bin => bin.Count)); // 0.15, 0.25, 0.45, and the two at the end that are too few
        Assert.Equal((0.15 + 0.25 + 0.45 + 0.95 + 0.97) / 5, bins[1].MeanScore!.Value, 1e-12);
        Assert.Equal(3.0 / 5, bins[1].PositiveRate!.Value, 1e-12);
        Assert.Equal(WilsonInterval.Of(3, 5), bins[1].PositiveRateInterval);
        Assert.Equal((0.1, 1.0), (bins[1].Low, bins[1].High));
    }

    [Fact]
    public void The_error_stays_that_of_the_bins_as_they_were() =>
        Assert.Equal(Diagram.ExpectedCalibrationError, Diagram.Pooled(3).ExpectedCalibrationError);

    [Theory]
    [InlineData(1, 5)]
    [InlineData(8, 1)]
    [InlineData(100, 1)]
    public void No_row_is_lost(int fewest, int bins)
    {
        ReliabilityDiagram pooled = Diagram.Pooled(fewest);
        Assert.Equal(bins, pooled.Bins.Count);
        Assert.Equal(Labels.Length, pooled.Bins.Sum(bin => bin.Count));
    }

    [Fact]
    public void Without_rows_there_is_no_bin() => Assert.Empty(ReliabilityDiagram.EqualWidth([], []).Pooled(10).Bins);
}
