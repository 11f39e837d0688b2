using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.Probability;

public sealed class IntervalCoverageTests
{
    [Theory]
    [InlineData(0.5, 100)]
    [InlineData(0.1, 100)]
    [InlineData(0.02, 200)]
    [InlineData(0.01, 500)]
    public void Wilson_keeps_its_promise_and_the_exact_interval_always_does(double rate, int trials)
    {
        Assert.InRange(IntervalCoverage.OfProportion(rate, trials, x => WilsonInterval.Of(x, trials)), 0.93, 0.97);
        Assert.InRange(IntervalCoverage.OfProportion(rate, trials, x => ClopperPearsonInterval.Of(x, trials)), 0.95, 1);
    }

    // At 0 of n Wald's interval is the point 0: it misses at least as often as nothing happens, 0.99^100 = 36.6 %.
    [Fact]
    public void Wald_fails_at_rare_rates() =>
        Assert.InRange(IntervalCoverage.OfProportion(0.01, 100, x => WaldInterval.Of(x, 100)), 0.5, 1 - Math.Pow(0.99, 100));

    [Theory]
    [InlineData(0.3, 0.3, 50)]
    [InlineData(0.05, 0.08, 300)]
    [InlineData(0.1, 0.1, 100)]
    public void Intervals_of_a_difference_and_of_a_ratio_keep_their_promise(double first, double second, int trials)
    {
        Assert.InRange(IntervalCoverage.OfTwo(first, trials, second, trials, second - first, counts => counts.Difference()), 0.93, 0.97);
        Assert.InRange(IntervalCoverage.OfTwo(first, trials, second, trials, second / first, counts => counts.Ratio()), 0.93, 0.97);
    }

    [Fact]
    public void An_interval_of_everything_covers_always_and_one_without_ends_never()
    {
        Assert.Equal(1, IntervalCoverage.OfProportion(0.2, 60, _ => new Interval(0.5, 0, 1, 0.95, "all")), 1e-10);
        Assert.Equal(0, IntervalCoverage.OfTwo(0.2, 9, 0.3, 9, 0.1, _ => Interval.Undefined("nothing")));
        Assert.Equal(100, IntervalCoverage.Pairs(0.4, 9, 0.5, 9));
    }
}
