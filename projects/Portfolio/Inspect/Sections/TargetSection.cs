using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Portfolio.Inspect.Sections;

/// <summary>What the likely target asks for, and which columns give it away.</summary>
internal static class TargetSection
{
    private const int MostClasses = 12;
    private const string Question = "What could be predicted, and what gives it away?";

    public static Section Of(InspectFindings findings)
    {
        if (findings is not { Target: { } target, Overview.Target: { } likely })
        {
            return new Section(
                Question, [new Paragraph($"No column looks like a target. Name one with `--target COLUMN`.")],
                MarkdownText.Of($"Nothing, as it stands: `pca` needs no target."));
        }

        string name = target.Rows.TargetName!;
        List<Block> blocks =
        [
            new Paragraph(likely.IsAsked ? MarkdownText.Of($"**{name}** is the target.") : MarkdownText.Of(
                $"**{name}** was taken for the target, because {likely.Why}; `--target COLUMN` says otherwise.")),
        ];
        if (!target.IsNumber)
        {
            blocks.Add(new Table(
                $"The classes of {name}, in {Counted.Rows(findings.RowsLookedAt)}"
                + $"{(target.Classes.Count > MostClasses ? $": the first {MostClasses} of {target.Classes.Count}" : "")}.",
                ["Class", "Rows"],
                [.. target.Classes.Take(MostClasses).Select(one => (IReadOnlyList<MarkdownText>)[one.Key, $"{one.Value}"])]));
        }

        blocks.AddRange(LeakCallouts.Of(findings.Leaks));
        int found = findings.Leaks.Count(leak => leak.Status == LeakageStatus.Found);
        return new Section(
            Question, blocks,
            found > 0 ? MarkdownText.Of($"{Counted.Of(found, "formula gives", "formulas give")} it away exactly.")
            : findings.Leaks.Count > 0 ? MarkdownText.Of($"Nothing gives it away exactly; {Counted.Of(findings.Leaks.Count, "column")} "
                + $"may.")
            : MarkdownText.Of($"Nothing was found that gives it away."));
    }
}
