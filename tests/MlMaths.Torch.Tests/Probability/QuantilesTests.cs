using FsCheck;
using FsCheck.Xunit;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.Probability;

public sealed class QuantilesTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.25, 3.25)] // position 9 · 0.25 = 2.25, between the values 3 and 4
    [InlineData(0.5, 5.5)]
    [InlineData(0.95, 9.55)]
    [InlineData(1, 10)]
    public void Type_7_lies_on_the_line_between_two_neighbours(double share, double expected) =>
        Assert.Equal(expected, Quantiles.Of([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]).At(share), 1e-14);

    [Property]
    public void A_larger_share_never_has_a_smaller_quantile(NonEmptyArray<int> values, byte first, byte second)
    {
        var quantiles = Quantiles.Of([.. values.Get.Select(value => (double)value)]);
        double low = Math.Min(first, second) / 255.0, high = Math.Max(first, second) / 255.0;
        Assert.True(quantiles.At(low) <= quantiles.At(high));
        Assert.InRange(quantiles.Median, values.Get.Min(), values.Get.Max());
    }

    [Fact]
    public void Nothing_and_not_a_number_have_no_quantiles()
    {
        Assert.Throws<ArgumentException>(() => Quantiles.Of([]));
        Assert.Throws<ArgumentException>(() => Quantiles.Of([1, double.NaN]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantiles.Of([1]).At(1.01));
    }
}
