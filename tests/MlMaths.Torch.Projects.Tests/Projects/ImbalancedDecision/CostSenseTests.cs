using MlMaths.Torch.Evaluation;
using MlMaths.Torch.ImbalancedDecision;

namespace MlMaths.Torch.Tests.Projects;

public sealed class CostSenseTests
{
    [Theory]
    [InlineData(0, 0, 0, "--cost-miss and --cost-false-alarm are both 0")]
    [InlineData(0, 3, 0, "--cost-miss is 0")]
    [InlineData(5, 1, 5, "--cost-review is 5 and --cost-miss 5")]
    [InlineData(5, 1, 7.5, "--cost-review is 7.5 and --cost-miss 5")]
    public void Costs_that_make_no_sense_are_refused_with_what_they_were(double miss, double falseAlarm, double review, string words)
    {
        var mistake = Assert.Throws<UserMistakeException>(
            () => CostSense.Checked(new ErrorCosts(miss, falseAlarm) { Review = review }, hasAmounts: false));
        Assert.StartsWith(words, mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void With_amounts_a_review_may_cost_more_than_the_common_factor()
    {
        var costs = new ErrorCosts(1, 4) { Review = 2 };
        Assert.Same(costs, CostSense.Checked(costs, hasAmounts: true));
        Assert.Empty(CostSense.Oddities(costs, amount: 50));
    }

    [Fact]
    public void A_false_alarm_dearer_than_a_miss_is_explained_and_not_refused()
    {
        var costs = new ErrorCosts(4, 100);
        Assert.Same(costs, CostSense.Checked(costs, hasAmounts: false));
        Assert.Contains("turned round", Assert.Single(CostSense.Oddities(costs)), StringComparison.Ordinal);
        Assert.Empty(CostSense.Oddities(new ErrorCosts(100, 4)));
        Assert.Contains("costs nothing", Assert.Single(CostSense.Oddities(new ErrorCosts(100, 0))), StringComparison.Ordinal);
    }
}
