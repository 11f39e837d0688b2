using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Portfolio.Inspect.Sections;

/// <summary>What should be looked at before anything is trained.</summary>
internal static class RemarksSection
{
    public static Section Of(InspectFindings findings)
    {
        IReadOnlyList<string> lines = RemarkLines.Of(findings);
        return new Section(
            "What should be looked at first?",
            lines.Count == 0
                ? [new Paragraph($"Nothing: no suspicious number, no identifier, no equal rows, nothing that gives the target away.")]
                : [new Bullets([.. lines.Select(MarkdownText.Escaped)])],
            lines.Count == 0 ? MarkdownText.Of($"Nothing in particular.") : MarkdownText.Of(
                $"{Counted.Of(lines.Count, "remark")}; only a person who knows how the file came about can settle them."));
    }
}
