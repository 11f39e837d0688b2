using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.Probability;

public sealed class BootstrapTests
{
    // The spatial perception test of 26 children, B. Efron and R. Tibshirani, An Introduction to the Bootstrap (1993), table 14.1.
    private static readonly double[] Spatial =
        [48, 36, 20, 29, 42, 42, 20, 42, 22, 41, 45, 14, 6, 0, 33, 28, 34, 4, 32, 24, 47, 41, 24, 26, 30, 41];

    [Fact]
    public void The_variance_of_the_spatial_test_has_the_interval_of_the_book()
    {
        RowStatistic variance = VarianceOf(Spatial);
        var bootstrap = Bootstrap.Of(Resampling.OfRows(26), variance, seed: 1, resamples: 100_000);

        Assert.Equal(171.5, bootstrap.Estimate!.Value, 0.05);
        Assert.Equal(0.061, Jackknife.Acceleration(Resampling.OfRows(26), variance)!.Value, 0.0005);
        // The book drew 2,000 times: its ends scatter by about two percent.
        Interval bca = bootstrap.Bca(0.90), percentile = bootstrap.Percentile(0.90);
        Assert.InRange(bca.Low!.Value, 113, 118.5);
        Assert.InRange(bca.High!.Value, 253, 265);
        Assert.InRange(percentile.Low!.Value, 97.0, 98.7); // 97.8 by four times 100,000 resamples in Python; the book had 100.8
        Assert.InRange(percentile.High!.Value, 229, 238);
    }

    [Theory]
    [InlineData(0.80)]
    [InlineData(0.95)]
    public void Bca_is_what_the_definition_says_step_by_step(double confidence)
    {
        var bootstrap = Bootstrap.Of(Resampling.OfRows(26), VarianceOf(Spatial), seed: 7, resamples: 999);
        double estimate = Variance(Spatial);

        double below = bootstrap.Replicates.Average(value => value < estimate ? 1 : value == estimate ? 0.5 : 0);
        double z0 = NormalQuantile(below);
        double[] leftOut = [.. Spatial.Select((_, row) => Variance([.. Spatial.Where((_, other) => other != row)]))];
        double a = leftOut.Sum(value => Math.Pow(leftOut.Average() - value, 3))
                 / (6 * Math.Pow(leftOut.Sum(value => Math.Pow(leftOut.Average() - value, 2)), 1.5));

        Interval bca = bootstrap.Bca(confidence);
        Assert.Equal(End((1 - confidence) / 2), bca.Low!.Value, 1e-6);
        Assert.Equal(End((1 + confidence) / 2), bca.High!.Value, 1e-6);

        double End(double share)
        {
            double z = z0 + NormalQuantile(share);
            double position = Normal.Cumulative(z0 + z / (1 - a * z)) * (999 - 1);
            double[] sorted = [.. bootstrap.Replicates.Order()];
            double part = position - Math.Floor(position);
            return sorted[(int)position] * (1 - part) + sorted[(int)position + 1] * part;
        }
    }

    [Fact]
    public void Many_statistics_of_the_same_draws_are_each_what_it_is_by_itself()
    {
        RowStatistic never = _ => null, mean = MeanOf(Spatial), variance = VarianceOf(Spatial);
        int drawings = 0;
        RowStatistic counted = rows => mean(rows) + 0 * drawings++;
        IReadOnlyList<Bootstrap> all = Bootstrap.OfMany(Resampling.OfRows(26), [variance, never, counted], seed: 5, resamples: 300);
        Assert.Equal(1 + 300, drawings);
        Assert.Equal(Bootstrap.Of(Resampling.OfRows(26), variance, seed: 5, resamples: 300).Replicates, all[0].Replicates);
        Assert.Equal(Bootstrap.Of(Resampling.OfRows(26), mean, seed: 5, resamples: 300).Bca(), all[2].Bca());
        Assert.Null(all[1].Estimate);
        Assert.Equal("the statistic is not defined on these rows", all[1].BcaOrPercentile().WhyUndefined);
    }

    [Fact]
    public void The_standard_error_of_a_mean_is_the_one_of_the_formula()
    {
        var bootstrap = Bootstrap.Of(Resampling.OfRows(26), MeanOf(Spatial), seed: 3, resamples: 50_000);
        double formula = Moments.Of(Spatial).PopulationDeviation / Math.Sqrt(26);
        Assert.Equal(1, bootstrap.StandardError!.Value / formula, 0.02);
        Assert.InRange(bootstrap.Bias!.Value, -0.05, 0.05);
    }

    [Fact]
    public void Ninety_percent_intervals_hold_a_skewed_mean_and_Bca_misses_more_evenly_on_both_sides()
    {
        const int samples = 1500;
        var random = new Random(11);
        int holds = 0, bcaTooLow = 0, percentileTooLow = 0;
        for (int sample = 0; sample < samples; sample++)
        {
            double[] waits = [.. Enumerable.Range(0, 60).Select(_ => -Math.Log(1 - random.NextDouble()))]; // mean 1
            var bootstrap = Bootstrap.Of(Resampling.OfRows(60), MeanOf(waits), seed: sample, resamples: 600);
            if (bootstrap.Bca(0.90).Contains(1)) holds++;
            if (bootstrap.Bca(0.90).High < 1) bcaTooLow++;
            if (bootstrap.Percentile(0.90).High < 1) percentileTooLow++;
        }
        // Sixty skewed rows: a little under 90 %, as is known of both kinds. 5 % should lie too low.
        Assert.InRange((double)holds / samples, 0.865, 0.92);
        Assert.True(bcaTooLow < percentileTooLow, $"BCa {bcaTooLow}, percentile {percentileTooLow}");
        Assert.InRange((double)bcaTooLow / samples, 0.04, 0.09);
    }

    [Fact]
    public void One_seed_gives_one_interval_and_another_gives_another()
    {
        Interval first = Bca(5), again = Bca(5), other = Bca(6);
        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
        Assert.Equal("bootstrap BCa, 500 resamples", first.Method);

        static Interval Bca(int seed) => Bootstrap.Of(Resampling.OfRows(26), MeanOf(Spatial), seed, 500).Bca();
    }

    [Fact]
    public void Strata_keep_their_sizes_and_their_rows()
    {
        bool[] labels = [true, false, false, true, false, false, false];
        RowStatistic positives = rows =>
        {
            int count = 0;
            foreach (int row in rows) count += labels[row] ? 1 : 0;
            return count;
        };

        var stratified = Bootstrap.Of(Resampling.Stratified(labels), positives, seed: 1, resamples: 200);
        var plain = Bootstrap.Of(Resampling.OfRows(7), positives, seed: 1, resamples: 200);

        Assert.All(stratified.Replicates, count => Assert.Equal(2, count));
        Assert.Contains(0, plain.Replicates);
        Assert.Equal("all 200 resamples give the same value", stratified.Percentile().WhyUndefined);
        Assert.Equal(2, stratified.Percentile().Value);
    }

    [Fact]
    public void What_cannot_vary_has_a_value_and_a_reason_but_no_interval()
    {
        Interval interval = Bootstrap.Of(Resampling.OfRows(5), MeanOf([0.1, 0.1, 0.1, 0.1, 0.1]), seed: 1).Bca();
        Assert.Equal(0.1, interval.Value!.Value, 1e-15);
        Assert.False(interval.HasEnds);
        Assert.Equal("all 2,000 resamples give the same value", interval.WhyUndefined);
    }

    [Fact]
    public void A_statistic_that_resamples_often_leave_undefined_has_no_interval()
    {
        RowStatistic onlyWithRowZero = rows => rows.Contains(0) ? rows[0] : null;
        Interval interval = Bootstrap.Of(Resampling.OfRows(4), onlyWithRowZero, seed: 1, resamples: 1000).Percentile();
        Assert.Matches("^not defined in [0-9]+ of 1,000 resamples$", interval.WhyUndefined);

        // Of four rows two do not come in one resample of 16, more than one in twenty, and three in one of 256.
        Assert.Matches("^not defined in [0-9]+ of 1,000 resamples$", WithAny(2).WhyUndefined);
        Assert.True(WithAny(3).HasEnds);

        static Interval WithAny(int ofFirst) => Bootstrap.Of(
            Resampling.OfRows(4), rows => rows.ToArray().Any(row => row < ofFirst) ? rows[0] : null, seed: 1, resamples: 1000).Percentile();

        Interval never = Bootstrap.Of(Resampling.OfRows(4), _ => double.NaN, seed: 1, resamples: 10).Bca();
        Assert.Null(never.Value);
        Assert.Equal("the statistic is not defined on these rows", never.WhyUndefined);
    }

    [Fact]
    public void An_estimate_that_no_resample_reaches_has_no_Bca_interval()
    {
        RowStatistic distinctRows = rows => rows.ToArray().Distinct().Count();
        Interval interval = Bootstrap.Of(Resampling.OfRows(50), distinctRows, seed: 1).Bca();
        Assert.Equal("all resamples lie below the estimate", interval.WhyUndefined);
    }

    private static double Variance(double[] values) => values.Average(value => Math.Pow(value - values.Average(), 2));

    private static RowStatistic MeanOf(double[] values) => rows =>
    {
        double sum = 0;
        foreach (int row in rows) sum += values[row];
        return sum / rows.Length;
    };

    private static RowStatistic VarianceOf(double[] values) => rows =>
    {
        double sum = 0, squares = 0;
        foreach (int row in rows) sum += values[row];
        foreach (int row in rows) squares += (values[row] - sum / rows.Length) * (values[row] - sum / rows.Length);
        return squares / rows.Length;
    };

    /// <summary>By halving, so as not to lean on the quantile under test.</summary>
    private static double NormalQuantile(double share)
    {
        double low = -10, high = 10;
        for (int halving = 0; halving < 100; halving++)
        {
            double middle = (low + high) / 2;
            if (Normal.Cumulative(middle) < share) low = middle;
            else high = middle;
        }
        return low;
    }
}
