using MlMaths.Torch.Diagnosis;
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
        ShownNet[] nets = [.. Shown(findings, chance)];
        return new Section(
            "What next?",
            [
                new Paragraph(
                    $"The same rules read the record of every training: losses, gradient norms and dead units in, "
                    + $"faults out. First: do they find what was broken on purpose?"),
                new Table(
                    $"Each net of the sections above, and the faults that the rules found in its record.",
                    ["Net", "How it was broken", "Found"],
                    [.. nets.Select(net => (IReadOnlyList<MarkdownText>)[net.Name, net.Made, Found(net.Faults)])]),
                new Paragraph($"{Named(nets)}"),
                .. Beyond(nets),
                new Paragraph($"Then the final net:"),
                new Table(
                    $"The faults looked for, with what was measured.",
                    ["Fault", "Present?", "Evidence"],
                    [.. diagnoses.Select(finding => (IReadOnlyList<MarkdownText>)[
                        finding.Fault, finding.Present ? MarkdownText.Of($"**yes**") : "no", finding.Evidence,
                    ])]),
                .. findings.Test.IsCostlierThanValidation && faults.Length == 0
                    ? [new Paragraph($"These rules read the losses of training and validation rows alone.")]
                    : Array.Empty<Block>(),
                new Paragraph($"What follows from that, the most promising first:"),
                new Bullets(next),
            ],
            faults switch
            {
                [var worst, ..] => MarkdownText.Of(
                    $"Found in the final training: {string.Join(", ", faults.Select(fault => fault.Fault))}. {First(worst)}"),
                [] when findings.Test.IsCostlierThanValidation => MarkdownText.Of(
                    $"The rules find no fault; but on test rows the loss is {measurements["test.log_loss"]}, more than on validation "
                    + $"rows, and by more than chance."),
                _ => MarkdownText.Of(
                    $"The rules find no fault in the final training; what is left to gain is in the rows it gets wrong."),
            });
    }

    private static MarkdownText Advice(Finding finding) =>
        $"**{Capital.First(finding.Fault)}.** {finding.Evidence} Try: {string.Join("; ", finding.Fixes)}.";

    private static MarkdownText First(Finding finding) => $"Start here: {finding.Fixes[0]}.";

    // A net of the sections above: its name begins as the fault does that was made in it, vanishing or overfit.
    private sealed record ShownNet(string Name, string Made, IReadOnlyList<Finding> Faults)
    {
        public bool IsBroken => Name is "vanishing" or "exploding" or "overfit" or "underfit";

        public bool IsCalledAfter(Finding fault) => fault.Fault.StartsWith(Name, StringComparison.Ordinal);
    }

    private static IEnumerable<ShownNet> Shown(NetFindings findings, double chance) =>
    [
        .. findings.Flow.Nets.Select(net => new ShownNet(net.Name, net.Made, FaultsOf(new TrainingFacts(net.History, chance)))),
        .. findings.Fits.Trainings.Select(fit => new ShownNet(fit.Name, fit.Made, FaultsOf(fit.Facts(chance)))),
    ];

    private static IReadOnlyList<Finding> FaultsOf(TrainingFacts facts) =>
        [.. TrainingDiagnoses.Of(facts).Where(finding => finding.Present)];

    private static string Found(IReadOnlyList<Finding> faults) =>
        faults.Count == 0 ? "nothing" : string.Join(", ", faults.Select(fault => fault.Fault));

    private static MarkdownText Named(ShownNet[] nets)
    {
        ShownNet[] broken = [.. nets.Where(net => net.IsBroken)];
        string[] missed = [.. broken.Where(net => !net.Faults.Any(net.IsCalledAfter)).Select(net => net.Name)];
        return missed.Length == 0
            ? MarkdownText.Of($"They do: in each of the {broken.Length} broken nets they name what was done.")
            : MarkdownText.Of(
                $"In {broken.Length - missed.Length} of {broken.Length} broken nets they name what was done; not in: "
                + $"{string.Join(", ", missed)}.");
    }

    // A rule that finds more than was done is right or wrong by its numbers, so they stand beside it.
    private static IEnumerable<Block> Beyond(ShownNet[] nets)
    {
        MarkdownText[] more = [.. nets.SelectMany(net => net.Faults.Where(fault => !net.IsCalledAfter(fault)).Select(fault =>
            MarkdownText.Of($"**{net.Name}, {fault.Fault}:** {fault.Evidence}")))];
        if (more.Length == 0) yield break;
        yield return new Paragraph($"Beyond what was done they find, with what was measured:");
        yield return new Bullets(more);
    }
}
