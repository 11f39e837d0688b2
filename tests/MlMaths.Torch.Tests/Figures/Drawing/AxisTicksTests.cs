using MlMaths.Torch.Figures;
using ScottPlot;

namespace MlMaths.Torch.Tests.Figures;

public sealed class AxisTicksTests
{
    [Fact]
    public void A_share_is_marked_in_fifths() =>
        Assert.Equal(["0", "0.2", "0.4", "0.6", "0.8", "1"], Labels(Scale.Share(""), most: 7));

    [Fact]
    public void A_logarithmic_axis_over_many_decades_is_marked_at_powers_of_ten() =>
        Assert.Equal(["10⁻⁶", "10⁻⁴", "10⁻²", "10⁰"], Labels(new Scale("", 1e-7, 2, Logarithmic: true), most: 5));

    [Fact]
    public void A_logarithmic_axis_over_few_decades_is_marked_in_plain_numbers() =>
        Assert.Equal(["0.01", "0.1", "1", "10"], Labels(new Scale("", 0.005, 20, Logarithmic: true), most: 6));

    [Fact]
    public void Marks_between_powers_of_ten_are_not_evenly_spaced()
    {
        Tick[] minor = [.. AxisTicks.For(new Scale("", 0.01, 10, Logarithmic: true), most: 6).Where(tick => !tick.IsMajor)];
        Assert.Contains(minor, tick => Math.Abs(tick.Position - Math.Log10(0.02)) < 1e-12);
        Assert.Contains(minor, tick => Math.Abs(tick.Position - Math.Log10(9)) < 1e-12);
    }

    [Fact]
    public void A_logarithmic_axis_within_one_decade_still_has_marks() =>
        Assert.InRange(Labels(new Scale("", 0.31, 0.42, Logarithmic: true), most: 6).Length, 2, 7);

    [Theory]
    [InlineData(0, "0")]
    [InlineData(-0.5, "−0.5")]
    [InlineData(12_000, "12,000")]
    [InlineData(0.00001, "10⁻⁵")]
    [InlineData(-3e7, "−3×10⁷")]
    public void A_number_is_said_shortly(double value, string words) => Assert.Equal(words, AxisTicks.Words(value));

    private static string[] Labels(Scale scale, int most) =>
        [.. AxisTicks.For(scale, most).Where(tick => tick.IsMajor).Select(tick => tick.Label)];
}
