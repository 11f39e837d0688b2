using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.Optimisation;

/// <summary>What a range test may not read a rate from: rounding, noise, a single batch.</summary>
public sealed class RangeTestEdgeTests
{
    private const int Steps = 100;

    private static readonly double[] Rates = [.. Enumerable.Range(0, Steps).Select(i => 1e-5 * Math.Pow(1e6,
        i / (Steps - 1.0)))];

    [Fact]
    public void A_level_loss_suggests_no_rate_and_says_why()
    {
        LearningRateRangeTest test = LearningRateRangeTest.From(Rates, [.. Enumerable.Range(0,
            Steps).Select(i => 0.6931471805599453 * (1 + (i * 7 % 5 - 2) * 2e-16))]);
        Assert.Null(test.Steepest);
        Assert.Null(test.Valley);
        Assert.Null(test.TenthOfMinimum);
        Assert.Equal("the loss never falls by more than rounding", test.WhyNone);
    }

    [Fact]
    public void Neither_does_a_level_loss_whose_batches_scatter()
    {
        int suggested = Enumerable.Range(0, 200).Count(seed => LearningRateRangeTest.From(Rates, Noise(seed,
            _ => 1)).WhyNone is null);
        Assert.InRange(suggested, 0, 4);
        Assert.Contains("scatter", LearningRateRangeTest.From(Rates, Noise(1, _ => 1)).WhyNone, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fall_that_is_there_is_read()
    {
        LearningRateRangeTest test = LearningRateRangeTest.From(Rates, Noise(1, Falling));
        Assert.Null(test.WhyNone);
        Assert.InRange(test.Steepest!.Value, 1e-3, 1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(30)]
    [InlineData(45)]
    [InlineData(80)]
    public void One_batch_that_is_far_off_moves_no_rule(int at)
    {
        double[] losses = Noise(1, Falling), spiked = [.. losses];
        spiked[at] = 40;
        LearningRateRangeTest without = LearningRateRangeTest.From(Rates, losses), with = LearningRateRangeTest.From(Rates, spiked);
        Assert.InRange(with.Steepest!.Value / without.Steepest!.Value, 0.5, 2);
        Assert.InRange(with.Valley!.Value / without.Valley!.Value, 0.5, 2);
        Assert.InRange(with.TenthOfMinimum!.Value / without.TenthOfMinimum!.Value, 0.5, 2);
    }

    private static double Falling(int i) => 0.5 + 2 / (1 + Math.Exp((i - 55) / 6.0));

    private static double[] Noise(int seed, Func<int, double> loss)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, Steps).Select(i => loss(i) + 0.03 * Normal.Draw(random))];
    }
}
