using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.ImbalancedDecision.Sections;

/// <summary>Why accuracy says nothing where one class is rare.</summary>
internal static class TrapSection
{
    private const double Habit = 0.5;

    public static Section Of(DecisionFindings findings, Measurements measurements)
    {
        ScoredRows test = findings.Test;
        string positive = findings.Data.Target.PositiveLabel;
        ThresholdCounts deciding = test.Ranked.Counts;
        ConfusionMatrix atHabit = deciding.At(Habit), chosen = deciding.At(findings.Threshold);
        return new Section(
            "Why is a high accuracy no good news here?",
            [
                new Paragraph(
                    $"Of 10,000 rows like those of the test, about {Frequencies.Of(test.Positives, test.Count)} are "
                    + $"**{positive}**. Whoever calls nobody is right about all the others: "
                    + $"an accuracy of {measurements["baseline.accuracy"]}, without looking at a single row, "
                    + $"and without finding a single {positive}."),
                new Table(
                    $"Per 10,000 test rows. Accuracy hardly moves between a rule that finds nobody and one that finds "
                    + $"most of them; what is found, missed and disturbed does.",
                    ["Rule", "Accuracy", "Found", "Missed", "False alarms"],
                    [
                        Row("call nobody", new ConfusionMatrix(0, 0, test.Positives, test.Count - test.Positives)),
                        Row(MarkdownText.Of($"{findings.Choice.Name}, p ≥ ½"), atHabit),
                        Row(MarkdownText.Of($"{findings.Choice.Name}, p ≥ {findings.Threshold:0.####}"), chosen),
                        Row("call everybody", new ConfusionMatrix(test.Positives, test.Count - test.Positives, 0, 0)),
                    ]),
            ],
            Conclusion(chosen, findings.MajorityAccuracy, positive));
    }

    private static IReadOnlyList<MarkdownText> Row(MarkdownText rule, ConfusionMatrix calls) =>
        [rule, MarkdownText.Of($"{calls.Accuracy:0.0000}"), .. Frequencies.Of(calls)];

    private static MarkdownText Conclusion(ConfusionMatrix chosen, double majority, string positive) => chosen.Accuracy < majority
        ? MarkdownText.Of(
            $"The threshold that is chosen below has a *lower* accuracy than calling nobody, "
            + $"and finds {chosen.TruePositives} of {chosen.Positives} {positive} rows. "
            + $"Accuracy weighs a miss like a false alarm; nobody who pays for them does.")
        : MarkdownText.Of(
            $"The threshold that is chosen below finds {chosen.TruePositives} of {chosen.Positives} {positive} rows, "
            + $"and accuracy is the number that says least about it: "
            + $"it weighs a miss like a false alarm, and nobody who pays for them does.");
}
