using MlMaths.Torch.Figures;
using MlMaths.Torch.Portfolio.History;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Portfolio.CompareRuns.Sections;

/// <summary>Each run against the first, on the rows that both judged.</summary>
internal static class PairsSection
{
    public static Section Of(ComparedRuns compared)
    {
        List<Block> blocks =
        [
            new Table(
                "Positive is better, whatever the measure. Only what lies clear of zero is called better or worse.",
                ["Compared", "By", "Test rows of both", "Gain", "95 % interval", "Verdict"],
                [.. compared.Pairs.Select(Row)]),
        ];
        foreach (IGrouping<string, ComparedPair> measure in compared.Pairs.Where(pair => pair.Effect.Gain is { HasEnds: true })
            .GroupBy(pair => pair.Effect.Measure))
        {
            blocks.Add(new FigureBlock(
                IntervalFigure.Draw(
                    $"gains-{measure.Key.ToLowerInvariant().Replace(' ', '-')}", $"gain in {measure.Key} over {compared.Runs[0].Letter}",
                    [.. measure.Select(pair => new NamedInterval(pair.Name, pair.Effect.Gain!))]),
                $"What each run is better by than {compared.Runs[0].Letter}, with its interval; grey where not even the sign is known.")
                .Told());
        }

        if (compared.Pairs.Count(pair => pair.Effect.Gain is { HasEnds: true }) is > 1 and var looks)
        {
            blocks.Add(Callout.Caution(
                $"{looks} comparisons were made, each by an interval of its own: of twenty between equal runs, one looks like a "
                + $"difference by luck."));
        }

        return new Section("Which is better on the same rows?", blocks, Conclusion(compared));
    }

    private static MarkdownText Conclusion(ComparedRuns compared) =>
        MarkdownText.Join(" ", compared.Pairs.Select(pair => MarkdownText.Escaped(pair.Sentence)));

    private static IReadOnlyList<MarkdownText> Row(ComparedPair pair) => pair.Effect.Turn == Turn.NotComparable
        ? [pair.Name, "", "", "", "", $"{pair.Verdict}: {pair.Effect.WhyNot}"]
        :
        [
            pair.Name, pair.Effect.Measure, NumberText.Count(pair.Effect.Rows), pair.Effect.Said!.ValueText, pair.Effect.Said.RangeText,
            pair.Verdict,
        ];
}
