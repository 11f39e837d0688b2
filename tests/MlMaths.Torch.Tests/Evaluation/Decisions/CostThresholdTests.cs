using FsCheck.Xunit;
using MlMaths.Torch.Evaluation;

namespace MlMaths.Torch.Tests.Evaluation;

public sealed class CostThresholdTests
{
    private static readonly ErrorCosts OneToFive = new(Miss: 5, FalseAlarm: 1);

    [Property]
    public void Of_rows_that_count_any_number_of_times_the_cheapest_threshold_is_found_by_trying_all(byte[] rows, byte seed)
    {
        if (rows.Length == 0) return;
        var sample = LabelledScores.From(rows);
        var costs = new RowCosts(sample.Labels, OneToFive);
        var random = new Random(seed);
        int[] timesOfRow = [.. rows.Select(_ => random.Next(3))];
        var ranking = CostRanking.Of(costs, sample.Scores, wish: 1.0 / 6);

        double found = ranking.Cheapest([.. ranking.RowAt.Select(row => timesOfRow[row])]);

        Assert.Equal(sample.Scores.Append(2).Min(CostAt), CostAt(found), 1e-12);
        double CostAt(double threshold) => Enumerable.Range(0, rows.Length)
            .Sum(row => timesOfRow[row] * (sample.Scores[row] >= threshold ? costs.OfCall(row) : costs.OfSilence(row)));
    }

    [Fact]
    public void Where_rows_leave_the_threshold_open_the_nearest_to_the_wish_is_taken()
    {
        var costs = new RowCosts([true, false, false], OneToFive);
        int[] once = [1, 1, 1];
        Assert.Equal(0.4, CostRanking.Of(costs, [0.9, 0.2, 0.1], wish: 0.4).Cheapest(once));
        Assert.Equal(0.9, CostRanking.Of(costs, [0.9, 0.2, 0.1], wish: 0.95).Cheapest(once));
        Assert.Equal(Math.BitIncrement(0.2), CostRanking.Of(costs, [0.9, 0.2, 0.1], wish: 0.15).Cheapest(once));
    }

    [Fact]
    public void Costs_one_and_five_give_a_sixth_to_rows_that_say_nothing_else()
    {
        var sample = LabelledScores.Seeded(3, 200);
        var chosen = CostThreshold.Choose(new RowCosts(new bool[200], OneToFive), sample.Scores, seed: 1);

        Assert.Equal(1.0 / 6, chosen.Chosen, 1e-15);
        Assert.True(chosen.IsElkan);
        Assert.Null(chosen.Search);
        Assert.Contains("one class", chosen.SearchedScatter.WhyUndefined, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_calibrated_probabilities_Elkans_threshold_is_taken_and_of_probabilities_far_too_sure_the_searched_one()
    {
        (bool[] labels, double[] right) = Calibrated(rows: 4000, seed: 2);
        double[] tooSure = [.. right.Select(p => p * p * p / (p * p * p + (1 - p) * (1 - p) * (1 - p)))]; // log-odds times three

        CostThreshold calibrated = CostThreshold.Choose(new RowCosts(labels, OneToFive), right, seed: 1, searches: 200, recalibrations: 20);
        CostThreshold sure = CostThreshold.Choose(new RowCosts(labels, OneToFive), tooSure, seed: 1, searches: 200, recalibrations: 20);

        Assert.True(calibrated.IsElkan, $"z = {calibrated.Contradiction}");
        Assert.False(sure.IsElkan, $"z = {sure.Contradiction}");
        Assert.True(calibrated.RecalibratedScatter.Contains(1.0 / 6));
        // A sixth, with its log-odds times three, is 1/126; recalibration finds it too.
        Assert.InRange(sure.Chosen, 0.003, 0.02);
        Assert.True(sure.RecalibratedScatter.Contains(1.0 / 126), $"{sure.RecalibratedScatter}");
    }

    [Fact]
    public void The_cost_on_rows_that_did_not_choose_is_above_the_one_that_flatters()
    {
        (bool[] labels, double[] right) = Calibrated(rows: 500, seed: 4);
        EmpiricalThreshold search = EmpiricalThreshold.Search(new RowCosts(labels, OneToFive), right, 1.0 / 6, seed: 1);

        Assert.Equal(2 * EmpiricalThreshold.Repeats, search.Choices.Count);
        Assert.True(search.JudgedPerCase > search.FlatteringPerCase);
        CostCurve curve = CostCurve.From(ThresholdCounts.From(labels, right), OneToFive);
        Assert.Equal(curve.BestCostPerCase, search.FlatteringPerCase, 1e-12);
        Assert.InRange(search.Threshold, search.Choices.Min(), search.Choices.Max());
        Assert.Equivalent(search, EmpiricalThreshold.Search(new RowCosts(labels, OneToFive), right, 1.0 / 6, seed: 1));
    }

    [Fact]
    public void The_amount_of_a_row_lowers_its_threshold()
    {
        var costs = new RowCosts([true, false], new ErrorCosts(Miss: 2, FalseAlarm: 4) { Review = 1 }, [1, 48]);
        Assert.Equal(5.0 / 6, costs.ThresholdOf(0), 1e-15);
        Assert.Equal(0.05, costs.ThresholdOf(1), 1e-15);
        // The expected amount of a miss is (0.3·1 + 0.1·48)/0.4 = 12.75.
        Assert.Equal(5 / 29.5, costs.CommonThreshold([0.3, 0.1]), 1e-15);
        Assert.Equal(0, costs.ExpectedSaving(1, 0.05), 1e-12);
        Assert.Throws<ArgumentException>(() => new RowCosts([true], OneToFive, [double.NaN]));
        Assert.Throws<ArgumentException>(() => new RowCosts([true], OneToFive, [1, 2]));
    }

    internal static (bool[] Labels, double[] Probabilities) Calibrated(int rows, int seed)
    {
        var random = new Random(seed);
        double[] probabilities = [.. Enumerable.Range(0, rows).Select(_ => Math.Pow(random.NextDouble(), 4))];
        return ([.. probabilities.Select(p => random.NextDouble() < p)], probabilities);
    }
}
