using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.Probability;

public sealed class TwoProportionsTests
{
    // R. G. Newcombe, 1998, Statistics in Medicine 17:873–890, table II, method 10; here the second group is subtracted from.
    [Theory]
    [InlineData(48, 80, 56, 70, 0.0524, 0.3339)]
    [InlineData(3, 10, 9, 10, 0.1705, 0.8090)]
    [InlineData(0, 29, 5, 56, -0.0381, 0.1926)]
    [InlineData(0, 20, 0, 10, -0.1611, 0.2775)]
    [InlineData(0, 10, 0, 10, -0.2775, 0.2775)]
    [InlineData(0, 20, 10, 10, 0.6791, 1)]
    [InlineData(0, 10, 10, 10, 0.6075, 1)]
    public void The_difference_is_that_of_Newcombes_paper(int x1, int n1, int x2, int n2, double low, double high)
    {
        Interval difference = new TwoProportions(x1, n1, x2, n2).Difference();
        Assert.Equal(low, difference.Low!.Value, 1e-4);
        Assert.Equal(high, difference.High!.Value, 1e-4);
    }

    [Fact]
    public void The_ratio_the_other_way_round_is_one_over_it()
    {
        Interval ratio = new TwoProportions(12, 80, 25, 90).Ratio(), back = new TwoProportions(25, 90, 12, 80).Ratio();
        Assert.Equal(1 / ratio.Value!.Value, back.Value!.Value, 1e-12);
        Assert.Equal(1 / ratio.High!.Value, back.Low!.Value, 1e-12);
        Assert.Equal(1 / ratio.Low!.Value, back.High!.Value, 1e-12);
    }

    [Fact]
    public void The_ratio_begins_at_0_where_nobody_converted_afterwards_and_is_undefined_where_nobody_did_before()
    {
        Assert.Equal(0, new TwoProportions(3, 50, 0, 50).Ratio().Low);
        Assert.True(new TwoProportions(3, 50, 0, 50).Ratio().High > 0.1);
        Assert.Null(new TwoProportions(0, 50, 3, 50).Ratio().Value);
    }

    // Fisher's lady tasting tea; and the example of scipy.stats.fisher_exact.
    [Theory]
    [InlineData(3, 4, 1, 4, 0.48571428571)]
    [InlineData(6, 8, 1, 5, 0.10256410256)]
    public void Fishers_test_is_that_of_the_books(int x1, int n1, int x2, int n2, double p)
    {
        Assert.Equal(p, new TwoProportions(x1, n1, x2, n2).Fisher().PValue, 1e-10);
        Assert.Equal(p, new TwoProportions(x2, n2, x1, n1).Fisher().PValue, 1e-10);
    }

    // Hypergeometric: 10 of 40 into 20, P(X ≤ 2) = P(X ≥ 8). Half of one end alone would say 0.0507 and call no change
    // beside an interval without 0.
    [Fact]
    public void Equally_likely_tables_are_halved_together_in_mid_p()
    {
        var counts = new TwoProportions(2, 20, 8, 20);
        double[] ways = [.. Enumerable.Range(0, 11).Select(k => Choose(20, k) * Choose(20, 10 - k) / Choose(40, 10))];
        Assert.Equal(2 * (ways[0] + ways[1]) + ways[2], counts.Fisher().MidPValue, 1e-12);
        Assert.Equal(0.0366, counts.Fisher().MidPValue, 5e-5);
        Assert.False(counts.Difference().Contains(0));

        static double Choose(int n, int k) => Enumerable.Range(1, k).Aggregate(1.0, (ways, i) => ways * (n - k + i) / i);
    }

    [Fact]
    public void The_square_of_z_is_Pearsons_chi_squared()
    {
        var counts = new TwoProportions(12, 80, 25, 90);
        double[] seen = [12, 68, 25, 65], expected = [37 * 80 / 170.0, 133 * 80 / 170.0, 37 * 90 / 170.0, 133 * 90 / 170.0];
        Assert.Equal(seen.Zip(expected, (o, e) => (o - e) * (o - e) / e).Sum(), counts.Z!.Value * counts.Z.Value, 1e-10);
        Assert.Equal(ChiSquared.UpperTail(counts.Z.Value * counts.Z.Value, 1), counts.PValueOfZ!.Value, 1e-12);
    }

    [Fact]
    public void Where_all_did_the_same_there_is_no_z_and_no_surprise()
    {
        foreach (TwoProportions counts in new[] { new TwoProportions(0, 100, 0, 100), new TwoProportions(100, 100, 100, 100) })
        {
            Assert.Null(counts.PValueOfZ);
            Assert.Equal(1, counts.Fisher().PValue);
            Assert.True(counts.Difference().Contains(0));
            Assert.True(counts.Difference().High > 0.03);
        }
    }

    [Fact]
    public void A_billion_trials_are_as_good_as_a_hundred()
    {
        var counts = new TwoProportions(500_000_000, 1_000_000_000, 500_060_000, 1_000_000_000);
        Assert.Equal(counts.PValueOfZ!.Value, counts.Fisher().PValue, 1e-5);
        Assert.Equal(1 - Normal.Cumulative(-counts.Z!.Value), PosteriorDifference.Of(counts).Greater, 1e-4);
    }

    [Fact]
    public void More_successes_than_trials_and_no_trials_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new TwoProportions(3, 2, 1, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TwoProportions(0, 0, 1, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TwoProportions(1, 2, -1, 2));
    }
}
