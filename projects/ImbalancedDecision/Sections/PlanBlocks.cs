using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.ImbalancedDecision.Sections;

/// <summary>The plan as a table that can be printed and pinned up.</summary>
internal static class PlanBlocks
{
    public static Table Of(MonitoringPlan plan) => new(
        $"The plan, with the numbers of this run. "
        + $"How many days labels take is yours to fill in: until they are there, only the first three lines can work.",
        ["When", "Who", "Looks at", "Then"],
        [
            [
                "every row", "the service", "time, columns, probability, call, threshold, version of the model",
                "logs them; the label joins when it is known",
            ],
            [
                $"every {plan.Unit} of {plan.Rows} rows", "analyst on duty",
                $"mean probability, quiet from {plan.Low:0.00000} to {plan.High:0.00000} (for another number of rows, limits of their own)",
                "outside: an alarm; estimate the base rate, test the columns, the same day",
            ],
            [
                "an alarm, no column drifted", "owner of the decision", "estimated rate with its interval",
                $"move the threshold from the next window on; "
                + $"back to the old one after {ThresholdShift.Memory} quiet windows",
            ],
            [
                "a column drifted", "owner of the data", "the column: a new source, unit or price?",
                $"leave the threshold; have {plan.LabelsToAskFor} calls labelled at once, "
                + $"which shows their precision to ten points either way",
            ],
            [
                "labels of a window are in", "owner of the model", "precision, recall and cost against the expected range",
                "outside in two windows running: train again",
            ],
            [
                "to train again", "owner of the model",
                $"labelled positives since the change: "
                + $"{plan.PositivesToRetrain} are wanted, as many as the reference has{Windows(plan)}",
                "calibrate and choose the threshold anew; reference and limits too",
            ],
            [
                "a new threshold or model is in use", "owner of the decision",
                "cost per row on labelled rows, against what the old one would have cost, paired by row",
                "roll back where the whole 95 % interval says dearer",
            ],
        ]);

    private static MarkdownText Windows(MonitoringPlan plan) => plan.WindowsToRetrain is int windows
        ? MarkdownText.Of($"; {windows} windows at the last estimated rate")
        : MarkdownText.Of($"; at the last estimated rate they may never come");
}
