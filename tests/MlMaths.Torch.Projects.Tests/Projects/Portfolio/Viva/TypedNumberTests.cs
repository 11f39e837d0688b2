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
    public void They_are_read(string typed, double meant) => Assert.Contains(meant, TypedNumber.Read(typed)!.Readings);

    [Theory]
    [InlineData("1 - 0.95^5", 0.22621906)]
    [InlineData("1−0.95^5", 0.22621906)]
    [InlineData("-ln(0.5) / 2", 0.34657359)]
    [InlineData("sqrt(2)", 1.41421356)]
    public void Short_sums_are_reckoned(string typed, double meant) =>
        Assert.Equal(meant, Assert.Single(TypedNumber.Read(typed)!.Readings), 1e-8);

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

    [Fact]
    public void A_mistake_that_cannot_be_told_from_the_right_answer_is_not_named()
    {
        NumberKey key = new(0.1, Closeness.Relative, new("too near", 0.102), new("far", 0.2));
        Assert.Equal("far", Assert.Single(key.Mistakes).Says);
        Assert.Equal("That is far.", key.Judge("0.199").Says);
    }
}
