using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.Evaluation;

public sealed class WindowEstimatesTests
{
    private static readonly ErrorCosts Costs = new(100, 4) { Review = 1 };

    [Theory]
    [InlineData(0.02)]
    [InlineData(0.1)]
    [InlineData(0.6)]
    public void Newton_finds_the_rate_that_expectation_and_maximisation_find(double now)
    {
        double[] window = PriorStream.Draw(0.1, now, 800, seed: 3).Probabilities;
        Assert.Equal(BaseRateEstimate.Fit(window, 0.1).BaseRate, BaseRateLikelihood.Maximum(window, 0.1), 1e-6);
    }

    [Fact]
    public void Rows_that_are_all_unlikely_have_a_rate_of_none_and_likely_ones_of_all()
    {
        Assert.Equal(0, BaseRateLikelihood.Maximum([0.01, 0.02, 0.05], 0.1));
        Assert.Equal(1, BaseRateLikelihood.Maximum([0.5, 0.9, 1], 0.1));
    }

    [Fact]
    public void A_window_that_shows_no_positive_leaves_room_for_a_few()
    {
        double[] none = new double[100];
        Assert.Equal(1 - Math.Exp(-0.5 * 3.841459 / 100), BaseRateLikelihood.FarLimit(none, 0.1, 0), 1e-8); // ln L = n ln(1 − q)
        WindowEstimate estimate = WindowEstimates.Of(
            PriorStream.Draw(0.1, 0.1, 300, seed: 5).Reference, [UnlabelledWindow.CalledAt(0.2, none)], 0.2, Costs, 1,
            50)[0];
        Assert.Equal(0, estimate.BaseRate.Value);
        Assert.InRange(estimate.BaseRate.High!.Value, 0.015, 0.1);
    }

    [Fact]
    public void The_interval_holds_a_rate_that_has_tripled_and_leaves_out_the_old_one()
    {
        WindowEstimate estimate = Assert.Single(Estimates(now: 0.3, rows: 1500));
        Assert.True(estimate.BaseRate.Contains(0.3) && !estimate.BaseRate.Contains(0.1), $"{estimate.BaseRate}");
        Assert.True(estimate.ByCounts.Contains(0.3) && !estimate.ByCounts.Contains(0.1), $"{estimate.ByCounts}");
    }

    [Fact]
    public void The_interval_counts_that_the_reference_is_a_sample_too()
    {
        WindowEstimate few = Assert.Single(Estimates(now: 0.2, rows: 1500, referenceRows: 300)),
            many = Assert.Single(Estimates(now: 0.2, rows: 1500, referenceRows: 6000));
        Assert.True(few.BaseRate.High - few.BaseRate.Low > 1.3 * (many.BaseRate.High - many.BaseRate.Low),
            $"{few.BaseRate} {many.BaseRate}");
    }

    [Fact]
    public void Rows_drawn_from_a_pool_hold_no_more_of_the_world_than_the_pool()
    {
        PriorStream few = PriorStream.Draw(0.2, 0.2, 150, seed: 3);
        var pool = WindowPool.Of(few.Labels);
        int[] places = pool.Windows([0.2], 1500, seed: 6)[0];
        var window = UnlabelledWindow.CalledAt(0.2, [.. places.Select(row => few.Probabilities[row])]);
        var origin = new WindowOrigin(150, [places]);
        Interval OfRate(WindowOrigin? from) => WindowEstimates.Of(
            PriorStream.Draw(0.2, 0.2, 3000, seed: 1).Reference, [window], 0.2, Costs, seed: 4, resamples: 120, from)[0].BaseRate;
        Interval asWorld = OfRate(null), drawnAgain = OfRate(origin);
        Assert.True(drawnAgain.High - drawnAgain.Low > 1.5 * (asWorld.High - asWorld.Low), $"{drawnAgain} {asWorld}");
        Assert.Contains("pool", drawnAgain.Method, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_calls_come_to_lies_in_the_expected_range()
    {
        PriorStream stream = PriorStream.Draw(0.1, 0.3, 1500, seed: 11);
        var window = UnlabelledWindow.CalledAt(0.2, stream.Probabilities);
        WindowEstimate estimate = WindowEstimates.Of(
            PriorStream.Draw(0.1, 0.1, 3000, seed: 12).Reference, [window], 0.2, Costs, seed: 1, resamples: 200)[0];
        var later = ExpectedPerformance.Of(window.Flagged, [.. stream.Labels.Select(label => label ? 1.0 : 0)], Costs);
        Assert.True(estimate.Precision.Contains(later.Precision!.Value), $"{estimate.Precision} {later.Precision}");
        Assert.True(estimate.Recall.Contains(later.Recall!.Value), $"{estimate.Recall} {later.Recall}");
        Assert.True(estimate.CostPerCase.Contains(later.CostPerCase), $"{estimate.CostPerCase} {later.CostPerCase}");
    }

    [Fact]
    public void A_threshold_that_calls_nobody_has_no_precision_and_says_why()
    {
        PriorStream stream = PriorStream.Draw(0.1, 0.1, 300, seed: 5);
        WindowEstimate estimate = WindowEstimates.Of(
            stream.Reference, [UnlabelledWindow.CalledAt(double.PositiveInfinity, stream.Probabilities)],
            double.PositiveInfinity, Costs, 1, 20)[0];
        Assert.Null(estimate.Precision.Value);
        Assert.Null(estimate.ByCounts.Value);
        Assert.False(string.IsNullOrWhiteSpace(estimate.ByCounts.WhyUndefined));
        Assert.Equal(0, estimate.Recall.Value);
    }

    [Fact]
    public void Expected_calls_and_costs_are_sums_of_probabilities()
    {
        var expected = ExpectedPerformance.Of([true, true, false], [0.5, 0.25, 0.1], Costs, [1, 1, 2]);
        Assert.Equal((0.75, 1.25, 0.1), (expected.TruePositives, expected.FalsePositives, expected.FalseNegatives));
        Assert.Equal((2 * 1 + 1.25 * 4 + 0.1 * 100 * 2) / 3, expected.CostPerCase, 1e-12);
        Assert.Equal(0.375, expected.Precision);
        Assert.Equal(0.75 / 0.85, expected.Recall!.Value, 1e-12);
    }

    [Fact]
    public void A_row_is_called_at_the_moved_threshold_where_its_corrected_probability_reaches_the_old_one()
    {
        TunedProbabilities tuned = PriorStream.Draw(0.1, 0.1, 2000, seed: 7).Reference.AsItIs;
        double moved = tuned.ThresholdAt(0.2, 0.3)!.Value;
        Assert.Equal(0.2, new BaseRateShift(tuned.BaseRate, 0.3).Corrected(tuned.Of(moved)), 1e-12);
        Assert.True(moved < 0.2);
    }

    [Fact]
    public void A_reference_of_one_class_is_refused() =>
        Assert.Throws<ArgumentException>(() => new LabelledReference([true, true], [0.3, 0.4]));

    private static IReadOnlyList<WindowEstimate> Estimates(double now, int rows, int referenceRows = 3000) => WindowEstimates.Of(
        PriorStream.Draw(0.1, 0.1, referenceRows, seed: 1).Reference,
        [UnlabelledWindow.CalledAt(0.2, PriorStream.Draw(0.1, now, rows, seed: 2).Probabilities)], 0.2,
        Costs, seed: 4, resamples: 120);
}
