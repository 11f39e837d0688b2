using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.Probability;

public sealed class LogitTests
{
    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.75, 1.0986122886681098)] // ln 3
    [InlineData(0.01, -4.59511985013459)]
    public void The_logit_is_the_logarithm_of_the_odds(double p, double logit)
    {
        Assert.Equal(logit, Logit.Of(p), 1e-14);
        Assert.Equal(p, Logit.Probability(logit), 1e-15);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1 - 1.1e-16)]
    [InlineData(1.5)]
    [InlineData(double.PositiveInfinity)]
    public void Certainty_has_a_place(double p)
    {
        Assert.Equal(Logit.Farthest, Logit.Of(p));
        Assert.Equal(-Logit.Farthest, Logit.Of(1 - p));
        Assert.True(Logit.Probability(Logit.Farthest) < 1);
    }

    [Property]
    public Property A_logit_comes_back_and_the_other_class_has_it_with_the_other_sign() => Prop.ForAll(
        Gen.Choose(-34_000, 34_000).ToArbitrary(), thousandths =>
        {
            double z = thousandths / 1000.0, p = Logit.Probability(z);
            double lost = 1e-15 / (1 - p); // p is known to 1e-16, and 1 − p to no more
            return Math.Abs(Logit.Of(p) - z) <= 1e-13 + lost && Math.Abs(Logit.Probability(-z) - (1 - p)) <= 2e-16;
        });

    [Property]
    public bool A_probability_stays_one_and_keeps_its_order(NormalFloat one, NormalFloat other)
    {
        (double low, double high) = one.Get <= other.Get ? (one.Get, other.Get) : (other.Get, one.Get);
        return Logit.Probability(low) <= Logit.Probability(high) && Logit.Probability(low) is >= 0 and <= 1;
    }

    [Theory]
    [InlineData(0, 0.6931471805599453)]
    [InlineData(1000, 1000)]
    [InlineData(-1000, 0)]
    [InlineData(3, 3.048587351573742)]
    public void The_logarithm_of_one_plus_an_exponential_never_overflows(double z, double expected) =>
        Assert.Equal(expected, Logit.Softplus(z), 1e-14);

    [Fact]
    public void The_logarithm_of_a_sum_of_exponentials_never_overflows()
    {
        Assert.Equal(Math.Log(6), Logit.LogSum([Math.Log(1), Math.Log(2), Math.Log(3)]), 1e-14);
        Assert.Equal(1000 + Math.Log(2), Logit.LogSum([1000, 1000]), 1e-12);
        Assert.Equal(-1000 + Math.Log(2), Logit.LogSum([-1000, -1000]), 1e-12);
        Assert.Equal(double.NegativeInfinity, Logit.LogSum([]));
        Assert.Equal(double.PositiveInfinity, Logit.LogSum([double.PositiveInfinity, double.NegativeInfinity, 0]));
    }
}
