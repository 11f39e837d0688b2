using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.Evaluation;

public sealed class BaseRateAlarmTests
{
    [Theory]
    [InlineData(50)]
    [InlineData(1000)]
    public void An_unchanged_world_rings_about_as_often_as_was_asked(int rows)
    {
        const int Worlds = 400;
        int rung = Enumerable.Range(0, Worlds).Count(seed =>
            BaseRateAlarm.Calibrate(Stream(0.1, 0.1, 1000, seed), rows, 0.1, seed, simulations: 299)
                .Rings(Stream(0.1, 0.1, rows, seed + 100_000)));
        Assert.InRange(rung, 22, 61); // 40 expected; 99.9 % of binomial(400, 0.1)
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.4)]
    public void A_halved_and_a_doubled_rate_are_noticed_in_a_thousand_rows(double now)
    {
        // N(±0.733, 1) has an area under the ROC curve of 0.85.
        var alarm = BaseRateAlarm.Calibrate(Stream(0.2, 0.2, 10_000, seed: 1), 1000, 0.05, seed: 2, simulations: 499);
        int rung = Enumerable.Range(0, 100).Count(seed => alarm.Rings(Stream(0.2, now, 1000, seed + 50)));
        Assert.InRange(rung, 80, 100);
    }

    [Fact]
    public void Limits_are_narrower_for_longer_windows()
    {
        double[] reference = Stream(0.1, 0.1, 5000, seed: 3);
        BaseRateAlarm few = BaseRateAlarm.Calibrate(reference, 100, 0.05, 1, 500),
            many = BaseRateAlarm.Calibrate(reference, 1000, 0.05, 1, 500);
        Assert.True(few.Low < many.Low && many.Low < many.Reference && many.Reference < many.High && many.High < few.High);
    }

    [Fact]
    public void A_window_of_another_size_is_refused() =>
        Assert.Throws<ArgumentException>(() => new BaseRateAlarm(2, 0.05, 0.1, 0, 1).Rings([0.1]));

    private static double[] Stream(double before, double now, int rows, int seed)
    {
        const double Shift = 0.733;
        var random = new Random(seed);
        return
        [
            .. Enumerable.Range(0, rows).Select(_ =>
            {
                double x = Normal.Draw(random, random.NextDouble() < now ? Shift : -Shift);
                double odds = before / (1 - before) * Math.Exp(2 * Shift * x);
                return odds / (1 + odds);
            }),
        ];
    }
}
