using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.NeuralNetDiagnostics;

/// <summary>What to try next, each with the number that it follows from; what no number calls for is not in the list.</summary>
internal static class NextSteps
{
    public static IEnumerable<MarkdownText> Of(NetFindings findings, Measurements measurements) =>
        new[]
        {
            OfLearningRate(findings.LearningRates), TestLoss(findings.Test), WeakestClass(findings), Confidence(findings.Test),
            Rows(findings, measurements),
        }.OfType<MarkdownText>();

    private static MarkdownText? OfLearningRate(LearningRateFindings rates) => rates.Reading.Recommended switch
    {
        null => MarkdownText.Of(
            $"**Learning rate.** Every rate diverged; "
            + $"try rates a thousand times smaller, and check the initial weights."),
        { } best when best == rates.Sweep.LearningRates.Max() => MarkdownText.Of(
            $"**Learning rate.** The best rate, {best:0.####}, is the largest that was tried: try larger ones."),
        { } best when best == rates.Sweep.LearningRates.Min() => MarkdownText.Of(
            $"**Learning rate.** The best rate, {best:0.####}, is the smallest that was tried: "
            + $"try smaller ones, with more epochs."),
        _ => null,
    };

    /// <summary>What it means that test rows cost more than the validation rows; null where they do not.</summary>
    public static MarkdownText? TestLoss(TestFindings test) => !test.IsCostlierThanValidation
        ? null
        : MarkdownText.Of(
            $"**The loss on test rows** is {Shown(test.LogLoss)}, that on validation rows {Shown(test.ValidationLogLoss)}: their "
            + $"intervals do not meet. The settings were chosen for a low validation loss, which flatters it. {Costliest(test)}");

    // Of a loss that is spread evenly over a hundred rows, three carry 3 %.
    private const double AFewRows = 0.2, FarAboveEven = 5;

    private static MarkdownText Costliest(TestFindings test)
    {
        double share = test.CostliestShare ?? 0, even = (double)test.Costliest / test.Classes.Length;
        MarkdownText advice = share > Math.Max(AFewRows, FarAboveEven * even)
            ? "a mistake made with confidence costs most. Look for their like among the validation rows: test rows that have led to a "
                + "change judge no more"
            : "choose the settings on more validation rows, or by cross-validation";
        return MarkdownText.Of(
            $"The {test.Costliest} costliest of {test.Classes.Length} test rows carry {share:P0} of it: {advice}.");
    }

    // As the table has them; what would be 0.000 there keeps its digits.
    private static string Shown(Interval loss)
    {
        Func<double, string> text = loss.High < 0.01 ? NumberText.Brief : one => NumberText.Of(one, 3);
        return $"{text(loss.Value!.Value)} (95 % interval {text(loss.Low!.Value)} to {text(loss.High!.Value)})";
    }

    private static MarkdownText? WeakestClass(NetFindings findings)
    {
        MulticlassMetrics metrics = findings.Test.Metrics;
        IReadOnlyList<string> classes = findings.Data.Target.Classes;
        (int Label, double Recall)[] found = [.. Enumerable.Range(0, metrics.Classes)
            .Where(label => metrics.OfClass(label).Recall is not null)
            .Select(label => (label, metrics.OfClass(label).Recall!.Value))];
        if (found.Length == 0)
            return null;
        (int weakest, double recall) = found.MinBy(one => one.Recall);
        if (recall == 1)
            return null;
        int call = Enumerable.Range(0, metrics.Classes).Where(other => other != weakest).MaxBy(other => metrics.Count(weakest, other));
        return $"**The weakest class.** {Quoted.Value(classes[weakest])} is found in "
            + $"{metrics.OfClass(weakest).TruePositives} of {metrics.OfClass(weakest).Positives} rows ({recall:P0}), "
            + $"most often predicted as {Quoted.Value(classes[call])}. "
            + $"Look at these rows: wrong labels, or rows that need a feature they do not have?";
    }

    private static MarkdownText? Confidence(TestFindings test)
    {
        string? off = test.Overconfidence switch
        {
            { Low: > 0 } => "overconfident, which matters for decisions by cost",
            { High: < 0 } => "underconfident",
            _ => null,
        };
        return off is null
            ? null
            : MarkdownText.Of(
                $"**Calibration.** The predictions claim {test.Confidence:P1} on average and {test.Accuracy.Value:P1} are right: the "
                + $"probabilities are {off}. Fit a temperature on the validation rows.");
    }

    /// <summary>An interval's width goes with 1/√n: halving it takes four times the rows.</summary>
    private static MarkdownText? Rows(NetFindings findings, Measurements measurements)
    {
        TestFindings test = findings.Test;
        double half = (test.Accuracy.High - test.Accuracy.Low)!.Value / 2;
        return $"**Test rows.** {test.Classes.Length} of them leave the accuracy at {measurements["test.accuracy"]}: "
            + $"two nets, each judged on as many rows of its own, would have to differ by about {100 * Math.Sqrt(2) * half:0.0} percentage "
            + $"points to be told apart. "
            + $"Compare nets in pairs on the same rows, or collect four times as many rows to halve that.";
    }
}
