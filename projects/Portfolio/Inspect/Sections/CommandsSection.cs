using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Portfolio.Inspect.Sections;

/// <summary>A command for each program that fits.</summary>
internal static class CommandsSection
{
    public static Section Of(InspectFindings findings) => findings.Commands.Count == 0
        ? new Section(
            "What can be run next?",
            [],
            MarkdownText.Of($"Nothing yet: {findings.WhyNoCommand}."))
        : new Section(
            "What can be run next?",
            [
                .. LeftOut(findings),
                .. findings.Commands.SelectMany(command => (Block[])[new Paragraph(command.Shows), new CodeBlock(command.Line, "text")]),
                .. findings.AskedMissing is { } values
                    ? [new Paragraph($"If what was asked about means “missing”, add this to each of them:"),
                        new CodeBlock($"--missing-value {Quoted.Typed(values)}", "text")]
                    : (Block[])[],
            ],
            MarkdownText.Of($"{Counted.Of(findings.Commands.Count, "program fits", "programs fit")} the file as it is."));

    private static IEnumerable<Block> LeftOut(InspectFindings findings)
    {
        if (!findings.Leaking.AreLeftOut) yield break;
        string[] formulas = [.. findings.Leaks.Where(leak => leak.Status == LeakageStatus.Found).Select(leak => leak.Formula)];
        yield return new Paragraph(
            $"A model that is trained leaves out {Quoted.List([.. findings.Leaking.Columns.Select(column => column.Name)])}, since the "
            + $"target follows from {(findings.Leaking.Columns.Count == 1 ? "it" : "them")}: {string.Join("; ", formulas)}.");
    }
}
