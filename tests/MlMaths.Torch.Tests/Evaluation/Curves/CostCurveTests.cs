using FsCheck.Xunit;
using MlMaths.Torch.Evaluation;

namespace MlMaths.Torch.Tests.Evaluation;

public sealed class CostCurveTests
{
    [Fact]
    public void One_to_five_puts_the_threshold_at_a_sixth_and_not_at_a_fifth() =>
        Assert.Equal(1.0 / 6, new ErrorCosts(Miss: 5, FalseAlarm: 1).ElkanThreshold, 1e-15);

    [Property]
    public void At_Elkans_threshold_a_call_costs_what_silence_costs(byte miss, byte falseAlarm)
    {
        if (miss + falseAlarm == 0) return;
        var costs = new ErrorCosts(miss, falseAlarm);
        double p = costs.ElkanThreshold;
        Assert.Equal((1 - p) * falseAlarm, p * miss, 1e-12);
    }

    [Property]
    public void The_best_threshold_is_the_highest_of_least_cost_by_trying_all(byte[] rows, byte miss, byte falseAlarm)
    {
        if (rows.Length == 0) return;
        var sample = LabelledScores.From(rows);
        var costs = new ErrorCosts(miss, falseAlarm);
        double[] tried = [Math.BitIncrement(sample.Scores.Max()), .. sample.Scores.Distinct().OrderDescending()];
        double[] paid = [.. tried.Select(at => costs.PerCase(ConfusionMatrix.Of(sample.Labels, sample.Scores, at))!.Value)];

        var curve = CostCurve.From(ThresholdCounts.From(sample.Labels, sample.Scores), costs);
        Assert.Equal(tried, curve.Thresholds);
        Assert.Equal(paid, curve.CostPerCase);
        Assert.Equal(paid.Min(), curve.BestCostPerCase);
        Assert.Equal(tried[Array.IndexOf(paid, paid.Min())], curve.BestThreshold);
    }

    [Fact]
    public void Where_alarms_are_dear_it_is_best_to_call_nobody()
    {
        var curve = CostCurve.From(ThresholdCounts.From([true, false], [0.3, 0.9]), new ErrorCosts(Miss: 1, FalseAlarm: 100));
        Assert.True(curve.BestThreshold > 0.9);
        Assert.Equal(0.5, curve.BestCostPerCase);
    }

    [Fact]
    public void The_cost_per_case_is_that_of_the_two_rates()
    {
        var matrix = new ConfusionMatrix(6, 2, 4, 8);
        double prevalence = 0.5;
        double byRates = prevalence * 5 * (1 - matrix.Recall!.Value) + (1 - prevalence) * 3 * (1 - matrix.Specificity!.Value);
        Assert.Equal(byRates, new ErrorCosts(Miss: 5, FalseAlarm: 3).PerCase(matrix)!.Value, 1e-15);
        Assert.Null(new ErrorCosts(1, 1).PerCase(new ConfusionMatrix(0, 0, 0, 0)));
    }

    [Fact]
    public void Costs_below_zero_or_without_end_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ErrorCosts(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ErrorCosts(1, double.PositiveInfinity));
        Assert.Throws<InvalidOperationException>(() => new ErrorCosts(0, 0).ElkanThreshold);
    }
}
