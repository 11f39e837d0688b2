using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.Probability;

public sealed class DispersionTests
{
    [Fact]
    public void The_index_is_the_variance_over_the_mean_and_its_test_chi_squared()
    {
        double[] counts = [2, 4, 4, 4, 5, 5, 7, 9]; // mean 5, sum of squares about it 32
        Dispersion dispersion = Dispersion.OfEvents(counts, seed: 1, resamples: 200);
        Assert.Equal(32.0 / 7 / 5, dispersion.Ratio.Value!.Value, 1e-12);
        Assert.Equal(2 * ChiSquared.UpperTail(32.0 / 5, 7), dispersion.PValue!.Value, 1e-12);
        Assert.Equal(32.0 / 7 / (5 * 0.75), Dispersion.RatioOf(counts, trials: 20)!.Value, 1e-12);
    }

    [Fact]
    public void Without_spread_to_compare_with_it_is_undefined()
    {
        Assert.Null(Dispersion.OfEvents([0, 0, 0], seed: 1).Ratio.Value);
        Assert.Null(Dispersion.OfSuccesses([5, 5, 5], trials: 5, seed: 1).PValue);
        Assert.Null(Dispersion.RatioOf([3]));
    }

    [Fact]
    public void Bursts_show_and_independent_events_do_not()
    {
        var law = CountLaw.OfPoisson(3);
        var random = new Random(1);
        double[] alone = [.. Enumerable.Range(0, 300).Select(_ => (double)law.Draw(random))], pairs = [.. alone.Select(count => 2 * count)];
        Assert.True(Dispersion.OfEvents(alone, seed: 1, resamples: 300).Ratio.Contains(1));
        Interval doubled = Dispersion.OfEvents(pairs, seed: 1, resamples: 300).Ratio;
        Assert.True(doubled.Contains(2) && doubled.Low > 1);
    }
}
