using System.Text.Json;
using FsCheck.Xunit;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Tests.Golden;

namespace MlMaths.Torch.Tests.Probability;

public sealed class ProportionIntervalTests
{
    [Theory]
    [InlineData("wilson")]
    [InlineData("clopper_pearson")]
    public void Ends_are_those_of_SciPy(string kind)
    {
        foreach (JsonElement row in GoldenFile.Read("statistics.json").GetProperty(kind).EnumerateArray())
        {
            int successes = row.GetProperty("successes").GetInt32(), trials = row.GetProperty("trials").GetInt32();
            double level = row.GetProperty("level").GetDouble();
            Interval interval = kind == "wilson"
                ? WilsonInterval.Of(successes, trials, level)
                : ClopperPearsonInterval.Of(successes, trials, level);

            double[] ends = row.GetProperty("interval").Doubles();
            Assert.Equal(ends[0], interval.Low!.Value, 1e-10);
            Assert.Equal(ends[1], interval.High!.Value, 1e-10);
            Assert.Equal((double)successes / trials, interval.Value);
        }
    }

    [Property]
    public void Both_hold_the_proportion_and_stay_between_0_and_1(byte some, ushort others)
    {
        int successes = some, trials = some + others;
        Interval wilson = WilsonInterval.Of(successes, trials), exact = ClopperPearsonInterval.Of(successes, trials);
        if (trials == 0)
        {
            Assert.Equal("a proportion of no trials", wilson.WhyUndefined);
            Assert.Null(exact.Value);
            return;
        }
        double proportion = (double)successes / trials;
        Assert.True(wilson.Contains(proportion));
        Assert.True(exact.Contains(proportion));
        Assert.All([wilson.Low, wilson.High, exact.Low, exact.High], end => Assert.InRange(end!.Value, 0, 1));
    }

    [Fact]
    public void Over_all_outcomes_of_twenty_trials_the_exact_interval_keeps_its_promise_and_Wilson_does_on_average()
    {
        const int trials = 20;
        double[] rates = [.. Enumerable.Range(1, 199).Select(step => step / 200.0)];
        double[] exact = [.. rates.Select(rate => Coverage(rate, k => ClopperPearsonInterval.Of(k, trials)))];
        double[] wilson = [.. rates.Select(rate => Coverage(rate, k => WilsonInterval.Of(k, trials)))];

        Assert.True(exact.Min() >= 0.95, $"least coverage {exact.Min()}");
        Assert.InRange(wilson.Average(), 0.94, 0.96);
        Assert.True(wilson.Min() < 0.95);

        static double Coverage(double rate, Func<int, Interval> intervalOf) =>
            Enumerable.Range(0, trials + 1).Where(k => intervalOf(k).Contains(rate)).Sum(k => Binomial.Mass(k, trials, rate));
    }

    [Fact]
    public void More_successes_than_trials_and_a_confidence_of_1_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => WilsonInterval.Of(3, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => WilsonInterval.Of(1, 2, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => ClopperPearsonInterval.Of(1, 2, 0));
    }
}
