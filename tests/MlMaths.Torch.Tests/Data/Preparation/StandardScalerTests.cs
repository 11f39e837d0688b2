using MlMaths.Torch.Data;

namespace MlMaths.Torch.Tests.Data;

public sealed class StandardScalerTests
{
    private readonly Dataset _dataset = new(
        "five", ["a", "same", "b"], [2, 7, 10, 4, 7, 10, 4, 7, 30, 6, 7, 30, 100, 8, -100], "y",
        ["p", "q", "p", "q", "q"], new("here", "none", "none"));

    private FittedScaler Fitted => StandardScaler.Fit(new(_dataset, [0, 1, 2, 3]));

    [Fact]
    public void Means_and_deviations_are_those_of_the_training_rows_divided_by_their_number()
    {
        // a: 2 4 4 6 has mean 4 and squares 4 + 0 + 0 + 4 = 8, 8/4 = 2. b: 10 10 30 30 has mean 20 and deviation 10.
        Assert.Equal([4, 7, 20], Fitted.Means);
        Assert.Equal([Math.Sqrt(2), 1, 10], Fitted.Deviations);
    }

    [Fact]
    public void Held_out_rows_are_measured_in_the_training_rows_units()
    {
        Dataset scaled = Fitted.Transform(new HeldOutPart(_dataset, "test", [4]));
        Assert.Equal([96 / Math.Sqrt(2), 1, -12], scaled.Row(0).ToArray());
        Assert.Equal(["q"], scaled.Labels);
    }

    [Fact]
    public void A_constant_column_is_centred_not_divided_and_reported()
    {
        Assert.Equal([1], Fitted.ConstantColumns);
        Assert.Equal(
            "The column 'same' has a single value in the training rows: it is centred but not scaled, and says nothing about the target.",
            Fitted.Warning);
        Assert.Equal(0, Fitted.Transform(_dataset).Row(0)[1]);
    }

    [Fact]
    public void A_constant_that_no_binary_fraction_equals_is_still_constant()
    {
        double[] tenths = [.. Enumerable.Repeat(0.1, 10)];
        Dataset dataset = new("tenths", ["a"], tenths, "y", [.. Enumerable.Repeat("p", 10)], new("here", "none", "none"));
        FittedScaler scaler = StandardScaler.Fit(DataSplit.None(dataset).Training);
        Assert.Equal((0.1, 1.0), (scaler.Means[0], scaler.Deviations[0]));
        Assert.All(scaler.Transform(dataset).Features.ToArray(), z => Assert.Equal(0, z));
    }

    [Fact]
    public void Without_a_constant_column_there_is_nothing_to_warn_of()
    {
        Dataset iris = DatasetCatalogue.Load("iris");
        Assert.Null(StandardScaler.Fit(DataSplit.None(iris).Training).Warning);
    }

    [Fact]
    public void Standardised_training_rows_have_mean_0_and_deviation_1()
    {
        DataSplit split = StratifiedSplit.Of(DatasetCatalogue.Load("breast_cancer"), seed: 5);
        Dataset scaled = StandardScaler.Fit(split.Training).Transform(split.Training);
        Assert.All(Enumerable.Range(0, scaled.Columns), column =>
        {
            double[] z = scaled.Column(column);
            Assert.Equal(0, z.Average(), 1e-12);
            Assert.Equal(1, Math.Sqrt(z.Average(each => each * each)), 1e-12);
        });
    }

    [Fact]
    public void Other_columns_than_the_fitted_ones_are_refused() =>
        Assert.Throws<ArgumentException>(() => Fitted.Transform(DatasetCatalogue.Load("iris")));

    [Theory]
    [InlineData(1e300)]
    [InlineData(1e-300)]
    public void Columns_of_any_size_are_standardised(double size)
    {
        Dataset dataset = new("extreme", ["a"], [-size, size, -size, size], "y", ["p", "q", "p", "q"], new("here", "none", "none"));
        Assert.Equal([-1, 1, -1, 1], StandardScaler.Fit(DataSplit.None(dataset).Training).Transform(dataset).Features.ToArray());
    }
}
