using MlMaths.Torch.Doctor;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.NeuralNetDiagnostics.Trainings.Sections;

/// <summary>What is likely to be wrong.</summary>
internal static class CausesSection
{
    public static Section Of(DoctorFindings findings) => new(
        "What is wrong, and what should be changed?",
        findings.Diagnosis.IsHealthy
            ? [new Paragraph($"No check failed. {DiagnosisLines.NotJudged}")]
            :
            [
                new Paragraph(
                    $"The likely causes, what lies upstream first: data, labels, loss and output, initial weights, learning rate and "
                    + $"rule, capacity. Change the first, and look again: the others may be its consequences. {Tried(findings)}"),
                new Table(
                    $"What to change, and what was measured.",
                    ["To change", "Cause", "Status", "What was measured"],
                    [.. findings.Diagnosis.Causes.Select(cause => Row(findings, cause))]),
            ],
        findings.Diagnosis.Causes is [{ } first, ..]
            ? MarkdownText.Of($"First of all: {first.Fix}.")
            : MarkdownText.Of($"Nothing was found before the first step."));

    private static IReadOnlyList<MarkdownText> Row(DoctorFindings findings, Cause cause) =>
    [
        MarkdownText.Of($"{cause.Fix}"), MarkdownText.Of($"{cause.Id.Replace('_', ' ')}"),
        MarkdownText.Of($"{DiagnosisLines.Word(findings.StatusOf(cause))}"), MarkdownText.Of($"{findings.EvidenceOf(cause)}"),
    ];

    private static MarkdownText Tried(DoctorFindings findings) => findings.Confirmations.Count == 0
        ? MarkdownText.Of($"They are suspected: `--confirm` tries each of them out in second trainings.")
        : MarkdownText.Of($"Each was tried out in {Confirmation.Pairs} pairs of trainings of the same seed, with the smallest change that "
            + $"takes the fault away: confirmed where it helped in all of them and by enough to matter, harmless where it did nothing. A "
            + $"leak is not tried: where validation rows took part, their loss says nothing.");
}
