using MlMaths.Torch.Evaluation;

namespace MlMaths.Torch.Tests.Evaluation;

public sealed class CapacityPlanTests
{
    private static readonly bool[] Labels = [true, true, false, false, true, false];
    private static readonly double[] Probabilities = [0.9, 0.6, 0.7, 0.1, 0.8, 0.2];
    private static readonly double[] Days = [1, 1, 1, 1, 2, 2];
    private static readonly RowCosts Costs = new(Labels, new ErrorCosts(10, 2) { Review = 1 });
    private static readonly bool[] Wanted = [.. Probabilities.Select(p => p >= 0.25)];

    [Fact]
    public void Each_day_calls_its_most_promising_rows_and_leaves_the_others_out()
    {
        CapacityPlan plan = CapacityPlan.For(Costs, Probabilities, Wanted, Days, places: 2);

        Assert.Equal([true, false, true, false, true, false], plan.Flags);
        Assert.Equal(1, plan.FullUnits);
        Assert.Equal(0.7, plan.CutOff);
        Assert.Equal(2, plan.Units);
        Assert.Equal(4, plan.Wanted);
        // Left out is row 1: a miss of 10 in place of a review of 1, in 6 rows.
        Assert.Equal(9.0 / 6 * 10_000, plan.Price.Value!.Value, 1e-6);
        // Its call was expected to save 0.6·10 − 1 − 0.4·2 = 4.2, on one day of two.
        Assert.Equal(2.1, plan.OneMorePlace, 1e-12);
        Assert.Equal(4.2 / 6 * 10_000, plan.ExpectedPrice, 1e-6);
    }

    [Fact]
    public void Places_for_all_cost_nothing_and_no_places_cost_every_miss()
    {
        CapacityPlan all = CapacityPlan.For(Costs, Probabilities, Wanted, Days, places: 3);
        Assert.Equal(Wanted, all.Flags);
        Assert.Equal((0.0, 0.0, 0, null), (all.Price.Value!.Value, all.OneMorePlace, all.FullUnits, all.CutOff));

        CapacityPlan none = CapacityPlan.For(Costs, Probabilities, Wanted, Days, places: 0);
        Assert.DoesNotContain(true, none.Flags);
        Assert.Equal(30.0 / 6 * 10_000, none.Cost.Value!.Value, 1e-6);
    }

    [Fact]
    public void Without_time_the_limit_is_for_every_thousand_rows()
    {
        (bool[] labels, double[] probabilities) = CostThresholdTests.Calibrated(1500, seed: 8);
        var costs = new RowCosts(labels, new ErrorCosts(10, 2) { Review = 1 });
        CapacityPlan plan = CapacityPlan.For(costs, probabilities, [.. probabilities.Select(p => p >= 0.25)], null, places: 20);

        Assert.Equal(30, plan.Flags.Count(call => call));
        Assert.Equal(1.5, plan.Units);
        double[] called = [.. probabilities.Where((_, row) => plan.Flags[row])];
        Assert.Equal(called.Min(), probabilities.OrderDescending().ElementAt(29));
        Assert.Equal(called.Min(), plan.CutOff);
    }

    [Fact]
    public void A_dear_row_goes_before_a_likely_one()
    {
        var costs = new RowCosts([false, false], new ErrorCosts(1, 1), [2, 100]);
        CapacityPlan plan = CapacityPlan.For(costs, [0.9, 0.3], [true, true], [1, 1], places: 1);
        Assert.Equal([false, true], plan.Flags);
    }
}
