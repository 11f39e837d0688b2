using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.Probability;

public sealed class TwoEventRatesTests
{
    // R 4.3: poisson.test(c(11, 6 + 8 + 7), c(800, 1083 + 1050 + 878)), the example of its help page, which divides the
    // first by the second.
    [Fact]
    public void Two_rates_are_compared_as_R_does()
    {
        var rates = new TwoEventRates(21, 3011, 11, 800);
        Interval ratio = rates.Ratio();
        Assert.Equal(1.971488, ratio.Value!.Value, 1e-6);
        Assert.Equal(0.8584264, ratio.Low!.Value, 1e-6);
        Assert.Equal(4.2772659, ratio.High!.Value, 1e-6);
        Assert.Equal(0.07967, rates.Test().PValue, 1e-5);

        // At the ends of 90 % each tail of the binomial of 32 events, 11 of them later, holds 5 %.
        Interval ninety = rates.Ratio(0.9);
        Assert.Equal(0.05, 1 - UpTo(10, ShareOf(ninety.Low!.Value)), 1e-9);
        Assert.Equal(0.05, UpTo(11, ShareOf(ninety.High!.Value)), 1e-9);

        static double ShareOf(double ratio) => ratio * 800 / (ratio * 800 + 3011);
        static double UpTo(int last, double share) => Enumerable.Range(0, last + 1).Sum(x =>
            Enumerable.Range(1, x).Aggregate(1.0, (ways, i) => ways * (33 - i) / i) * Math.Pow(share, x) * Math.Pow(1 - share, 32 - x));
    }

    // mid-p = 2 P(X ≤ 5) − P(X = 5) of 20 coins: (2 · 21,700 − 15,504)/2²⁰. Half of one end alone would say 0.0340.
    [Fact]
    public void Five_events_and_then_fifteen_are_a_change_at_3_percent()
    {
        Assert.Equal(27_896 / 1_048_576.0, new TwoEventRates(5, 1, 15, 1).Test().MidPValue, 1e-12);
        Assert.Equal(0.0266, new TwoEventRates(15, 1, 5, 1).Test().MidPValue, 5e-5);
    }

    [Fact]
    public void Equal_periods_are_McNemars_coin()
    {
        for (int first = 0; first <= 40; first++)
        {
            for (int second = 0; second <= 40; second++)
            {
                ExactTest coin = new TwoEventRates(first, 7, second, 7).Test();
                var mcNemar = McNemar.Of(first, second);
                Assert.Equal(mcNemar.PValue, coin.PValue, 1e-12);
                Assert.Equal(mcNemar.MidPValue, coin.MidPValue, 1e-12);
            }
        }
    }

    // F. Garwood, 1936: the exact interval of a count of 10 is 4.80 to 18.39, of 0 it is 0 to 3.69.
    [Fact]
    public void One_rate_has_Garwoods_interval()
    {
        Interval ten = TwoEventRates.EventRate(10, 1), none = TwoEventRates.EventRate(0, 2);
        Assert.Equal(4.795, ten.Low!.Value, 1e-3);
        Assert.Equal(18.390, ten.High!.Value, 1e-3);
        Assert.Equal(0, none.Low);
        Assert.Equal(-Math.Log(0.025) / 2, none.High!.Value, 1e-9);
    }

    [Fact]
    public void Without_events_nothing_is_shown()
    {
        var none = new TwoEventRates(0, 30, 0, 30);
        Assert.Equal(1, none.Test().PValue);
        Assert.Null(none.Ratio().Value);
        Assert.Equal(0, new TwoEventRates(5, 30, 0, 30).Ratio().Low);
        Assert.Throws<ArgumentOutOfRangeException>(() => new TwoEventRates(1, 0, 1, 1));
    }
}
