using System.Text.Json;
using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Tests.Golden;

namespace MlMaths.Torch.Tests.Evaluation;

public sealed class BaseRateShiftTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Probabilities_move_as_in_the_reference(int index)
    {
        JsonElement golden = GoldenFile.Read("statistics.json").GetProperty("prior_shift")[index];
        var shift = new BaseRateShift(golden.GetProperty("train").GetDouble(), golden.GetProperty("deploy").GetDouble());
        Assert.All(
            golden.GetProperty("before").Doubles().Zip(golden.GetProperty("after").Doubles()),
            pair => Assert.Equal(pair.Second, shift.Corrected(pair.First), 1e-14));
    }

    [Fact]
    public void The_odds_are_multiplied_by_one_number()
    {
        var shift = new BaseRateShift(0.37, 0.05);
        double[] factors = [.. new[] { 0.01, 0.3, 0.5, 0.99 }.Select(p => Odds(shift.Corrected(p)) / Odds(p))];
        Assert.All(factors, factor => Assert.Equal(Odds(0.05) / Odds(0.37), factor, 1e-12));
    }

    [Fact]
    public void Certainty_and_an_unchanged_rate_stay()
    {
        Assert.Equal([0, 1], [new BaseRateShift(0.2, 0.6).Corrected(0), new BaseRateShift(0.2, 0.6).Corrected(1)]);
        Assert.Equal(0.3, new BaseRateShift(0.2, 0.2).Corrected(0.3), 1e-15);
    }

    [Fact]
    public void The_threshold_for_old_probabilities_calls_the_same_rows()
    {
        var shift = new BaseRateShift(0.012, 0.036);
        double old = shift.OldThresholdFor(1.0 / 6);
        Assert.Equal(1.0 / 6, shift.Corrected(old), 1e-14);
        Assert.True(old < 1.0 / 6, "where positives have become likelier, less is enough");
    }

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(0.5, 1)]
    [InlineData(double.NaN, 0.5)]
    public void A_rate_of_none_or_all_is_no_rate(double before, double now) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new BaseRateShift(before, now));

    [Theory]
    [InlineData(0.012)]
    [InlineData(0.1)]
    [InlineData(0.5)]
    public void The_rate_of_unlabelled_rows_is_found_where_the_probabilities_are_right(double now)
    {
        double[] probabilities = Stream(before: 0.1, now, rows: 20_000, seed: 5);
        var estimate = BaseRateEstimate.Fit(probabilities, 0.1);
        double error = 3 * Math.Sqrt(now * (1 - now) / 20_000) * 2; // the labels are not seen: about twice as wide as with them
        Assert.InRange(estimate.BaseRate, now - error, now + error);
        Assert.Equal(now == 0.1, estimate.PValue > 0.001);
    }

    [Fact]
    public void No_other_rate_is_likelier()
    {
        double[] probabilities = Stream(before: 0.3, now: 0.6, rows: 400, seed: 2);
        var estimate = BaseRateEstimate.Fit(probabilities, 0.3);
        double best = Enumerable.Range(1, 9_999).Select(k => k / 10_000.0).MaxBy(LogLikelihood);
        Assert.Equal(best, estimate.BaseRate, 1e-4);
        Assert.Equal(2 * (LogLikelihood(estimate.BaseRate) - LogLikelihood(0.3)), estimate.LikelihoodRatio, 1e-9);

        // Written another way: Σ over both classes of the new prior times how likely the row is in the class.
        double LogLikelihood(double q) => probabilities.Sum(p => Math.Log(q * (p / 0.3) + (1 - q) * ((1 - p) / 0.7)));
    }

    [Fact]
    public void The_likelihood_ratio_rejects_an_unchanged_rate_about_as_often_as_it_says()
    {
        int rejected = Enumerable.Range(0, 400).Count(seed => BaseRateEstimate.Fit(Stream(0.2, 0.2, 300, seed), 0.2).PValue < 0.05);
        Assert.InRange(rejected, 8, 34); // 20 expected; 99.9 % of binomial(400, 0.05)
    }

    [Fact]
    public void Adjusted_counts_solve_for_the_share_and_stay_between_none_and_all()
    {
        Assert.Equal(0.25, BaseRateEstimate.ByAdjustedCounts(0.25 * 0.8 + 0.75 * 0.1, 0.8, 0.1)!.Value, 1e-15);
        Assert.Equal(0, BaseRateEstimate.ByAdjustedCounts(0.05, 0.8, 0.1));
        Assert.Null(BaseRateEstimate.ByAdjustedCounts(0.3, 0.4, 0.4));
    }

    /// <summary>Probabilities at the old rate of rows that come at the new one: x is N(±1, 1), so that p is known exactly.</summary>
    private static double[] Stream(double before, double now, int rows, int seed)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable.Range(0, rows).Select(_ =>
            {
                double x = Normal.Draw(random, random.NextDouble() < now ? 1 : -1);
                double odds = Odds(before) * Math.Exp(2 * x);
                return odds / (1 + odds);
            }),
        ];
    }

    private static double Odds(double p) => p / (1 - p);
}
