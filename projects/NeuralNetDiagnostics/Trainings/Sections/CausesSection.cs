using MlMaths.Torch.Doctor;
using MlMaths.Torch.Figures;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.NeuralNetDiagnostics.Trainings.Sections;

/// <summary>What is likely to be wrong.</summary>
internal static class CausesSection
{
    public static Section Of(DoctorFindings findings) => new(
        "What is wrong, and what should be changed?",
        findings.Examination.IsHealthy
            ? [new Paragraph($"No check failed. {findings.RatesWords} {DiagnosisLines.NotJudged}")]
            :
            [
                new Paragraph($"{Order(findings.Causes.Count)} {Tried(findings)}"),
                new Table(
                    $"What to change, and what was measured.",
                    ["To change", "Cause", "Status", "What was measured"],
                    [.. findings.Causes.Select(cause => Row(findings, cause))]).Told(),
                .. findings.EffectWords is { } effect ? [new Paragraph(MarkdownText.Of($"{effect}"))] : Array.Empty<Block>(),
                .. Compared(findings),
                new Paragraph(MarkdownText.Of($"{findings.RatesWords}")),
            ],
        findings.Examination.IsStillLearning ? MarkdownText.Of($"{DiagnosisLines.StillLearning}")
        : findings.Examination.IsHarmless ? MarkdownText.Of($"{findings.EffectWords}")
        : findings.Causes is [{ } first, ..]
            ? MarkdownText.Of($"First of all: {first.Fix}.")
            : MarkdownText.Of($"Nothing was found."));

    private static string Order(int causes) => causes == 1
        ? "One likely cause was found."
        : "The likely causes, what lies upstream first: data, labels, loss and output, initial weights, learning rate and rule, capacity, "
            + "regularisation, length. "
            + "Change the first, and look again: the others may be its consequences.";

    private static IReadOnlyList<MarkdownText> Row(DoctorFindings findings, Cause cause) =>
    [
        MarkdownText.Of($"{cause.Fix}"), MarkdownText.Of($"{cause.Id.Replace('_', ' ')}"),
        MarkdownText.Of($"{DiagnosisLines.Word(findings.StatusOf(cause))}"), MarkdownText.Of($"{findings.EvidenceOf(cause)}"),
    ];

    private static IEnumerable<Block> Compared(DoctorFindings findings) => findings.BeforeAndAfter is { } picture
        ? [new FigureBlock(
            CourseFigure.Draw("before-and-after", picture),
            $"The validation loss of the training as it is, and with the first change that was confirmed, of the same seed.").Told()]
        : [];

    private static MarkdownText Tried(DoctorFindings findings) => findings.Confirmations.Count == 0
        ? MarkdownText.Of($"Nothing was tried out yet: `--confirm` does that, in second trainings.")
        : findings.Confirmations.All(one => !one.WasTried)
            ? MarkdownText.Of($"{(findings.Confirmations.Count == 1 ? "It could not" : "None of them could")} be tried out; "
                + $"the table says why.")
        : MarkdownText.Of($"{Those(findings)} in {Confirmation.Pairs} pairs of trainings of the same seed, with the smallest change that "
            + $"takes the fault away: confirmed where it helped in all of them and by enough to matter, harmless where it did nothing.");

    private static string Those(DoctorFindings findings) => findings.Confirmations.Count(one => one.WasTried) switch
    {
        var tried when tried < findings.Confirmations.Count => $"{tried} of {findings.Confirmations.Count} could be tried out",
        1 => "It was tried out",
        _ => "Each was tried out",
    };
}
