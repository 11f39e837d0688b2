using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.Probability;

public sealed class DipTestTests
{
    // The example of J. A. and P. M. Hartigan, 1985; R's diptest (M. Maechler, tests/ex1.R) has 7.5 / 126 for it.
    private static readonly double[] Faculty =
    [
        30, 33, 35, 36, 37, 37, 39, 39, 39, 39, 39, 40, 40, 40, 40, 41, 42, 43, 43, 43, 44, 44, 45, 45, 46, 46, 47, 47, 48, 48, 48,
        49, 50, 50, 51, 52, 52, 53, 53, 53, 53, 53, 54, 54, 57, 57, 59, 60, 60, 60, 61, 61, 61, 61, 62, 62, 62, 62, 63, 66, 70, 72, 72,
    ];

    [Fact]
    public void It_is_that_of_the_published_example() => Assert.Equal(7.5 / 126, DipTest.Of(Faculty).Dip, 1e-12);

    // The other values of that file.
    [Theory]
    [InlineData(0.25, new double[] { 1, 1, 2, 2 })]
    [InlineData(0.125, new double[] { 0, 1, 3, 6 })]
    [InlineData(2.0 / 15, new double[] { 0, 2, 3, 5, 6 })]
    [InlineData(2.0 / 15, new double[] { 0, 1, 3, 4, 6 })]
    [InlineData(0.05, new double[] { 1, 2, 2, 2, 2, 2, 2, 2, 2, 2 })]
    public void It_is_that_of_small_published_samples(double dip, double[] values) =>
        Assert.Equal(dip, DipTest.Of(values).Dip, 1e-12);

    [Fact]
    public void It_is_the_least_distance_to_a_law_with_one_mode_by_a_slow_search()
    {
        Random random = new(7);
        for (int sample = 0; sample < 200; sample++)
        {
            int n = random.Next(5, 40);
            double[] values = [.. Enumerable.Range(0, n).Select(_ => random.NextDouble() + (random.Next(2) == 0 ? 0 : 1.2)).Order()];

            Assert.Equal(SlowDip(values), DipTest.Of(values).Dip, 1e-9);
        }
    }

    [Fact]
    public void Order_place_and_unit_do_not_matter()
    {
        double[] mirrored = [.. Faculty.Select(value => 3 - 0.01 * value)];
        Assert.Equal(DipTest.Of(Faculty).Dip, DipTest.Of(mirrored).Dip, 1e-12);
    }

    // M. Maechler's table, a million samples each: 95, 99 and 99.9 % quantiles of D.
    [Theory]
    [InlineData(50, 0.0702737877191269, 0.0811998415355918, 0.0940930106666244)]
    [InlineData(100, 0.0511279442868827, 0.059024132304226, 0.0684479731118028)]
    [InlineData(200, 0.0368418413878307, 0.0426864799777448, 0.0497198001866743)]
    public void Its_p_value_is_that_of_a_published_table(int n, double at5, double at1, double at01)
    {
        Assert.Equal(0.05, DipTest.PValueOf(at5, n), 0.003);
        Assert.Equal(0.01, DipTest.PValueOf(at1, n), 0.001);
        Assert.Equal(0.001, DipTest.PValueOf(at01, n), 0.0003);
    }

    [Fact]
    public void A_normal_sample_has_one_mode_and_two_far_ones_have_two()
    {
        double[] one = [.. Enumerable.Range(0, 200).Select(i => Normal.Quantile((i + 0.5) / 200))];
        double[] two = [.. one.Select((value, i) => value + i % 2 * 5)];

        Assert.Equal(1, DipTest.Of(one).PValue);
        Assert.True(DipTest.Of(two).PValue < 1e-4);
    }

    /// <summary>
    /// Bisects d: a law with one mode lies within d of the shares if some value ends a stretch that a convex law fits, and begins
    /// one that a concave law fits; these are the hulls of the bounds. Shares are a staircase: i/n just before value i, (i + 1)/n at it.
    /// </summary>
    private static double SlowDip(double[] x)
    {
        double low = 0, high = 0.5;
        for (int step = 0; step < 60; step++)
        {
            double d = (low + high) / 2;
            if (Fits(x, d)) high = d;
            else low = d;
        }
        return high;
    }

    private static bool Fits(double[] x, double d)
    {
        double[] mirrored = [.. x.Reverse().Select(value => -value)];
        // The height just left of the mode is no greater than that just right of it, which is 1 less the one of the mirrored values.
        return Enumerable.Range(0, x.Length).Any(mode =>
            LeastAt(x, mode, d) + LeastAt(mirrored, x.Length - 1 - mode, d) <= 1 + 1e-12);
    }

    // Convex G up to the mode has G ≤ i/n + d, as it is below that before value i, and G ≥ (i + 1)/n − d at it: the least height it
    // can come to just before the mode; infinite where there is no such G.
    private static double LeastAt(double[] x, int mode, double d)
    {
        int n = x.Length;
        double least = 0;
        for (int i = 0; i < mode; i++)
        {
            double low = (i + 1.0) / n - d, most = (double)i / n + d;
            least = Math.Max(least, low);
            for (int a = 0; a < i; a++)
            {
                double start = (double)a / n + d, along = x[i] - x[a];
                least = Math.Max(least, start + (low - start) * (x[mode] - x[a]) / along);
                for (int b = i + 1; b <= mode; b++)
                    most = Math.Min(most, start + along / (x[b] - x[a]) * (b - a) / n);
            }
            if (most < low - 1e-12) return double.PositiveInfinity;
        }
        return least;
    }
}
