using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.Probability;

public sealed class MomentsTests
{
    [Fact]
    public void Eight_numbers_have_the_moments_of_the_textbook()
    {
        var moments = Moments.Of([2, 4, 4, 4, 5, 5, 7, 9]);

        Assert.Equal(5, moments.Mean, 1e-15);
        Assert.Equal(4, moments.PopulationVariance, 1e-15);
        Assert.Equal(2, moments.PopulationDeviation, 1e-15);
        Assert.Equal(32.0 / 7, moments.SampleVariance!.Value, 1e-14);
        Assert.Equal(Math.Sqrt(32.0 / 7 / 8), moments.StandardError!.Value, 1e-14);
        Assert.Equal(0.65625, moments.Skewness!.Value, 1e-14); // (−27 + 3·(−1) + 8 + 64) / 8 / 2³
        Assert.Equal(-0.21875, moments.ExcessKurtosis!.Value, 1e-14); // (81 + 3·1 + 16 + 256) / 8 / 2⁴ − 3
    }

    [Fact]
    public void A_mean_of_a_billion_takes_no_digits_from_the_variance()
    {
        var moments = Moments.Of([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]);

        Assert.Equal(1e9 + 10, moments.Mean);
        Assert.Equal(30, moments.SampleVariance!.Value, 1e-12);
    }

    [Fact]
    public void Equal_values_have_no_spread_and_no_shape()
    {
        var moments = Moments.Of([0.1, 0.1, 0.1]);

        Assert.Equal(0, moments.PopulationVariance);
        Assert.Null(moments.Skewness);
        Assert.Null(moments.ExcessKurtosis);
    }

    [Fact]
    public void One_value_has_a_mean_but_no_sample_variance()
    {
        var moments = Moments.Of([3]);

        Assert.Equal(3, moments.Mean);
        Assert.Null(moments.SampleVariance);
        Assert.Null(moments.StandardError);
        Assert.Throws<ArgumentException>(() => Moments.Of([]));
    }
}
