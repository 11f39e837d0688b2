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
        string positive = findings.Data.Target.PositiveWords;
        ThresholdCounts deciding = test.Ranked.Counts;
        ConfusionMatrix atHabit = deciding.At(Habit), chosen = deciding.At(findings.Threshold);
        return new Section(
            "Why is high accuracy not good news here?",
            [
                new Paragraph(
                    $"Of 10,000 rows like the test rows, about {Frequencies.Whole(test.Positives, test.Count):#,0} have "
                    + $"**{positive}**. Flagging nothing is right about all the others: "
                    + $"an accuracy of {measurements["baseline.accuracy"]}, without looking at a single row, "
                    + $"and without finding a single positive."),
                new Table(
                    $"Per 10,000 test rows, in whole rows that add up. Accuracy hardly differs between a rule that finds nothing and one "
                    + $"that finds "
                    + $"most of them; the counts of found, missed and false alarms do.",
                    ["Rule", "Accuracy", "Found", "Missed", "False alarms"],
                    [
                        Row("flag nothing", new ConfusionMatrix(0, 0, test.Positives, test.Count - test.Positives)),
                        Row(MarkdownText.Of($"{findings.Choice.Name}, p ≥ ½"), atHabit),
                        Row(MarkdownText.Of($"{findings.Choice.Name}, p ≥ {findings.Threshold:0.####}"), chosen),
                        Row("flag everything", new ConfusionMatrix(test.Positives, test.Count - test.Positives, 0, 0)),
                    ]),
            ],
            Conclusion(chosen, findings.MajorityAccuracy, positive));
    }

    private static IReadOnlyList<MarkdownText> Row(MarkdownText rule, ConfusionMatrix flags) =>
        [rule, MarkdownText.Of($"{flags.Accuracy:0.0000}"), .. Frequencies.Of(flags).Cells];

    private static MarkdownText Conclusion(ConfusionMatrix chosen, double majority, string positive) => chosen.Accuracy < majority
        ? MarkdownText.Of(
            $"The threshold chosen below has a *lower* accuracy than flagging nothing, "
            + $"and finds {chosen.TruePositives} of {chosen.Positives} rows with {positive}. "
            + $"Accuracy counts a miss and a false alarm the same; whoever pays for them does not.")
        : MarkdownText.Of(
            $"The threshold chosen below finds {chosen.TruePositives} of {chosen.Positives} rows with {positive}, "
            + $"and accuracy says least about it: "
            + $"it counts a miss and a false alarm the same, and whoever pays for them does not.");
}
