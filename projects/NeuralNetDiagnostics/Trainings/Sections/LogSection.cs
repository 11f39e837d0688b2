using MlMaths.Torch.Doctor;
using MlMaths.Torch.Figures;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.NeuralNetDiagnostics.Trainings.Sections;

/// <summary>What a log shows.</summary>
internal static class LogSection
{
    /// <summary>What may be behind it.</summary>
    public static Section Causes(LogExamination examination) => new(
        "What is wrong, and what should be changed?",
        examination.IsHealthy
            ? [new Paragraph($"No check failed. {LogExamination.NotJudged}")]
            :
            [
                new Paragraph($"A curve shows that something is wrong, and seldom what. The table lists what is likely to be behind it; "
                    + $"nothing was tried out, as a log cannot be trained again."),
                new Table(
                    $"What to change, and what was seen.", ["To change", "Candidate", "Status", "What was seen"],
                    [.. examination.Causes.Select(Row)]).Told(),
            ],
        examination.IsStillLearning ? MarkdownText.Of($"{DiagnosisLines.StillLearning}")
        : examination.Causes is [{ } first, ..] ? MarkdownText.Of($"{first.Evidence} First of all: {first.Fix}.")
        : MarkdownText.Of($"Nothing was found."));

    /// <summary>The curves.</summary>
    public static Section Curves(LogExamination examination) => new(
        "How did the training go?",
        [
            new FigureBlock(
                examination.IsAboveZero
                    ? CourseFigure.Draw("log", examination.Picture)
                    : TrainingCurvesFigure.Draw("log", "loss", examination.Picture.Curves, logarithmic: false),
                $"The losses of the log, as it has them.").Told(),
        ],
        MarkdownText.Of($"{examination.Log.ReadAs}"));

    /// <summary>What was asked.</summary>
    public static Section Checks(LogExamination examination) => new(
        "What was asked of the log?",
        [
            new Table(
                $"Each check is held against the noise of the curve itself. One that was not run says what to log.",
                ["Check", "Result", "What was seen"], [.. examination.Checks.Select(ChecksSection.Row)]),
        ],
        MarkdownText.Of($"{examination.Counts}"));

    private static IReadOnlyList<MarkdownText> Row(Cause cause) =>
    [
        MarkdownText.Of($"{cause.Fix}"), MarkdownText.Of($"{cause.Id.Replace('_', ' ')}"),
        MarkdownText.Of($"{DiagnosisLines.Word(CauseStatus.Suspected)}"), MarkdownText.Of($"{cause.Evidence}"),
    ];
}
