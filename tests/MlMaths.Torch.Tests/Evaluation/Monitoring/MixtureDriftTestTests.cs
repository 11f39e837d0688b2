using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.Evaluation;

public sealed class MixtureDriftTestTests
{
    private const double Before = 0.1;

    [Fact]
    public void A_tripled_base_rate_is_no_drift() =>
        Assert.All(Test(now: 0.3, moved: 0), column => Assert.True(column.AdjustedPValue > 0.05, $"{column}"));

    [Fact]
    public void A_column_that_moved_is_named_and_no_other()
    {
        IReadOnlyList<ColumnDrift> drift = Test(now: 0.3, moved: 0.6);
        Assert.True(drift[1].AdjustedPValue < 0.01, $"{drift[1]}");
        Assert.True(drift[0].AdjustedPValue > 0.05 && drift[2].AdjustedPValue > 0.05, $"{drift[0]} {drift[2]}");
    }

    [Fact]
    public void The_distance_is_that_of_the_shares_below_each_value()
    {
        // At the rate ½ the positive weighs ½ and each negative ¼.
        var drift = new MixtureDriftTest(["x"], [[1.0, 2, 2]], [true, false, false], [0.5, 0.3, 0.3]);
        // below 2 the window has none, the reference half; at 2 half against all
        Assert.Equal(0.5, drift.Distances([[2.0, 3]], baseRate: 0.5)[0], 1e-12);
        Assert.Equal(0, drift.Distances([[1.0, 2]], baseRate: 0.5)[0], 1e-12);
    }

    [Fact]
    public void A_level_that_neither_reference_nor_window_has_is_no_drift()
    {
        var random = new Random(3);
        bool[] labels = [.. Enumerable.Range(0, 1647).Select(row => row % 9 == 0)];
        double[] none = new double[labels.Length], tuned = [.. labels.Select(label => label ? 0.3 : 0.09)];
        double[] score = [.. labels.Select(_ => random.NextDouble())];
        var drift = new MixtureDriftTest(["rare level", "score"], [none, score], labels, tuned);
        foreach (double rate in new[] { 0.07, 0.11, 0.143, 0.337, 0.412 })
            Assert.Equal(1, drift.Test([new double[333], score[..333]], rate, seed: 1, simulations: 99)[0].PValue);
    }

    [Fact]
    public void Distances_among_reference_rows_agree_with_distances_from_anywhere()
    {
        var random = new Random(2);
        double[] values = [.. Enumerable.Range(0, 200).Select(_ => Math.Round(Normal.Draw(random), 1))],
            weights = [.. Enumerable.Range(0, 200).Select(row => (row + 1) / 20_100.0)];
        int[] times = [.. Enumerable.Range(0, 200).Select(_ => random.Next(3))];
        var column = new SortedColumn("x", values);
        double[] window = [.. Enumerable.Range(0, 200).SelectMany(row => Enumerable.Repeat(values[row], times[row]))];
        Assert.Equal(column.DistanceOf(window, weights), column.Distance(times, weights), 1e-12);
    }

    [Fact]
    public void P_values_beyond_the_drawn_ones_follow_the_tail()
    {
        var random = new Random(5);
        double[] drawn = [.. Enumerable.Range(0, 499).Select(_ => Math.Abs(Normal.Draw(random)))];
        Assert.Equal((1.0 + drawn.Count(one => one >= 1)) / 500, SimulatedPValue.Of(1, drawn));
        Assert.InRange(SimulatedPValue.Of(3.5, drawn), Normal.TwoSidedPValue(3.5) / 5, Normal.TwoSidedPValue(3.5) * 5);
        Assert.Equal(1, SimulatedPValue.Of(0, drawn));
    }

    [Fact]
    public void Without_a_change_small_p_values_are_as_rare_as_they_say()
    {
        int low = Enumerable.Range(0, 60)
            .Count(seed => Test(now: 0.2, moved: 0, rows: 150, reference: 400, seed: seed, simulations: 60)
                .Any(column => column.AdjustedPValue <= 0.1));
        Assert.InRange(low, 0, 14); // at most 6 expected; 99.9 % of binomial(60, 0.1)
    }

    private static IReadOnlyList<ColumnDrift> Test(
        double now, double moved, int rows = 800, int reference = 3000, int seed = 1, int simulations = 199)
    {
        PriorStream before = PriorStream.Draw(Before, Before, reference, 1000 + seed),
            after = PriorStream.Draw(Before, now, rows, 2000 + seed);
        var random = new Random(3000 + seed);
        double[] Noise(int n, double mean) => [.. Enumerable.Range(0, n).Select(_ => Normal.Draw(random, mean))];
        var drift = new MixtureDriftTest(
            ["x", "noise", "score"], [before.X, Noise(reference, 0), before.Probabilities], before.Labels,
            before.Reference.AsItIs.Of(before.Probabilities));
        double baseRate = WindowEstimates.RateOf(before.Reference.AsItIs, after.Probabilities);
        return drift.Test([after.X, Noise(rows, moved), after.Probabilities], baseRate, seed, simulations);
    }
}
