using MlMaths.Torch.Evaluation;

namespace MlMaths.Torch.Tests.Evaluation;

public sealed class ManyClassesAndNumbersTests
{
    [Fact]
    public void A_class_that_is_never_called_leaves_the_mean_precision_undefined()
    {
        var metrics = MulticlassMetrics.Of([0, 1, 2], [[0.8, 0.1, 0.1], [0.2, 0.7, 0.1], [0.5, 0.3, 0.2]]);
        Assert.Null(metrics.OfClass(2).Precision);
        Assert.Null(metrics.MacroPrecision);
        Assert.Equal(2.0 / 3, metrics.MacroRecall!.Value, 1e-15);
        Assert.Equal((2.0 / 3 + 1 + 0) / 3, metrics.MacroF1!.Value, 1e-15);
        Assert.Equal(new ConfusionMatrix(1, 1, 0, 1), metrics.OfClass(0));
    }

    [Fact]
    public void A_label_without_a_probability_is_refused()
    {
        Assert.Throws<ArgumentException>(() => MulticlassMetrics.Of([2], [[0.5, 0.5]]));
        Assert.Throws<ArgumentException>(() => MulticlassMetrics.Of([0], []));
        Assert.Throws<ArgumentException>(() => MulticlassMetrics.Of([], []));
    }

    [Fact]
    public void The_mean_explains_nothing_and_a_constant_target_nothing_to_explain()
    {
        Assert.Equal(0, RegressionErrors.Of([1, 2, 3], [2, 2, 2]).RSquared!.Value, 1e-15);
        Assert.Null(RegressionErrors.Of([1, 2, 3], [2, 2, 2]).Pearson);
        Assert.Null(RegressionErrors.Of([4, 4, 4], [1, 2, 3]).RSquared);
    }

    [Fact]
    public void Correlation_forgives_an_offset_that_R_squared_does_not()
    {
        var errors = RegressionErrors.Of([1, 2, 3], [11, 12, 13]);
        Assert.Equal(1, errors.Pearson!.Value, 1e-15);
        Assert.Equal(-149, errors.RSquared!.Value, 1e-12); // 1 − 100 / (2/3)
        Assert.Equal(10, errors.MeanAbsolute, 1e-14);
        Assert.Equal(10, errors.RootMeanSquared, 1e-14);
    }
}
