using MlMaths.Torch.Figures;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.NeuralNetDiagnostics.Sections;

/// <summary>What is checked before anything is trained.</summary>
internal static class PreflightSection
{
    public static Section Of(NetFindings findings, Measurements measurements)
    {
        Preflight checks = findings.Preflight;
        int classes = findings.Data.Target.Classes.Count;
        return new Section(
            "Is the net fit to be trained?",
            [
                new Paragraph($"Three checks, of a second together, before any training that counts. A net that knows nothing should lose ln C = ln {classes} = {checks.LossOfChance:0.000} nats per row. A sound net can learn {checks.FewRows} rows by heart; one that cannot has a fault in its gradient, its loss or its labels. And with every feature set to 0 it should be worth no more than the most frequent class: if it is, something but the features tells it the answer."),
                new Table(
                    $"Measured, beside what a sound net shows.",
                    ["Check", "Measured", "Expected", "Verdict"],
                    [
                        ["Loss before the first step", $"{checks.LossAtStart:0.000}", $"near {checks.LossOfChance:0.000}", checks.StartsAtChance ? "passed" : "look at the initial weights"],
                        [$"Loss on {checks.FewRows} rows learnt by heart", $"{checks.FewLoss:0.0000}", $"below {Preflight.ByHeart:0.00}", checks.LearnsByHeart ? "passed" : "failed"],
                        ["Accuracy with features set to 0", $"{checks.BlindAccuracy:P1}", $"at most {checks.BaseRate:P1}", checks.IsBlind ? "passed" : "failed: a leak"],
                    ]),
                new FigureBlock(
                    TrainingCurvesFigure.Draw("preflight-by-heart", "loss of a batch (nats per row)", [checks.FewHistory.Curve("loss")]),
                    $"Learning {checks.FewRows} rows by heart, without any regularisation: the loss falls by powers of ten. It says nothing about new rows; it says that the gradient points down."),
                .. Start(checks),
            ],
            Conclusion(checks, measurements));
    }

    private static IEnumerable<Block> Start(Preflight checks)
    {
        if (checks.LossAtStart > checks.LossOfChance)
        {
            yield return Callout.Note($"The first loss is {checks.LossAtStart / checks.LossOfChance:0.0} times that of chance: the untrained net is sure of itself, at random. Initial weights after He keep the size of what flows through the hidden layers, and leave the logits as large; the first few steps are spent on making them smaller.");
        }
    }

    private static MarkdownText Conclusion(Preflight checks, Measurements measurements) => (checks.StartsAtChance, checks.LearnsByHeart, checks.IsBlind) switch
    {
        (_, false, _) => MarkdownText.Of($"**Not yet**: {checks.FewRows} rows cannot be learnt by heart (loss {measurements["preflight.by_heart_loss"]:value}). Everything below is to be read with that in mind."),
        (_, _, false) => MarkdownText.Of($"**Look out**: a net that sees nothing is right for {measurements["preflight.blind_accuracy"]:value} of the rows, more than the most frequent class."),
        (false, _, _) => MarkdownText.Of($"It learns by heart and sees nothing where there is nothing; its first loss of {measurements["preflight.initial_loss"]:value} is far from that of chance, {checks.LossOfChance:0.000}, and other initial weights may save some steps."),
        _ => MarkdownText.Of($"Yes: it begins near chance, with a loss of {measurements["preflight.initial_loss"]:value}, learns a few rows by heart, and knows nothing where nothing is shown."),
    };
}
