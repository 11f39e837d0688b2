using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.Probability;

public sealed class CountLawTests
{
    [Fact]
    public void The_binomial_table_is_its_formula()
    {
        var law = CountLaw.OfBinomial(40, 0.3);
        Assert.All(Enumerable.Range(0, 41), k => Assert.Equal(Binomial.Mass(k, 40, 0.3), law.Mass(k), 1e-13));
        Assert.Equal(Binomial.Cumulative(11, 40, 0.3), law.Cumulative(11), 1e-12);
        Assert.Equal((0, 0, 1), (law.Mass(-1), law.Mass(41), law.Cumulative(40)));
    }

    [Fact]
    public void The_Poisson_table_is_its_formula()
    {
        var law = CountLaw.OfPoisson(4.2);
        Assert.All(Enumerable.Range(0, 30), k => Assert.Equal(Poisson.Mass(k, 4.2), law.Mass(k), 1e-13));
    }

    [Fact]
    public void The_hypergeometric_table_counts_hands_of_cards()
    {
        // Aces in five cards: C(4, k) C(48, 5 − k) / C(52, 5).
        var law = CountLaw.OfHypergeometric(drawn: 5, successes: 4, population: 52);
        double[] ways = [1712304, 778320, 103776, 4512, 48];
        Assert.All(ways.Index(), at => Assert.Equal(at.Item / 2598960, law.Mass(at.Index), 1e-14));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_certain_trial_leaves_one_count(double p)
    {
        var law = CountLaw.OfBinomial(7, p);
        Assert.Equal(1, law.Mass((long)(7 * p)));
        Assert.Equal((long)(7 * p), law.Draw(new Random(1)));
    }

    [Fact]
    public void Draws_come_up_as_often_as_the_table_says()
    {
        var law = CountLaw.OfPoisson(2.5);
        var random = new Random(3);
        ILookup<long, long> seen = Enumerable.Range(0, 20_000).Select(_ => law.Draw(random)).ToLookup(k => k);
        double chiSquared = Enumerable.Range(0, 8).Sum(k => Math.Pow(seen[k].Count() - 20_000 * law.Mass(k), 2) / (20_000 * law.Mass(k)));
        Assert.True(ChiSquared.UpperTail(chiSquared, 8) > 0.001, $"χ² {chiSquared}");
    }

    // R 4.3: binom.test(11, 40, 0.5)$p.value is 2·P(X ≤ 11), as the law is symmetric; mid-p takes half of 11's
    // likelihood and half of that of 29, its twin.
    [Fact]
    public void The_test_of_a_symmetric_law_is_twice_its_tail()
    {
        ExactTest test = CountLaw.OfBinomial(40, 0.5).Test(11);
        Assert.Equal(2 * Binomial.Cumulative(11, 40, 0.5), test.PValue, 1e-12);
        Assert.Equal(test.PValue - Binomial.Mass(11, 40, 0.5), test.MidPValue, 1e-12);
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => CountLaw.OfBinomial(5, 1.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => CountLaw.OfPoisson(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => CountLaw.OfHypergeometric(5, 9, 8));
    }
}
