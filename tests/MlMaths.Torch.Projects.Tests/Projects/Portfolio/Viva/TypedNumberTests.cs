using MlMaths.Torch.Portfolio.Viva.Keys;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>Numbers as people type them.</summary>
public sealed class TypedNumberTests
{
    [Theory]
    [InlineData("0.31", 0.31)]
    [InlineData("  about 0.31.", 0.31)]
    [InlineData("-0.5", -0.5)]
    [InlineData("−0.5", -0.5)]
    [InlineData("1/11", 1.0 / 11)]
    [InlineData("4.2e-5", 4.2e-5)]
    [InlineData("1,200", 1200.0)]
    [InlineData("1,200", 1.2)]
    [InlineData("12,345.6", 12345.6)]
    [InlineData("0,31", 0.31)]
    [InlineData("31 units", 31.0)]
    [InlineData("4 times", 4.0)]
    [InlineData("4x", 4.0)]
    [InlineData("507k", 507_000.0)]
    [InlineData("506 thousand rows", 506_000.0)]
    [InlineData("0.5M", 500_000.0)]
    [InlineData("1.2 million", 1_200_000.0)]
    [InlineData("506 457", 506_457.0)]
    [InlineData("5·10^-5", 5e-5)]
    [InlineData("5×10⁻⁵", 5e-5)]
    [InlineData("5 x 10^-5", 5e-5)]
    [InlineData("45 of 100", 0.45)]
    [InlineData("1 in 20", 0.05)]
    [InlineData("(40+1)/(40 + 100)", 41 / 140.0)]
    [InlineData("2^3^2", 512.0)]
    [InlineData("-2^2", -4.0)]
    [InlineData("exp(0)/4", 0.25)]
    [InlineData("- 0.00323", -0.00323)]
    [InlineData("minus 0.0032", -0.0032)]
    [InlineData("F1 = 0.52", 0.52)]
    [InlineData("p >= 0.25", 0.25)]
    [InlineData("p ≥ 0.25", 0.25)]
    [InlineData("0.3667 + 0.1901 = 0.5568", 0.5568)]
    [InlineData("2PR/(P + R) = 2 · 0.6 · 0.5 / 1.1 ≈ 0.545", 0.545)]
    [InlineData("about 4×", 4.0)]
    [InlineData("four times as many", 4.0)]
    [InlineData("thirty-nine", 39.0)]
    [InlineData("twenty", 20.0)]
    [InlineData("one in twenty", 0.05)]
    [InlineData("a quarter", 0.25)]
    [InlineData("three quarters", 0.75)]
    [InlineData("two million", 2_000_000.0)]
    [InlineData("two hundred", 200.0)]
    [InlineData("a hundred and five", 105.0)]
    [InlineData("twelve hundred", 1200.0)]
    [InlineData("three hundred and forty-five thousand, six hundred and seven", 345_607.0)]
    [InlineData("two million three hundred thousand", 2_300_000.0)]
    [InlineData("a thousand and one", 1001.0)]
    [InlineData("2 hundred", 200.0)]
    [InlineData("two dozen", 24.0)]
    [InlineData("seven eighths", 0.875)]
    [InlineData("one hundredth", 0.01)]
    [InlineData("+3*2", 6.0)]
    [InlineData("(+3)*2", 6.0)]
    [InlineData("+0.5", 0.5)]
    public void They_are_read(string typed, double meant) => Assert.Contains(meant, TypedNumber.Read(typed)!.Readings);

    [Theory]
    [InlineData("1 - 0.95^5", 0.22621906)]
    [InlineData("1−0.95^5", 0.22621906)]
    [InlineData("-ln(0.5) / 2", 0.34657359)]
    [InlineData("sqrt(2)", 1.41421356)]
    [InlineData("Sqrt(2)", 1.41421356)]
    [InlineData("LN(3)", 1.09861229)]
    [InlineData("Log10(42.6)", 1.62940960)]
    [InlineData("2π", 6.28318531)]
    [InlineData("2 pi", 6.28318531)]
    [InlineData("2pi/3", 2.09439510)]
    [InlineData("3√2", 4.24264069)]
    [InlineData("2 ln 3", 2.19722458)]
    [InlineData("2e^-2", 0.27067057)]
    [InlineData("log10(42.6)", 1.62940960)]
    [InlineData("log₁₀(6.526²)", 1.62929410)]
    [InlineData("1/log10(100)", 0.5)]
    [InlineData("log10(sqrt(100))", 1.0)]
    [InlineData("11.16*sqrt(2/pi)", 8.90439)]
    [InlineData("11.16 · √(2/π)", 8.90439)]
    [InlineData("√2·0.04538", 0.06417701)]
    [InlineData("−ln 0.001", 6.90775528)]
    [InlineData("ln 3", 1.09861229)]
    [InlineData("cos(87.19°)", 0.04902335)]
    [InlineData("cos 87.19 degrees", 0.04902335)]
    [InlineData("cos(87.19)", 0.71470485)]
    [InlineData("e to the −2", 0.13533528)]
    [InlineData("e^-2", 0.13533528)]
    public void Short_sums_are_reckoned(string typed, double meant) =>
        Assert.Equal(meant, Assert.Single(TypedNumber.Read(typed)!.Readings), 1e-5);

    [Theory]
    [InlineData("1 +")]
    [InlineData("(1")]
    [InlineData("0.3 0.4")]
    [InlineData("ln(-1)")]
    [InlineData("")]
    [InlineData("many")]
    [InlineData("0.3 or 0.4")]
    [InlineData("1.2.3")]
    [InlineData("1/0")]
    [InlineData("9e999")]
    [InlineData("0.333333333333333333333333333333333333333333333333333333333333?")]
    [InlineData("w + 1")]
    [InlineData("f = 0.3 or g = 0.4")]
    [InlineData("a bit more than half")]
    [InlineData("log10(-1)")]
    [InlineData("two three")]
    [InlineData("half a million")]
    [InlineData("one twentieth")]
    [InlineData("twenty-twenty")]
    [InlineData("two and a half million")]
    [InlineData("two hundred thousand thousand")]
    public void What_is_no_number_is_asked_again(string typed)
    {
        Assert.Null(TypedNumber.Read(typed));
        Assert.Equal(Outcome.Unread, new NumberKey(0.3, Closeness.Share).Judge(typed).Outcome);
    }

    [Theory]
    [InlineData("31 %", Outcome.Right)]
    [InlineData("31", Outcome.Right)]
    [InlineData("30.9", Outcome.Right)]
    [InlineData("0.31", Outcome.Right)]
    [InlineData("0.31 %", Outcome.Wrong)]
    [InlineData("0.4", Outcome.Wrong)]
    internal void A_share_may_be_a_percentage(string typed, Outcome outcome) =>
        Assert.Equal(outcome, new NumberKey(0.31, Closeness.Share).Judge(typed).Outcome);

    [Theory]
    [InlineData("39", Outcome.Right)]
    [InlineData("39 of 100", Outcome.Right)]
    [InlineData("39/100", Outcome.Right)]
    [InlineData("39 %", Outcome.Right)]
    [InlineData("0.39", Outcome.Right)]
    [InlineData("about 38-40", Outcome.Right)]
    [InlineData("38 to 40", Outcome.Right)]
    [InlineData("between 38 and 40", Outcome.Right)]
    [InlineData("38–40 %", Outcome.Right)]
    [InlineData("0.61", Outcome.Wrong)]
    [InlineData("50-60", Outcome.Wrong)]
    [InlineData("0 to 100", Outcome.Unread)]
    internal void How_many_of_a_hundred_may_be_said_in_each_of_these_ways(string typed, Outcome outcome) =>
        Assert.Equal(outcome, new NumberKey(38.89, Closeness.Count, new Mistake("of the others", 61.11)).Judge(typed).Outcome);

    [Theory]
    [InlineData("6.4 points")]
    [InlineData("6.4 percentage points")]
    [InlineData("6.4 %")]
    [InlineData("0.064")]
    [InlineData("0.06 to 0.066")]
    internal void Points_are_those_of_a_percentage(string typed) =>
        Assert.Equal(Outcome.Right, new NumberKey(0.0642, Closeness.Relative).Judge(typed).Outcome);

    [Fact]
    public void A_shape_may_be_said_in_words()
    {
        Assert.Equal(Outcome.Right, new ShapeKey(19).Judge("a vector of 19").Outcome);
        Assert.Equal(Outcome.Right, new ShapeKey(32, 10).Judge("The shape is 32 by 10").Outcome);
        Assert.Equal(Outcome.Unread, new ShapeKey(19).Judge("a vector of many").Outcome);
    }

    [Fact]
    public void Two_hundreds_may_be_the_ends_of_a_range() =>
        Assert.Equal((100, 200), TypedNumber.Read("between one hundred and two hundred")!.Range);
}
