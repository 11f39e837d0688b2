using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.ImbalancedDecision.Sections;

/// <summary>The plan as a table that can be printed and pinned up.</summary>
internal static class PlanBlocks
{
    public static Table Of(MonitoringPlan plan) => new(
        $"The plan, with the numbers of this run. "
        + $"Fill in yourself how many days labels take: until they arrive, only the first three lines can work.",
        ["When", "Who", "Looks at", "Then"],
        [
            [
                "every row", "the service", "time, columns, probability, flag, threshold, version of the model",
                "logs them; the label joins when it is known",
            ],
            [
                $"every {plan.Unit} of {plan.Rows} rows", "analyst on duty",
                $"mean probability, quiet from {plan.Low:0.00000} to {plan.High:0.00000} (another number of rows "
                + $"needs its own limits)",
                "outside: an alarm; estimate the base rate and test the columns the same day",
            ],
            [
                "an alarm, no column drifted", "owner of the decision", "estimated rate with its interval",
                $"move the threshold from the next window on, "
                + $"back to the old one after {ThresholdShift.Memory} quiet windows",
            ],
            [
                "a column drifted", "owner of the data", "the column: a new source, unit or price?",
                $"leave the threshold; have {plan.LabelsToAskFor} flagged rows labelled at once, "
                + $"which shows their precision to within ten points",
            ],
            [
                "labels of a window are in", "owner of the model", "precision, recall and cost against the expected range",
                "outside in two windows in a row: train again",
            ],
            [
                "to train again", "owner of the model",
                $"labelled positives since the change: "
                + $"{plan.PositivesToRetrain} are needed, as many as the reference has{Windows(plan)}",
                "calibrate again, and set the threshold, the reference and the limits again",
            ],
            [
                "a new threshold or model is in use", "owner of the decision",
                "cost per row on labelled rows, against what the old one would have cost, paired by row",
                "roll back if the whole 95 % interval says that it costs more",
            ],
        ]);

    private static MarkdownText Windows(MonitoringPlan plan) => plan.WindowsToRetrain is int windows
        ? MarkdownText.Of($"; {Counted.Of(windows, "window")} at the rate estimated in the last one")
        : MarkdownText.Of($"; at the rate estimated in the last window there may never be enough");
}
