using MlMaths.Torch.Evaluation;
using MlMaths.Torch.NeuralNetDiagnostics;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>What a test loss above the validation loss is said to mean.</summary>
public sealed class NextStepsTests
{
    private const int Rows = 360;

    [Fact]
    public void Losses_whose_intervals_meet_are_not_told_apart() =>
        Assert.Null(NextSteps.TestLoss(Found(testLow: 0.04, validationHigh: 0.05, costliest: 0.5)));

    [Fact]
    public void A_few_rows_that_carry_much_of_the_loss_are_looked_at_first()
    {
        string said = $"{NextSteps.TestLoss(Found(testLow: 0.079, validationHigh: 0.049, costliest: 0.42))}";
        Assert.Contains("is 0.140 (95 % interval 0.079 to 0.256), that on validation rows 0.023 (95 % interval 0.012 to 0.049)", said,
            StringComparison.Ordinal);
        Assert.Contains(
            "The 3 costliest of 360 test rows carry 42 % of it: a mistake made with confidence costs most.", said,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_loss_of_many_rows_asks_for_another_choice() => Assert.Contains(
        "carry 5 % of it: choose the settings on more validation rows",
        $"{NextSteps.TestLoss(Found(testLow: 0.079, validationHigh: 0.049, costliest: 0.05))}", StringComparison.Ordinal);

    [Fact]
    public void Of_nine_rows_three_carry_two_fifths_by_themselves() => Assert.Contains(
        "The 3 costliest of 9 test rows carry 42 % of it: choose",
        $"{NextSteps.TestLoss(Found(testLow: 0.079, validationHigh: 0.049, costliest: 0.42, rows: 9))}", StringComparison.Ordinal);

    private static TestFindings Found(double testLow, double validationHigh, double costliest, int rows = Rows)
    {
        int[] classes = [.. Enumerable.Range(0, rows).Select(row => row % 2)];
        double[][] probabilities = [.. classes.Select(label => label == 0 ? [0.9, 0.1] : (double[])[0.1, 0.9])];
        MulticlassIntervals scored = MulticlassIntervals.Of(
            [.. classes.Select(label => (ushort)label)],
            [.. Enumerable.Range(0, 2).Select(label => probabilities.Select(row => row[label]).ToArray())], 7);
        return new(probabilities, classes, scored.Metrics, scored.Accuracy, Loss(0.140, testLow, 0.256), scored.MacroF1)
        {
            ValidationLogLoss = Loss(0.0227, 0.0117, validationHigh),
            CostliestShare = costliest,
            Overconfidence = MeanInterval.Of([.. probabilities.Select(row => row.Max() - 1)], 7),
        };
    }

    private static Interval Loss(double value, double low, double high) => new(value, low, high, 0.95, "gamma");
}
