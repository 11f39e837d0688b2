using MlMaths.Torch.Data;
using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Figures;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.NeuralNetDiagnostics.Sections;

/// <summary>What the test rows say.</summary>
internal static class TestSection
{
    private const int Shown = 12, MaxClasses = 30;

    public static Section Of(NetFindings findings, Measurements measurements)
    {
        TestFindings test = findings.Test;
        IReadOnlyList<string> classes = findings.Data.Target.Classes;
        return new Section(
            "How good is it on rows it has never seen?",
            [
                new Paragraph(
                    $"{test.Classes.Length} rows that took no part in any choice, scored once. "
                    + $"The net gets {test.Wrong} of these wrong."),
                new Table(
                    $"With 95 % intervals: accuracy by {test.Accuracy.Method}, macro F1 by {test.MacroF1.Method}, "
                    + $"log loss by {test.LogLoss.Method}.",
                    ["Measured", "Value", "95 % interval"],
                    [Row(measurements["test.accuracy"]), Row(measurements["test.macro_f1"]), Row(measurements["test.log_loss"])]),
                new FigureBlock(
                    ConfusionMatrixFigure.Draw(classes, Counts(test.Metrics), "confusion"),
                    $"Rows are what it is, columns what it was called; the diagonal is right. {Worst(test, classes)}").Told(),
                new Paragraph($"{Confidence(test)}"),
                .. Score(findings.Positive),
                .. Weakest(test.PerClass, classes),
                .. Mistakes(findings),
            ],
            $"It predicts {measurements["test.accuracy"].OfCount(test.Classes.Length, "rows")} correctly, and is "
            + $"{Surety(test)}.");
    }

    // One number for each row: the reader of a file has to know of which class it speaks.
    private static IEnumerable<Block> Score(BinaryTarget? positive) => positive is null
        ? []
        : [new Paragraph($"{positive.Why} The score in `predictions.csv` is its probability.")];

    private static IReadOnlyList<MarkdownText> Row(Measurement measurement) =>
        [measurement.Label, measurement.ValueText, measurement.RangeText];

    private static long[][] Counts(MulticlassMetrics metrics) =>
        [.. Enumerable.Range(0, metrics.Classes).Select(
            label => Enumerable.Range(0, metrics.Classes).Select(call => metrics.Count(label, call)).ToArray())];

    private static string Worst(TestFindings test, IReadOnlyList<string> classes)
    {
        (int Label, int Call, int Count)[] pairs =
        [
            .. test.Mistakes.GroupBy(mistake => (test.Classes[mistake.Row], mistake.Call))
                .Select(pair => (pair.Key.Item1, pair.Key.Call, pair.Count())).OrderByDescending(pair => pair.Item3),
        ];
        return pairs is [var most, ..]
            ? $"Most often mistaken: {Quoted.Value(classes[most.Label])} for "
                + $"{Quoted.Value(classes[most.Call])}, {Counted.Of(most.Count, "time")}."
            : "Nothing was mistaken.";
    }

    private static IEnumerable<Block> Weakest(IReadOnlyList<ClassRates> rates, IReadOnlyList<string> classes)
    {
        if (classes.Count > MaxClasses)
            yield break;
        yield return new Table(
            $"Class by class. Recall is the share of a class that is found, precision the share of its predictions "
            + $"that are right.",
            ["Class", "Rows", "Recall", "95 % interval", "Precision"],
            [.. classes.Select((name, label) => Row(name, rates[label]))]);
    }

    private static IReadOnlyList<MarkdownText> Row(string name, ClassRates rates) =>
    [
        name, $"{rates.Calls.Positives}", rates.Recall.Value is { } found ? NumberText.Fixed(found) : "–",
        rates.Recall.HasEnds ? MarkdownText.Of($"{rates.Recall.Low:0.000} to {rates.Recall.High:0.000}") : "–",
        rates.Precision.Value is { } right ? NumberText.Fixed(right) : "never called",
    ];

    private static IEnumerable<Block> Mistakes(NetFindings findings)
    {
        TestFindings test = findings.Test;
        IReadOnlyList<string> classes = findings.Data.Target.Classes;
        (int Row, int Call, double Confidence)[] shown = [.. test.Mistakes.Take(Shown)];
        if (shown.Length == 0)
            yield break;

        int[] rows = [.. findings.Data.Split.Test.Rows];
        if (NetRows.PictureSide(findings.Data.Rows) is { } side)
        {
            yield return new FigureBlock(
                MistakesFigure.Draw("mistakes", side, [.. shown.Select(Mistake)], perRow: 4),
                $"{Surest(shown.Length, test.Wrong)} "
                + $"Look before you blame it: a person would hesitate over some of these pictures, too.");
            yield break;

            (double[] Pixels, string True, string Called, double Probability) Mistake((int Row, int Call, double Confidence) mistake) =>
                (
                    findings.Data.Rows.Row(rows[mistake.Row]).ToArray(), classes[test.Classes[mistake.Row]],
                    classes[mistake.Call], mistake.Confidence);
        }

        yield return new Table(
            $"{Surest(shown.Length, test.Wrong)}",
            ["Row", "True class", "Predicted", "Probability of the prediction"],
            [.. shown.Select(mistake => (IReadOnlyList<MarkdownText>)
                [$"{rows[mistake.Row]}", classes[test.Classes[mistake.Row]], classes[mistake.Call], $"{mistake.Confidence:0.000}"])]);
    }

    private static string Surest(int mistakes, int all) => mistakes == 1
        ? "The one mistake of the net, and how certain it was."
        : mistakes < all
            ? $"{mistakes} of {all} mistakes, those of which the net was most certain."
            : $"All {mistakes} mistakes, the one of which the net was most certain first.";

    private static string Surety(TestFindings test) => test.Overconfidence switch
    {
        { Low: > 0 } => "overconfident",
        { High: < 0 } => "underconfident",
        _ => "about as confident as it should be",
    };

    private static string Confidence(TestFindings test)
    {
        Interval by = test.Overconfidence;
        string apart = by is { Value: { } value, Low: { } low, High: { } high }
            ? $", {NumberText.Of(Math.Abs(value), 3)} {(value < 0 ? "less" : "more")} than the share that is right (95 % interval of the "
                + $"difference {NumberText.Range(low, high, 3)})"
            : "";
        return FormattableString.Invariant(
            $"Its predictions have a mean probability of {test.Confidence:0.000}{apart}: taken together, it is {Surety(test)}.");
    }
}
