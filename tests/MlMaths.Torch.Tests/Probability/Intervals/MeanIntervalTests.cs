using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.Probability;

public sealed class MeanIntervalTests
{
    [Fact]
    public void Of_many_values_it_is_that_of_the_textbook()
    {
        double[] values = Drawn(6000);
        double mean = values.Average(), deviation = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
        Interval interval = MeanInterval.Of(values, seed: 1);
        Assert.Equal(mean, interval.Value!.Value, 1e-12);
        Assert.Equal(mean - 1.959963984540054 * deviation / Math.Sqrt(6000), interval.Low!.Value, 1e-9);
        Assert.Equal(mean + 1.959963984540054 * deviation / Math.Sqrt(6000), interval.High!.Value, 1e-9);
    }

    [Fact]
    public void Of_few_values_the_bootstrap_comes_near_it()
    {
        double[] values = Drawn(4000);
        Interval few = MeanInterval.Of(values, seed: 1);
        double reach = 1.96 * Moments.Of(values).SampleDeviation!.Value / Math.Sqrt(4000);
        Assert.Contains("bootstrap", few.Method, StringComparison.Ordinal);
        Assert.InRange((few.High!.Value - few.Low!.Value) / (2 * reach), 0.93, 1.07);
    }

    [Fact]
    public void Of_one_value_there_is_no_width() => Assert.Equal(3, MeanInterval.Of([3], seed: 1).Value);

    [Fact]
    public void So_many_values_that_none_is_kept_have_the_interval_of_those_that_are()
    {
        double[] values = [.. Enumerable.Range(0, 6000).Select(i => Math.Sin(i) + 0.001 * i)];
        Interval kept = MeanInterval.Of(values, seed: 1), passed = MeanInterval.OfMany(values.Length, i => values[i], 0.95);
        Assert.Equal(kept.Low!.Value, passed.Low!.Value, 1e-12);
        Assert.Equal(kept.High!.Value, passed.High!.Value, 1e-12);
        Assert.Equal("one value has no spread", MeanInterval.OfMany(1, _ => 3, 0.95).WhyUndefined);
    }

    private static double[] Drawn(int count)
    {
        var random = new Random(4);
        return [.. Enumerable.Range(0, count).Select(_ => Math.Exp(Normal.Draw(random)))];
    }
}
