using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.Evaluation;

public sealed class RegressionIntervalsTests
{
    [Fact]
    public void The_estimates_are_the_plain_errors()
    {
        double[] y = [1, 2, 3, 4, 7], ŷ = [1.5, 2, 2, 5, 6];

        RegressionIntervals intervals = RegressionIntervals.Of(y, ŷ);
        RegressionErrors errors = RegressionErrors.Of(y, ŷ);

        Assert.Equal(errors.MeanAbsolute, intervals.MeanAbsolute.Value!.Value, 1e-12);
        Assert.Equal(errors.RootMeanSquared, intervals.RootMeanSquared.Value!.Value, 1e-12);
        Assert.Equal(errors.RSquared!.Value, intervals.RSquared.Value!.Value, 1e-12);
        Assert.True(intervals.RSquared.HasEnds);
    }

    [Fact]
    public void R_squared_of_equal_targets_is_not_defined_and_says_why() =>
        Assert.Equal("all targets are equal", RegressionIntervals.Of([2, 2, 2], [1, 2, 3]).RSquared.WhyUndefined);

    [Fact]
    public void A_gain_is_paired_and_positive_where_the_second_model_is_better()
    {
        var random = new Random(1);
        double[] y = [.. Enumerable.Range(0, 60).Select(_ => 10 * Normal.Draw(random))];
        double[] first = [.. y.Select(target => target + 10 + Normal.Draw(random))],
            second = [.. first.Select(prediction => prediction - 1)];

        Interval gain = RegressionIntervals.MeanAbsoluteGain(y, first, second, seed: 2, resamples: 200);

        Assert.Equal(1, gain.Value!.Value, 1e-9);
        Assert.True(RegressionIntervals.RootMeanSquaredGain(y, first, second, seed: 2, resamples: 200).Low > 0.9);
    }

    [Fact]
    public void Intervals_of_RMSE_and_R_squared_hold_the_truth_about_as_often_as_they_say()
    {
        // y = x + ε, both N(0, 1), predicted as 0.8x: MSE = 0.04 + 1, var y = 2.
        const int Worlds = 300, Rows = 100;
        double rmse = Math.Sqrt(1.04), r2 = 1 - 1.04 / 2;
        int held = 0, heldShare = 0;
        var random = new Random(3);
        for (int world = 0; world < Worlds; world++)
        {
            double[] x = [.. Enumerable.Range(0, Rows).Select(_ => Normal.Draw(random))],
                y = [.. x.Select(one => one + Normal.Draw(random))];
            RegressionIntervals intervals = RegressionIntervals.Of(y, [.. x.Select(one => 0.8 * one)]);
            held += intervals.RootMeanSquared.Contains(rmse) ? 1 : 0;
            heldShare += intervals.RSquared.Contains(r2) ? 1 : 0;
        }

        // 300 worlds tell 95 % to ±3.8 points at three standard errors.
        Assert.InRange(held / (double)Worlds, 0.90, 0.99);
        Assert.InRange(heldShare / (double)Worlds, 0.90, 0.99);
    }

    [Fact]
    public void A_funnel_is_found_and_an_even_spread_is_not()
    {
        var random = new Random(4);
        double[] fitted = [.. Enumerable.Range(1, 200).Select(i => i / 20.0)];
        double[] even = [.. fitted.Select(_ => Normal.Draw(random))], funnel = [.. fitted.Zip(even, (x, e) => x * e)];

        Assert.True(BreuschPagan.Of(fitted, funnel) is { Grows: true, PValue: < 1e-4 });
        Assert.True(BreuschPagan.Of(fitted, even)!.PValue > 0.05);
        Assert.Null(BreuschPagan.Of([1, 1, 1], [1, 2, 3]));
    }

    [Fact]
    public void Ranks_see_any_rise_as_one()
    {
        RankCorrelation rising = RankCorrelation.Of([1, 2, 3, 4, 5], [1, 8, 27, 64, 1e9])!;
        RankCorrelation mixed = RankCorrelation.Of([1, 2, 3, 4, 5], [2, 1, 4, 3, 5])!;

        Assert.Equal(1, rising.Rho, 1e-12);
        Assert.Equal(0, rising.PValue);
        Assert.Equal(0.8, mixed.Rho, 1e-12); // 1 − 6·Σd²/(n(n² − 1)) with Σd² = 4
        Assert.Equal(0.10408803866182788, mixed.PValue, 1e-9); // scipy.stats.spearmanr
        Assert.Null(RankCorrelation.Of([1, 1, 1], [1, 2, 3]));
    }

    [Fact]
    public void A_running_median_follows_the_middle_and_not_the_far_row()
    {
        double[] x = [.. Enumerable.Range(0, 50).Select(i => (double)i)], y = [.. x];
        y[25] = 1e6;

        Assert.All(RunningMedian.Of(x, y), at => Assert.Equal(at.X, at.Y, 1.01));
        Assert.Equal((1.0, 2.0), Assert.Single(RunningMedian.Of([1], [2])));
    }
}
