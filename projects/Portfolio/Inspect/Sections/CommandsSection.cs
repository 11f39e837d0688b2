using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Portfolio.Inspect.Sections;

/// <summary>A command for each program that fits.</summary>
internal static class CommandsSection
{
    public static Section Of(InspectFindings findings) => findings.Commands.Count == 0
        ? new Section(
            "What can be run next?",
            [new Paragraph($"No program fits the file as it stands: a model needs a target and at least one column to learn from.")],
            MarkdownText.Of($"Nothing yet; `--keep COLUMN` takes in a column that was left out."))
        : new Section(
            "What can be run next?",
            [.. findings.Commands.SelectMany(command => (Block[])[new Paragraph(command.Shows), new CodeBlock(command.Line, "text")])],
            MarkdownText.Of($"{Counted.Of(findings.Commands.Count, "program fits", "programs fit")} the file as it is."));
}
