using MlMaths.Torch.Evaluation;

namespace MlMaths.Torch.Tests.Evaluation;

public sealed class ConfusionMatrixTests
{
    [Fact]
    public void Every_measure_follows_from_the_four_counts()
    {
        var matrix = new ConfusionMatrix(TruePositives: 6, FalsePositives: 2, FalseNegatives: 4, TrueNegatives: 8);

        Assert.Equal(0.7, matrix.Accuracy!.Value, 1e-15);
        Assert.Equal(0.75, matrix.Precision!.Value, 1e-15);
        Assert.Equal(0.6, matrix.Recall!.Value, 1e-15);
        Assert.Equal(0.8, matrix.Specificity!.Value, 1e-15);
        Assert.Equal(0.7, matrix.BalancedAccuracy!.Value, 1e-15);
        Assert.Equal(2 * 0.75 * 0.6 / (0.75 + 0.6), matrix.F1!.Value, 1e-15);
        Assert.Equal(5 * 0.75 * 0.6 / (4 * 0.75 + 0.6), matrix.FBeta(2)!.Value, 1e-15);
        Assert.Equal((6 * 8 - 2 * 4) / Math.Sqrt(8 * 10 * 10 * 12), matrix.Matthews!.Value, 1e-15);
        Assert.Equal((0.7 - 0.5) / (1 - 0.5), matrix.CohenKappa!.Value, 1e-15); // chance: ½·0.4 + ½·0.6
    }

    [Fact]
    public void A_score_at_the_threshold_is_called()
    {
        Assert.Equal(new ConfusionMatrix(1, 0, 0, 1), ConfusionMatrix.Of([true, false], [0.5, 0.49], 0.5));
        Assert.Equal(new ConfusionMatrix(0, 0, 1, 1), ConfusionMatrix.Of([true, false], [0.5, 0.49], Math.BitIncrement(0.5)));
    }

    [Theory]
    [InlineData(0, 0, 3, 7, BinaryMetric.Precision, "nothing was flagged positive")]
    [InlineData(0, 0, 3, 7, BinaryMetric.Matthews, "nothing was flagged positive")]
    [InlineData(3, 7, 0, 0, BinaryMetric.Matthews, "everything was flagged positive")]
    [InlineData(0, 2, 0, 8, BinaryMetric.Recall, "there are no positive rows")]
    [InlineData(0, 2, 0, 8, BinaryMetric.BalancedAccuracy, "there are no positive rows")]
    [InlineData(5, 0, 5, 0, BinaryMetric.Specificity, "there are no negative rows")]
    [InlineData(5, 0, 5, 0, BinaryMetric.Matthews, "there are no negative rows")]
    [InlineData(0, 0, 0, 9, BinaryMetric.F1, "there are no positive rows and nothing was flagged positive")]
    [InlineData(0, 0, 0, 9, BinaryMetric.F2, "there are no positive rows and nothing was flagged positive")]
    [InlineData(0, 0, 0, 9, BinaryMetric.CohenKappa, "all labels and all predictions are of one class")]
    [InlineData(9, 0, 0, 0, BinaryMetric.CohenKappa, "all labels and all predictions are of one class")]
    [InlineData(0, 0, 0, 0, BinaryMetric.Accuracy, "there are no rows")]
    public void What_would_divide_by_zero_is_undefined_with_its_reason(
        long truePositives, long falsePositives, long falseNegatives, long trueNegatives, BinaryMetric metric, string reason)
    {
        var matrix = new ConfusionMatrix(truePositives, falsePositives, falseNegatives, trueNegatives);
        Assert.Null(ValueOf(matrix, metric));
        Assert.Equal(reason, matrix.WhyUndefined(metric));
    }

    [Fact]
    public void A_measure_is_null_exactly_where_there_is_a_reason()
    {
        BinaryMetric[] metrics = [.. Enum.GetValues<BinaryMetric>().Where(metric => metric < BinaryMetric.RocArea)];
        for (int cells = 0; cells < 256; cells++) // each count from 0 to 3
        {
            var matrix = new ConfusionMatrix(cells & 3, cells >> 2 & 3, cells >> 4 & 3, cells >> 6 & 3);
            foreach (BinaryMetric metric in metrics)
                Assert.True(ValueOf(matrix, metric) is null == matrix.WhyUndefined(metric) is not null, $"{metric} of {matrix}");
        }
    }

    [Fact]
    public void Without_a_call_F1_is_zero_although_precision_is_not_defined()
    {
        var matrix = new ConfusionMatrix(0, 0, 3, 7);
        Assert.Null(matrix.Precision);
        Assert.Equal(0, matrix.F1);
    }

    [Fact]
    public void Billions_of_rows_do_not_overflow()
    {
        var matrix = new ConfusionMatrix(3_000_000_000, 1_000_000_000, 1_000_000_000, 3_000_000_000);
        Assert.Equal(0.5, matrix.Matthews!.Value, 1e-15);
        Assert.Equal(0.5, matrix.CohenKappa!.Value, 1e-15);
    }

    private static double? ValueOf(ConfusionMatrix matrix, BinaryMetric metric) =>
        new BinaryMetrics(matrix, 0.5, null, null, null, null, null)[metric];
}
