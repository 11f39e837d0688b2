using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.Probability;

public sealed class SizesTests
{
    [Theory]
    [InlineData(1e160)]
    [InlineData(1e-160)]
    [InlineData(1e308)]
    [InlineData(1e-300)]
    public void What_has_no_unit_does_not_depend_on_it(double unit)
    {
        double[] values = [1, 1.5, 0.25, -0.75, 1.125];
        Moments plain = Moments.Of(values), far = Moments.Of([.. values.Select(value => value * unit)]);
        Assert.Equal(plain.Mean, far.Mean / unit, 1e-13);
        Assert.Equal(plain.PopulationDeviation, far.PopulationDeviation / unit, 1e-13);
        Assert.Equal(plain.StandardError!.Value, far.StandardError!.Value / unit, 1e-13);
        Assert.Equal(plain.Skewness!.Value, far.Skewness!.Value, 1e-12);
        Assert.Equal(plain.ExcessKurtosis!.Value, far.ExcessKurtosis!.Value, 1e-12);
    }

    [Fact]
    public void The_ends_of_float64_have_a_mean_a_deviation_and_a_median()
    {
        double[] ends = [double.MinValue, double.MaxValue];
        Assert.Equal(0, Moments.Of(ends).Mean);
        Assert.Equal(1, Moments.Of(ends).PopulationDeviation / double.MaxValue, 1e-15);
        Assert.Equal(0, Quantiles.Of(ends).Median);
    }
}
