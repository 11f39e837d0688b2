using MlMaths.Torch.Figures;
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
            "Is the net fit to be trained?",
            [
                new Paragraph(
                    $"Three short checks, before the sweep for the net it begins with ({findings.Options.Recipe}), "
                    + $"and before the final training for the net that was chosen ({findings.Final.Recipe}). A net "
                    + $"that knows nothing should lose ln C = ln {classes} = {checks.LossOfChance:0.000} nats per row. "
                    + $"A sound net can learn {checks.FewRows} rows by heart; "
                    + $"one that cannot has a fault in its gradient, its loss or its labels. "
                    + $"And after {checks.BlindEpochs} epochs, a net that sees the features should beat one whose "
                    + $"features are all 0, which can only call the most frequent class; where it does not, "
                    + $"features and labels have lost each other, or have nothing to do with each other."),
                new Table(
                    $"Measured, beside what a sound net shows. "
                    + $"The gain is in validation loss, nats per row, with its 95 % interval, paired by row.",
                    ["Check", "First net", "Final net", "Expected", "Verdict"],
                    [
                        [
                            "Loss before the first step", $"{checks.LossAtStart:0.000}", $"{final.LossAtStart:0.000}",
                            $"near {checks.LossOfChance:0.000}",
                            Both(checks.StartsAtChance, final.StartsAtChance, "look at the initial weights"),
                        ],
                        [
                            $"Loss on {checks.FewRows} rows learnt by heart", $"{checks.FewLoss:0.0000}",
                            $"{final.FewLoss:0.0000}", $"below {Preflight.ByHeart:0.00}",
                            Both(checks.LearnsByHeart, final.LearnsByHeart, "failed"),
                        ],
                        ["Accuracy without, with features", Accuracies(checks), Accuracies(final), "more with", ""],
                        [
                            "Gain by the features", Gain(checks), Gain(final), "above 0",
                            Both(checks.UsesFeatures, final.UsesFeatures, "failed"),
                        ],
                    ]),
                new FigureBlock(
                    TrainingCurvesFigure.Draw("preflight-by-heart", "loss of a batch (nats per row)", [checks.FewHistory.Curve("loss")]),
                    $"The first net learns {checks.FewRows} rows by heart, without any regularisation, "
                    + $"down to a loss of {checks.FewLoss:0.0000}. "
                    + $"That says nothing about new rows; it says whether the gradient points down."),
                .. Start(checks),
            ],
            Conclusion(checks, final, measurements));
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
                $"The first loss is {checks.LossAtStart / checks.LossOfChance:0.0} times that of chance: "
                + $"the untrained net is sure of itself, at random. "
                + $"Initial weights after He keep the size of what flows through the hidden layers, "
                + $"and leave the logits as large; the first few steps are spent on making them smaller.");
        }
    }

    private static MarkdownText Conclusion(Preflight checks, Preflight final, Measurements measurements) =>
        (checks.StartsAtChance && final.StartsAtChance, checks.LearnsByHeart
            && final.LearnsByHeart, checks.UsesFeatures && final.UsesFeatures) switch
        {
            (_, false, _) => MarkdownText.Of(
                $"**Not yet**: {checks.FewRows} rows cannot be learnt by heart. "
                + $"Everything below is to be read with that in mind."),
            (_, _, false) => MarkdownText.Of(
                $"**Look out**: after {checks.BlindEpochs} epochs the features have not been shown to be of use; "
                + $"the gain is {measurements["preflight.features_gain"]}. "
                + $"Check that rows and labels belong together, or train longer."),
            (false, _, _) => MarkdownText.Of(
                $"It learns by heart and uses its features; "
                + $"a first loss of {measurements["preflight.initial_loss"]:value} is far from that of chance, "
                + $"{checks.LossOfChance:0.000}, and other initial weights may save some steps."),
            _ => MarkdownText.Of(
                $"Yes: it begins near chance, with a loss of {measurements["preflight.initial_loss"]:value}, "
                + $"learns a few rows by heart, and gains {measurements["preflight.features_gain"]} by its features in "
                + $"{checks.BlindEpochs} epochs."),
        };
}
