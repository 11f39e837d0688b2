using MlMaths.Torch.Doctor;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.NeuralNetDiagnostics.Trainings.Sections;

/// <summary>What was checked before the first step.</summary>
internal static class ChecksSection
{
    public static Section Of(StartExamination examination) => new(
        "What did the checks before the first step say?",
        [
            new Table(
                $"Each check asks what the training does, not how it is written. One that is undecided or was not run says why."
                + $"{Changed(examination)}",
                ["Check", "Result", "What was measured"],
                [.. examination.Checks.Select(Row)]),
        ],
        Conclusion(examination.Diagnosis));

    private const string Asked = "They ask about rows, labels, loss, gradient, first weights and learning rate.";

    /// <summary>One check in a table.</summary>
    public static IReadOnlyList<MarkdownText> Row(CheckResult check) =>
        [MarkdownText.Of($"{check.Asks}"), Word(check.Outcome), MarkdownText.Of($"{check.Why}")];

    private static MarkdownText Changed(StartExamination examination) => examination.WasCutShort
        ? MarkdownText.Of($" As the loss of this training cannot be computed, all but the first look at it with its causes changed.")
        : MarkdownText.Empty;

    private static MarkdownText Word(CheckOutcome outcome) => outcome switch
    {
        CheckOutcome.Passed => MarkdownText.Of($"passed"),
        CheckOutcome.Failed => MarkdownText.Of($"**failed**"),
        CheckOutcome.NotRun => MarkdownText.Of($"not run"),
        CheckOutcome.Undecided => MarkdownText.Of($"undecided"),
    };

    private static MarkdownText Conclusion(StartDiagnosis diagnosis) => diagnosis.Causes is [{ } first, ..]
        ? MarkdownText.Of($"{diagnosis.Counts} {Asked} First of all: {first.Fix}.")
        : MarkdownText.Of($"{diagnosis.Counts} {Asked} Nothing to change was found.");
}
