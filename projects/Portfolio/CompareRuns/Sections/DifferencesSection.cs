using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Portfolio.CompareRuns.Sections;

/// <summary>Which runs, and what is not the same in all.</summary>
internal static class DifferencesSection
{
    public static Section Of(ComparedRuns compared)
    {
        List<Block> blocks =
        [
            new Table(
                "The runs, by the letters that this page calls them.", ["Run", "Folder", "Started (UTC)", "Command"],
                [.. compared.Runs.Select(run => (IReadOnlyList<MarkdownText>)
                    [run.Letter, run.Past.Name, MarkdownText.Of($"{run.Past.StartedAt:yyyy-MM-dd HH:mm}"), run.Past.Command])]),
        ];
        if (compared.Differences.Count > 0)
        {
            blocks.Add(new Table(
                "What is not the same in all runs. A default is one that the version of that run had.",
                ["Differs", .. compared.Runs.Select(run => MarkdownText.Escaped(run.Letter))],
                [.. compared.Differences.Select(one => (IReadOnlyList<MarkdownText>)
                    [one.Name, .. one.Values.Select(MarkdownText.Escaped)])]).Told());
        }

        return new Section("What differs?", blocks, compared.Differences.Count == 0
            ? "Nothing: whatever is not equal below was read from a clock, or comes from another machine."
            : MarkdownText.Of($"{Counted.Of(compared.Differences.Count, "thing")}, counting every option by itself."));
    }
}
