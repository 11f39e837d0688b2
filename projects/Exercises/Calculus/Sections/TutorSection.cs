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
        TutorConfusion confusion = findings.Confusion;
        var blocks = new List<Block>
        {
            new Paragraph(
                $"The tutor never reads code. It evaluates a gradient at several points of different shapes and looks for an edit "
                + $"of the right derivation (a factor left out, another letter of the same shape, a sum along the other axis, "
                + $"a loop that skips a row) that leads to exactly the numbers it got, one edit or two. The name of the mistake and "
                + $"the term to look at come from the edit. To see how well that works, {findings.Trials.Count} gradients were given "
                + $"one mistake each and {findings.Pairs.Count} two, written as code, and {findings.Unknown.Count} more got mistakes "
                + $"that it has no name for."),
            new FigureBlock(
                ConfusionMatrixFigure.Draw(confusion.Classes, confusion.Counts, "tutor-confusion"), Caption(confusion)).Told(),
        };
        if (missed.Length > 0)
        {
            blocks.Add(new Table(
                $"What it did not name "
                + $"first{(missed.Length > MaxMissed ? $", the first {MaxMissed} of {missed.Length}" : "")}.",
                ["Derivation", "Change", "True mistake", "Named as"],
                [.. missed.Take(MaxMissed).Select(trial => (IReadOnlyList<MarkdownText>)[
                    trial.Mutant.Derivation, trial.Mutant.Name, Words(trial.Mutant.Truth.Select(names => names[0])), Words(trial.Called),
                ])]));
        }
        blocks.Add(Callout.Caution(
            $"These mistakes are ours: whoever wrote the tutor's rules wrote them, too. Every second derivation was closed while the "
            + $"rules were written: there it names "
            + $"{measurements["tutor.first_closed"].OfCount(findings.Trials.Count(trial => trial.IsClosed))} first, and on the others "
            + $"{measurements["tutor.first_open"].OfCount(findings.Trials.Count(trial => !trial.IsClosed))}."));
        blocks.Add(new Paragraph(
            $"Two rules came later, from answers that others had written: the branch of a maximum, which one closed derivation alone has "
            + $"(cosine similarity), and the value of the row before."));
        blocks.AddRange(Reported(findings, measurements));
        return new Section("Does the tutor find the mistake?", blocks, Answer(findings, measurements));
    }

    private static IEnumerable<Block> Reported(TutorFindings findings, Measurements measurements)
    {
        ReportedTrial[] missed = [.. findings.Reported.Where(one => !one.Trial.IsFirst)];
        int derivations = findings.Reported.Select(one => one.Report.Mutant.Derivation).Distinct().Count();
        yield return new Paragraph(
            $"And what do other people get wrong? {Counted.Of(findings.Reported.Count, "slip")} that were reported in public repositories "
            + $"({findings.Reported.Select(one => one.Report.Report).Distinct().Count()} reports) were written into {derivations} of the "
            + $"derivations, with the names that fit them, before the tutor was asked. Of these it names "
            + $"{measurements["tutor.reported_first"].OfCount(findings.Reported.Count)} first. They were found by a search for wrong "
            + $"gradients, so a slip that nobody reports is not among them.");
        if (missed.Length == 0) yield break;
        yield return new Table(
            $"Reported slips that it did not name first.", ["Report", "Derivation", "What was done", "Named as"],
            [.. missed.Select(one => (IReadOnlyList<MarkdownText>)[
                one.Report.Report, one.Report.Mutant.Derivation, one.Report.Mutant.Name, Words(one.Trial.Called),
            ])]);
    }

    private static MarkdownText Answer(TutorFindings findings, Measurements measurements) => findings.Rejected == 0
        ? MarkdownText.Of(
            $"It names the mistake first in {measurements["tutor.first"].OfCount(findings.Trials.Count, "cases")}, and among the first "
            + $"two in {measurements["tutor.first_two"].OfCount(findings.Trials.Count)}; of {findings.Right} correct gradients it "
            + $"rejected none. Of the mistakes without a name it left "
            + $"{measurements["tutor.unknown_admitted"].OfCount(findings.Unknown.Count)} unnamed.")
        : MarkdownText.Of(
            $"It names the mistake first in {measurements["tutor.first"].OfCount(findings.Trials.Count, "cases")}, "
            + $"and among the first two in {measurements["tutor.first_two"].OfCount(findings.Trials.Count)}; "
            + $"but of {findings.Right} correct gradients it rejected {findings.Rejected}, which must not happen.");

    private static MarkdownText Caption(TutorConfusion confusion) =>
        $"Rows are the true mistake, columns the tutor's first answer. The {confusion.OtherKinds} kinds whose mistakes were all named "
        + $"first are drawn as one, “other kinds”, and its column also takes an answer of two names at once; “no name” are "
        + $"mistakes that have none, and answers without one. Off the diagonal lies what it confuses: {confusion.Confused} of "
        + $"{confusion.Total}.";

    private static string Words(IEnumerable<Mistake>? mistakes) =>
        mistakes is null ? "not recognised" : string.Join(" and ", mistakes.Select(MistakeWords.InATable));
}
