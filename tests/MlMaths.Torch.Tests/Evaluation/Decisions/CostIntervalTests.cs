using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.Evaluation;

public sealed class CostIntervalTests
{
    [Fact]
    public void Equal_misses_have_the_limits_of_their_count()
    {
        // 3 misses of cost 10 in 1,000 rows: gamma quantiles with shape 3½, as tabulated for Jeffreys' interval, and the share that
        // is left for others.
        bool[] labels = [.. Enumerable.Range(0, 1000).Select(row => row < 3)];
        Interval cost = CostInterval.Of(RowOutcomes.Of(new RowCosts(labels, new ErrorCosts(10, 1)), new bool[1000]), per: 1000);

        double shrunk = Math.Sqrt(1 - 0.003);
        Assert.Equal(30, cost.Value!.Value, 1e-9);
        Assert.Equal(30 - shrunk * (30 - 10 * 0.844935), cost.Low!.Value, 1e-4);
        Assert.Equal(30 + shrunk * (10 * 8.006382 - 30), cost.High!.Value, 1e-4);
    }

    [Theory]
    [InlineData(1e-120)]
    public void Losses_near_nothing_have_the_interval_of_larger_ones(double unit)
    {
        bool[] labels = [.. Enumerable.Range(0, 60).Select(row => row % 3 == 0)];
        Interval large = Of(1), small = Of(unit);
        Assert.Equal(large.Low!.Value, small.Low!.Value / unit, 1e-9);
        Assert.Equal(large.High!.Value, small.High!.Value / unit, 1e-9);

        Interval Of(double scale) => CostInterval.Of(
            new RowOutcomes(
                labels, [.. labels.Select((_, row) => scale * (1 + row % 7))], [.. labels.Select((_, row) => scale * (row % 5))]),
            per: 1);
    }

    [Fact]
    public void Two_policies_that_differ_on_rows_without_a_positive_may_still_differ_the_other_way()
    {
        // 40 rows are called by one alone; none is positive, though each might have been.
        var costs = new RowCosts(new bool[1000], new ErrorCosts(100, 5));
        bool[] calls = [.. Enumerable.Range(0, 1000).Select(row => row < 40)];
        Interval saved = CostInterval.Of(RowOutcomes.Of(costs, calls).Less(RowOutcomes.Of(costs, new bool[1000])), per: 1000);

        Assert.Equal(200, saved.Value!.Value, 1e-9);
        Assert.True(saved.Low < 0, $"{saved}");
    }

    [Fact]
    public void Rows_on_which_two_policies_agree_add_nothing_and_agreement_everywhere_has_no_interval()
    {
        var costs = new RowCosts([true, false, true], new ErrorCosts(100, 5));
        RowOutcomes same = RowOutcomes.Of(costs, [true, false, false]);
        Interval saved = CostInterval.Of(same.Less(same), per: 10);
        Assert.Equal(0, saved.Value);
        Assert.False(saved.HasEnds);
        Assert.Equal("no label of any row would change it", saved.WhyUndefined);
    }

    [Fact]
    public void Nothing_that_went_wrong_does_not_promise_that_nothing_will()
    {
        var costs = new RowCosts([true, false], new ErrorCosts(100, 5));
        Interval cost = CostInterval.Of(RowOutcomes.Of(costs, [true, false]), per: 1);
        Assert.Equal(0, cost.Value);
        Assert.Equal(0, cost.Low);
        Assert.True(cost.High > 0);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(2)]
    [InlineData(20)]
    public void The_interval_of_a_difference_holds_the_truth_however_few_positives_are_in_it(double expected)
    {
        // λ positives and 20 λ negatives among the rows that one policy calls and the other does not.
        const int Rows = 2000, Trials = 400;
        var random = new Random(5);
        double truth = (99 * expected - 5 * 20 * expected) / Rows;
        int held = 0;
        for (int trial = 0; trial < Trials; trial++)
        {
            int positives = MathNet.Numerics.Distributions.Poisson.Sample(random, expected);
            int negatives = MathNet.Numerics.Distributions.Poisson.Sample(random, 20 * expected);
            bool[] labels = [.. Enumerable.Range(0, Rows).Select(row => row < positives)];
            bool[] calls = [.. Enumerable.Range(0, Rows).Select(row => row < positives + negatives)];
            // No row differs where none was drawn: then one negative beside them stands for the rows that might have.
            if (positives + negatives == 0) calls[0] = true;
            var costs = new RowCosts(labels, new ErrorCosts(100, 4) { Review = 1 });
            Interval saved = CostInterval.Of(RowOutcomes.Of(costs, new bool[Rows]).Less(RowOutcomes.Of(costs, calls)), per: 1);
            if (saved.Contains(truth)) held++;
        }
        Assert.True(held >= 0.93 * Trials, $"{held} of {Trials}");
    }
}
