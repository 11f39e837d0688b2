using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.Probability;

public sealed class TwoRatesTests
{
    // R 4.3: poisson.test(c(11, 6 + 8 + 7), c(800, 1083 + 1050 + 878)), the example of its help page, which divides the
    // first by the second.
    [Fact]
    public void Two_rates_are_compared_as_R_does()
    {
        var rates = new TwoRates(21, 3011, 11, 800);
        Interval ratio = rates.Ratio();
        Assert.Equal(1.971488, ratio.Value!.Value, 1e-6);
        Assert.Equal(0.8584264, ratio.Low!.Value, 1e-6);
        Assert.Equal(4.2772659, ratio.High!.Value, 1e-6);
        Assert.Equal(0.07967, rates.Test().PValue, 1e-5);
    }

    // F. Garwood, 1936: the exact interval of a count of 10 is 4.80 to 18.39, of 0 it is 0 to 3.69.
    [Fact]
    public void One_rate_has_Garwoods_interval()
    {
        Interval ten = TwoRates.Rate(10, 1), none = TwoRates.Rate(0, 2);
        Assert.Equal(4.795, ten.Low!.Value, 1e-3);
        Assert.Equal(18.390, ten.High!.Value, 1e-3);
        Assert.Equal(0, none.Low);
        Assert.Equal(-Math.Log(0.025) / 2, none.High!.Value, 1e-9);
    }

    [Fact]
    public void Without_events_nothing_is_shown()
    {
        var none = new TwoRates(0, 30, 0, 30);
        Assert.Equal(1, none.Test().PValue);
        Assert.Null(none.Ratio().Value);
        Assert.Equal(0, new TwoRates(5, 30, 0, 30).Ratio().Low);
        Assert.Throws<ArgumentOutOfRangeException>(() => new TwoRates(1, 0, 1, 1));
    }
}
