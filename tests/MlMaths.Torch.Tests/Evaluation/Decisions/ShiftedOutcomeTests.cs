using MlMaths.Torch.Evaluation;

namespace MlMaths.Torch.Tests.Evaluation;

public sealed class ShiftedOutcomeTests
{
    // Recall 0.8, false-positive rate 0.05, counted where one row in three is positive.
    private static readonly ConfusionMatrix Counted = new(80, 10, 20, 190);

    private static readonly ErrorCosts Costs = new(100, 4) { Review = 1 };

    [Fact]
    public void Where_one_row_in_a_hundred_is_positive_most_calls_are_wrong()
    {
        var outcome = new ShiftedOutcome(Counted, 0.01, Costs);

        Assert.Equal([80, 20, 495, 9405],
            [outcome.Found!.Value, outcome.Missed!.Value, outcome.FalseAlarms!.Value, outcome.LeftAlone!.Value]);
        Assert.Equal(80.0 / 575, outcome.Precision!.Value, 1e-15);
        Assert.Equal(0.0575, outcome.ShareFlagged!.Value, 1e-15);
        Assert.Equal(100 * 20 + 4 * 495 + 575, outcome.Cost!.Value, 1e-9);
        Assert.Equal((0.8, 0.95), (outcome.Recall, outcome.Specificity));
    }

    [Fact]
    public void At_the_base_rate_of_the_rows_it_is_what_was_counted()
    {
        var outcome = new ShiftedOutcome(Counted, 1.0 / 3, Costs);

        Assert.Equal(Counted.Precision!.Value, outcome.Precision!.Value, 1e-15);
        Assert.Equal(ShiftedOutcome.Rows * Costs.PerCase(Counted)!.Value, outcome.Cost!.Value, 1e-9);
        Assert.Equal(ShiftedOutcome.Rows, (outcome.Found + outcome.Missed + outcome.FalseAlarms + outcome.LeftAlone)!.Value, 1e-9);
    }

    /// <summary>The slow way: rows are repeated until the share of positives is the one asked for.</summary>
    [Fact]
    public void It_is_what_would_be_counted_if_negatives_came_three_times()
    {
        var repeated = new ConfusionMatrix(80, 30, 20, 570);
        var outcome = new ShiftedOutcome(Counted, 1.0 / 7, Costs);

        Assert.Equal(repeated.Precision!.Value, outcome.Precision!.Value, 1e-15);
        Assert.Equal(Costs.PerCase(repeated)!.Value, outcome.Cost!.Value / ShiftedOutcome.Rows, 1e-13);
    }

    [Fact]
    public void Without_calls_there_is_no_precision_and_a_reason()
    {
        var outcome = new ShiftedOutcome(new ConfusionMatrix(0, 0, 5, 9), 0.2, Costs);

        Assert.Null(outcome.Precision);
        Assert.Equal("nothing is flagged", outcome.WhyUndefined(BinaryMetric.Precision));
        Assert.Null(outcome.WhyUndefined(BinaryMetric.Recall));
        Assert.Equal(200_000, outcome.Cost!.Value, 1e-9);
    }

    [Fact]
    public void A_missing_class_leaves_everything_undefined()
    {
        var outcome = new ShiftedOutcome(new ConfusionMatrix(0, 3, 0, 9), 0.2, Costs);

        Assert.Equal([null, null, null, null], [outcome.Recall, outcome.Specificity, outcome.Cost, outcome.Precision]);
        Assert.Equal("there are no positive rows", outcome.WhyUndefined(BinaryMetric.CostPerCase));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void A_base_rate_lies_inside(double rate) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ShiftedOutcome(Counted, rate, Costs));
}
