using MlMaths.Torch.Calculus;
using MlMaths.Torch.Figures;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Exercises.Calculus.Sections;

/// <summary>Whether the tutor's word can be trusted.</summary>
internal static class TutorSection
{
    private const int MaxMissed = 8;

    public static Section Of(TutorFindings findings, Measurements measurements)
    {
        TutorTrial[] missed = [.. findings.Trials.Where(trial => !trial.IsFirst)];
        var blocks = new List<Block>
        {
            new Paragraph(
                $"The tutor never reads code. It evaluates a gradient at several points of different shapes and "
                + $"looks for "
                + $"the mistake that leads to exactly the numbers it got: "
                + $"a ratio of −1 everywhere is a wrong sign, one that grows with the rows is a missing 1/n, and a "
                + $"wrong slope "
                + $"or path gives the gradient of a loss in which that slope or path is different. "
                + $"To see how well that works, {findings.Trials.Count} gradients were given one mistake each, "
                + $"written as a person would write them and independent of what the tutor looks for, "
                + $"and {findings.Unknown.Count} more got mistakes that it has no name for."),
            new FigureBlock(
                ConfusionMatrixFigure.Draw(TutorFindings.Classes, findings.Confusion, "tutor-confusion"),
                $"Rows are the true mistake, columns the tutor's first answer; the last of each is “no name”. "
                + $"Off the diagonal lies what it confuses: "
                + $"{findings.Trials.Concat(findings.Unknown).Count() - Diagonal(findings)} of "
                + $"{findings.Trials.Count + findings.Unknown.Count}."),
        };
        if (missed.Length > 0)
        {
            blocks.Add(new Table(
                $"What it did not name "
                + $"first{(missed.Length > MaxMissed ? $", the first {MaxMissed} of {missed.Length}" : "")}.",
                ["Derivation", "Change", "True mistake", "Named as"],
                [.. missed.Take(MaxMissed).Select(trial => (IReadOnlyList<MarkdownText>)[
                    trial.Mutant.Derivation, trial.Mutant.Name, Words(trial.Mutant.Mistakes), Words(trial.Called),
                ])]));
        }
        blocks.Add(Callout.Caution(
            $"Every one of these gradients has one pure mistake that the tutor has a name for, "
            + $"and {findings.ScaledOrTransposed} of the {findings.Trials.Count} are the right numbers scaled or "
            + $"transposed. How often it names what learners really get wrong has not been measured."));
        return new Section("Does the tutor find the mistake?", blocks, Answer(findings, measurements));
    }

    private static MarkdownText Answer(TutorFindings findings, Measurements measurements) => findings.Rejected == 0
        ? MarkdownText.Of(
            $"It names the mistake first in {measurements["tutor.first"]:value} of the cases, and among the first two "
            + $"in {measurements["tutor.first_two"]:value}; of {findings.Right} correct gradients it rejected none. "
            + $"Of the mistakes without a name it left {measurements["tutor.unknown_admitted"]:value} unnamed.")
        : MarkdownText.Of(
            $"It names the mistake first in {measurements["tutor.first"]:value} of the cases, "
            + $"and among the first two in {measurements["tutor.first_two"]:value}; "
            + $"but of {findings.Right} correct gradients it rejected {findings.Rejected}, which must not happen.");

    private static long Diagonal(TutorFindings findings) =>
        Enumerable.Range(0, TutorFindings.Classes.Count).Sum(k => findings.Confusion[k][k]);

    private static string Words(IReadOnlyList<Mistake>? mistakes) =>
        mistakes is null ? "not recognised" : string.Join(" and ", mistakes.Select(MistakeWords.Of));
}
