using MlMaths.Torch.Doctor;
using MlMaths.Torch.Figures;
using MlMaths.Torch.NeuralNetDiagnostics.Trainings.Sections;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.NeuralNetDiagnostics.Sections;

/// <summary>What is checked before anything is trained.</summary>
internal static class PreflightSection
{
    public static Section Of(NetFindings findings, Measurements measurements)
    {
        Preflight checks = findings.Preflight, final = findings.FinalPreflight;
        int classes = findings.Data.Target.Classes.Count;
        return new Section(
            "Is the net ready to be trained?",
            [
                new Paragraph(
                    $"Three short checks: before the sweep for the net it starts with ({findings.Options.Recipe}), "
                    + $"and before the final training for the net that was chosen ({findings.Final.Recipe}). A net "
                    + $"that knows nothing should have a loss of ln C = ln {classes} = {checks.LossOfChance:0.000} "
                    + $"nats per row. "
                    + $"A sound net can memorise {checks.FewRows} rows; "
                    + $"if it cannot, its gradient, its loss or its labels are wrong. "
                    + $"And after {checks.BlindEpochs} epochs, a net that sees the features should beat one whose "
                    + $"features are all 0, which can only predict the most frequent class. If it does not, "
                    + $"features and labels have been mixed up, or have nothing to do with each other."),
                new Table(
                    $"What was measured, beside what a sound net shows. "
                    + $"The gain is in validation loss, nats per row, with its 95 % interval, paired by row.",
                    ["Check", "First net", "Final net", "Expected", "Verdict"],
                    [
                        [
                            "Loss before the first step", $"{checks.LossAtStart:0.000}", $"{final.LossAtStart:0.000}",
                            $"{checks.LossOfChance:0.000}, within {Preflight.NearChance:P0} of it",
                            Both(checks.StartsAtChance, final.StartsAtChance, "look at the initial weights"),
                        ],
                        [
                            $"Loss on {checks.FewRows} memorised rows", $"{NumberText.NeverZero(checks.FewLoss, 4)}",
                            $"{NumberText.NeverZero(final.FewLoss, 4)}", $"below {Preflight.ByHeart:0.00}",
                            Both(checks.LearnsByHeart, final.LearnsByHeart, "failed"),
                        ],
                        [
                            "Accuracy without, with features", Accuracies(checks), Accuracies(final), "more with",
                            Both(checks.SightedAccuracy > checks.BlindAccuracy, final.SightedAccuracy > final.BlindAccuracy, "no more"),
                        ],
                        [
                            "Gain from the features", Gain(checks), Gain(final), "above 0",
                            Both(checks.UsesFeatures, final.UsesFeatures, "failed"),
                        ],
                    ]),
                new FigureBlock(
                    TrainingCurvesFigure.Draw("preflight-by-heart", "loss of a batch (nats per row)", [checks.FewHistory.Curve("loss")]),
                    $"The first net memorises {checks.FewRows} rows, without any regularisation, "
                    + $"down to a loss of {NumberText.NeverZero(checks.FewLoss, 4)}. "
                    + $"That says nothing about new rows; it shows that the gradient points downhill."),
                .. Start(checks),
                .. Doctor(findings.Doctor),
            ],
            Conclusion(checks, final, measurements));
    }

    private static IEnumerable<Block> Doctor(StartExamination examination)
    {
        yield return new Table(
            $"What the training doctor says of the final net before its first step, of training and validation rows alone. "
            + $"{examination.Diagnosis.Counts}",
            ["Check", "Result", "What was measured"],
            [.. examination.Checks.Select(ChecksSection.Row)]);
        if (examination.Diagnosis.Causes is [{ } first, ..])
            yield return Callout.Caution($"The doctor would change something before the first step: {first.Fix}.");
    }

    private static string Both(bool first, bool final, string otherwise) =>
        first && final ? "passed" : first ? $"final net: {otherwise}" : otherwise;

    private static MarkdownText Accuracies(Preflight checks) => $"{checks.BlindAccuracy:P1}, {checks.SightedAccuracy:P1}";

    private static MarkdownText Gain(Preflight checks) => $"{checks.Gain.Value:0.00} ({checks.Gain.Low:0.00} to {checks.Gain.High:0.00})";

    private static IEnumerable<Block> Start(Preflight checks)
    {
        if (checks.LossAtStart > checks.LossOfChance)
        {
            yield return Callout.Note(
                $"The first loss is {checks.LossAtStart / checks.LossOfChance:0.0} times that of random guessing: "
                + $"the untrained net is sure of answers that it cannot know. "
                + $"He initialisation keeps the size of what flows through the hidden layers, "
                + $"so the logits are just as large; the first few steps go into making them smaller.");
        }
    }

    private static MarkdownText Conclusion(Preflight checks, Preflight final, Measurements measurements) =>
        (checks.StartsAtChance && final.StartsAtChance, checks.LearnsByHeart
            && final.LearnsByHeart, checks.UsesFeatures && final.UsesFeatures) switch
        {
            (_, false, _) => MarkdownText.Of(
                $"**Not yet**: {checks.FewRows} rows could not be memorised. "
                + $"Read everything below with that in mind."),
            (_, _, false) => MarkdownText.Of(
                $"**Careful**: after {checks.BlindEpochs} epochs the features have not been shown to help; "
                + $"the gain is {measurements["preflight.features_gain"]}. "
                + $"Check that rows and labels belong together, or train longer."),
            (false, _, _) => MarkdownText.Of(
                $"It memorises and uses its features; "
                + $"a first loss of "
                + $"{measurements["preflight.initial_loss"]:value} is far from that of random guessing, "
                + $"{checks.LossOfChance:0.000}, and other initial weights may save some steps."),
            _ => MarkdownText.Of(
                $"Yes: it starts with a loss of {measurements["preflight.initial_loss"]:value}, "
                + $"{checks.LossAtStart / checks.LossOfChance:0.0} times that of random guessing, "
                + $"memorises a few rows, and gains {measurements["preflight.features_gain"]} from its features in "
                + $"{checks.BlindEpochs} epochs."),
        };
}
