using MlMaths.Torch.Evaluation;

namespace MlMaths.Torch.Tests.Evaluation;

public sealed class DecisionRegionTests
{
    private static readonly ErrorCosts Costs = new(Miss: 21, FalseAlarm: 4) { Review = 1 }; // a find saves 20, a false alarm costs 5

    [Theory]
    [InlineData(0.2, 4)]
    [InlineData(0.02, 60)]
    [InlineData(0.6, 0.5)]
    public void The_value_is_that_of_the_costs_themselves(double rate, double ratio)
    {
        (bool[] labels, double[] probabilities) = CostThresholdTests.Calibrated(3000, seed: 6);
        double calibrated = probabilities.Average();
        DecisionRegion region = DecisionRegion.From(ThresholdCounts.From(labels, probabilities), calibrated, Costs)!;
        double kappa = ratio * rate / (1 - rate);
        int nearest = Enumerable.Range(0, region.Kappas.Count).MinBy(i => Math.Abs(Math.Log(region.Kappas[i] / kappa)));
        // The slow way, at the ratio that has exactly this κ: costs per case of all four, with the threshold of the shifted base rate.
        ratio = region.Kappas[nearest] * (1 - rate) / rate;
        double right = new BaseRateShift(calibrated, rate).OldThresholdFor(1 / (1 + ratio));
        ConfusionMatrix matrix = ConfusionMatrix.Of(labels, probabilities, right);
        double model = rate * ratio * (1 - matrix.Recall!.Value) + (1 - rate) * (1 - matrix.Specificity!.Value);
        double none = rate * ratio, all = 1 - rate;

        Assert.Equal((Math.Min(none, all) - model) / Math.Min(none, all), region.Values[nearest], 1e-9);
    }

    [Fact]
    public void Base_rate_and_costs_count_through_their_product()
    {
        (bool[] labels, double[] probabilities) = CostThresholdTests.Calibrated(2000, seed: 7);
        DecisionRegion region = DecisionRegion.From(ThresholdCounts.From(labels, probabilities), probabilities.Average(), Costs)!;

        Assert.Equal(4, region.CostRatio, 1e-12);
        Assert.Equal(region.BaseRate, region.BaseRateAt(region.Kappa), 1e-12);
        Assert.Equal(region.CostRatio, region.CostRatioAt(region.Kappa), 1e-12);
        Assert.True(region.IsWorthAsking);
        Assert.InRange(region.ValueToday, 0.05, 1);
        Assert.True(region.Low < 1 && region.High > 1);
    }

    [Fact]
    public void Scores_that_know_nothing_are_worth_asking_nowhere()
    {
        DecisionRegion region = DecisionRegion.From(
            ThresholdCounts.From([true, false, false, false], [0.25, 0.25, 0.25, 0.25]), 0.25, Costs)!;
        Assert.Null(region.Low);
        Assert.False(region.IsWorthAsking);
    }

    [Fact]
    public void Where_no_call_pays_or_none_costs_there_is_no_region()
    {
        ThresholdCounts counts = ThresholdCounts.From([true, false], [0.9, 0.1]);
        Assert.Null(DecisionRegion.From(counts, 0.5, new ErrorCosts(1, 1) { Review = 1 }));
        Assert.Null(DecisionRegion.From(counts, 0.5, new ErrorCosts(1, 0)));
        Assert.Null(DecisionRegion.From(ThresholdCounts.From([false, false], [0.9, 0.1]), 0.5, Costs));
        Assert.Null(IsoCostLine.Through(new ErrorCosts(1, 1) { Review = 1 }, 0.5, 0, 0));
    }

    [Fact]
    public void Every_point_of_an_iso_cost_line_costs_the_same()
    {
        IsoCostLine line = IsoCostLine.Through(Costs, 0.1, 0.2, 0.7)!;
        Assert.Equal(9 * 5.0 / 20, line.Slope, 1e-12);
        foreach ((long found, long alarms) in ((long, long)[])[(7, 18), (0, 0)])
        {
            // 10 positives and 90 negatives: 7 found with 18 false alarms is the point itself.
            double? cost = Costs.PerCase(new ConfusionMatrix(found, alarms, 10 - found, 90 - alarms));
            IsoCostLine through = IsoCostLine.Through(Costs, 0.1, alarms / 90.0, found / 10.0)!;
            Assert.Equal(cost!.Value, through.CostPerCase, 1e-12);
            // Along the line, by the cost in rates.
            double up = through.At(0.25);
            Assert.Equal(cost.Value, 0.1 * (21 * (1 - up) + up) + 0.9 * 5 * 0.25, 1e-12);
        }
    }
}
