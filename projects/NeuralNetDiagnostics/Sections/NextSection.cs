using MlMaths.Torch.Diagnosis;
using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.NeuralNetDiagnostics.Sections;

/// <summary>What the diagnoses say of the final net, and what follows.</summary>
internal static class NextSection
{
    public static Section Of(NetFindings findings, Measurements measurements)
    {
        double chance = findings.Preflight.LossOfChance;
        FinalNet final = findings.Final;
        IReadOnlyList<Finding> diagnoses = TrainingDiagnoses.Of(new TrainingFacts(final.History, chance)
        {
            HiddenWidths = final.Recipe.Hidden,
            BestKept = final.Recipe.Patience is not null,
            LowestKnownLoss = findings.LowestValidationLoss,
        });
        Finding[] faults = [.. diagnoses.Where(finding => finding.Present)];
        MarkdownText[] next = [.. faults.Select(Advice), .. NextSteps.Of(findings, measurements)];
        return new Section(
            "What next?",
            [
                new Paragraph(
                    $"The same rules read the record of every training: losses, gradient norms and dead units in, "
                    + $"faults out. First: do they find what was broken on purpose?"),
                new Table(
                    $"Each net of the sections above, and the faults that the rules found in its record.",
                    ["Net", "How it was broken", "Found"],
                    [.. Broken(findings, chance).Select(net => (IReadOnlyList<MarkdownText>)[net.Name, net.Made, Found(net.Faults)])]),
                new Paragraph($"{Named([.. Broken(findings, chance)])} Then the final net:"),
                new Table(
                    $"The faults looked for, with what was measured.",
                    ["Fault", "Present?", "Evidence"],
                    [.. diagnoses.Select(finding => (IReadOnlyList<MarkdownText>)[
                        finding.Fault, finding.Present ? MarkdownText.Of($"**yes**") : "no", finding.Evidence,
                    ])]),
                new Paragraph($"What follows from that, the most promising first:"),
                new Bullets(next),
            ],
            faults switch
            {
                [var worst, ..] => MarkdownText.Of(
                    $"Found in the final training: {string.Join(", ", faults.Select(fault => fault.Fault))}. {First(worst)}"),
                [] when findings.Test.IsCostlierThanValidation => MarkdownText.Of(
                    $"The rules find no fault, but they read the losses of training and validation rows alone. "
                    + $"On test rows the loss is {measurements["test.log_loss"]}, more than on validation rows, and by more than chance."),
                _ => MarkdownText.Of(
                    $"The rules find no fault in the final training; what is left to gain is in the rows it gets wrong."),
            });
    }

    private static MarkdownText Advice(Finding finding) =>
        $"**{Capital.First(finding.Fault)}.** {finding.Evidence} Try: {string.Join("; ", finding.Fixes)}.";

    private static MarkdownText First(Finding finding) => $"Start here: {finding.Fixes[0]}.";

    private static IEnumerable<(string Name, string Made, IReadOnlyList<string> Faults)> Broken(NetFindings findings, double chance)
    {
        foreach (WatchedNet net in findings.Flow.Nets)
            yield return (net.Name, net.Made, FaultsOf(net.History, chance));
        foreach (FitTraining fit in findings.Fits.Trainings)
            yield return (fit.Name, fit.Made, fit.Faults(chance));
    }

    private static IReadOnlyList<string> FaultsOf(TrainingHistory history, double chance) =>
    [
        .. TrainingDiagnoses.Of(new TrainingFacts(history, chance)).Where(finding => finding.Present).Select(finding => finding.Fault),
    ];

    private static string Found(IReadOnlyList<string> faults) => faults.Count == 0 ? "nothing" : string.Join(", ", faults);

    // A net's name begins as its fault does: vanishing, overfit.
    private static MarkdownText Named((string Name, string Made, IReadOnlyList<string> Faults)[] nets)
    {
        (string Name, string Made, IReadOnlyList<string> Faults)[] broken =
            [.. nets.Where(net => net.Name is "vanishing" or "exploding" or "overfit" or "underfit")];
        string[] missed = [.. broken.Where(net => !net.Faults.Any(fault => IsCalledAfter(net.Name, fault))).Select(net => net.Name)];
        return missed.Length == 0
            ? MarkdownText.Of($"They do: in each of the {broken.Length} broken nets they name what was done.")
            : MarkdownText.Of(
                $"In {broken.Length - missed.Length} of {broken.Length} broken nets they name what was done; not in: "
                + $"{string.Join(", ", missed)}.");

        static bool IsCalledAfter(string name, string fault) => fault.StartsWith(name, StringComparison.Ordinal);
    }
}
