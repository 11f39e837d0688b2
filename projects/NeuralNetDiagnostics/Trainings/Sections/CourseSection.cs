using MlMaths.Torch.Doctor;
using MlMaths.Torch.Figures;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.NeuralNetDiagnostics.Trainings.Sections;

/// <summary>How the training went, beside what is possible on the same rows.</summary>
internal static class CourseSection
{
    public static Section Of(DoctorFindings findings)
    {
        CourseExamination course = findings.Examination.Course;
        return new(
            "How did the training go, and what is possible on these rows?",
            [
                .. Curves(course),
                new Table(
                    $"What was asked of the training as it is. A symptom that something upstream explains points at that.",
                    ["Check", "Result", "What was measured"], [.. course.Checks.Select(ChecksSection.Row)]),
            ],
            Conclusion(course));
    }

    private static IEnumerable<Block> Curves(CourseExamination course)
    {
        if (course.Picture is not { } picture) yield break;
        yield return new FigureBlock(
            CourseFigure.Draw("course", picture),
            $"Mean loss of a row after each epoch, with nothing dropped and without penalty. The level lines are the answer that is the "
            + $"same for every row, a straight map and a net with settings that are known to train well, each at its best epoch.").Told();
        if (course.Gradients.Count > 0)
        {
            yield return new FigureBlock(
                TrainingCurvesFigure.Draw("layer-gradients", "length of the gradient", course.Gradients),
                $"The gradient of each layer's weights before each step. A first layer far below the last hardly learns.");
        }

        if (course.Updates.Any(layer => layer.Values.Count > 0))
        {
            yield return new FigureBlock(
                TrainingCurvesFigure.Draw("layer-updates", "step, as a share of the weights", course.Updates),
                $"How far steps move the weights of each layer. A net that trains well is often near a thousandth.");
        }
    }

    private static MarkdownText Conclusion(CourseExamination course) =>
        course.Checks.Where(check => check.Outcome == CheckOutcome.Failed).Select(check => check.Why).FirstOrDefault() is { } symptom
            ? MarkdownText.Of($"{symptom}")
            : course.Checks.All(check => check.Outcome == CheckOutcome.NotRun)
                ? MarkdownText.Of($"{course.Checks[0].Why}")
            : MarkdownText.Of($"The course shows no symptom.");
}
