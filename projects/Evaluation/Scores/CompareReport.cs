using MlMaths.Torch.EvaluationPack.Scores.Sections;
using MlMaths.Torch.Figures;
using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.EvaluationPack.Scores;

/// <summary>What the page about a comparison says.</summary>
internal static class CompareReport
{
    public static ProjectResult Of(ComparedScores compared)
    {
        Measurements measurements = CompareMeasurements.Of(compared);
        ScoredPair pair = compared.Main;
        List<Block> blocks =
        [
            .. MetricsSection.TrainingRows(pair.First.Table),
            .. ScoreRemarks.Of(pair.First.Table, compared.Models),
            new Paragraph(
                $"{pair.First.Why} All models scored the same {pair.First.Labels.Length:#,0} rows of "
                + $"*{pair.First.Table.Name}*{MetricsSection.LeftOut(pair.First.Table)}, so what is hard for one and for the other "
                + $"cancels: the "
                + $"interval of a difference says more than two intervals side by side. "
                + $"A positive gain is better.{Grouped(pair)}"),
            new FigureBlock(
                IntervalFigure.Draw("gains", $"gain in {compared.Metric.Label}", [.. compared.Pairs.Select(one => new NamedInterval(
                    $"{one.Second.Column} against {one.First.Column}", one.Gain))]),
                $"Gains with 95 % intervals, paired by row. Where one includes 0, it is not enough to say which of "
                + $"the two is better."),
            new Table(
                $"The method stands with the numbers at the end of the page. Holm's p-values correct for asking "
                + $"{Counted.Of(compared.Pairs.Count, "time")}.",
                ["Pair", "Gain", "p-value", "Holm"],
                [.. compared.Pairs.Select((one, i) => (IReadOnlyList<MarkdownText>)[
                    Name(one), Cells.With(one.Gain), PValueText.Of(one.PValue), PValueText.Of(compared.Adjusted[i]),
                ])]),
            .. Calls(compared),
            .. HolmRemark.Of([.. compared.Pairs.Select((one, i) => (one.Verdict, compared.Adjusted[i]))]),
        ];
        if (compared.Pairs.Count > 1)
            blocks.Add(new Paragraph($"Pair by pair: {string.Join(" ", compared.Pairs.Select(one => one.Verdict.Sentence))}"));
        var section = new Section("Which model is better?", blocks, MarkdownText.Of($"{pair.Verdict.Sentence}"));
        return new ProjectResult(
            new Report(
                "Which model is better?",
                    MarkdownText.Of($"{ScoreRemarks.Before(pair.First.Table)}{GroupCautions.Before(pair.First)}{pair.Verdict.Sentence}"),
                [section, Models(compared, measurements)]),
            measurements, new CvLines())
        {
            Headline = ["gain", "p_value"],
            Spoken =
            [
                .. SpokenTable.Of([.. measurements]), "", .. ScoreRemarks.Lines(pair.First.Table, compared.Models),
                .. GroupCautions.Lines(pair.First.GroupLike),
                .. compared.Pairs.Select(one => one.Verdict.Sentence),
            ],
            Documents = [new("statistics.json", Statistics(compared)), new(
                "metrics.json", compared.Models.ToDictionary(model => model.Column,
                    model => MetricWords.All.ToDictionary(words => words.Id, words => model.Intervals[words.Metric])))],
        };
    }

    private static Section Models(ComparedScores compared, Measurements measurements)
    {
        (ScoredPair pair, string metric) = (compared.Main, compared.Metric.Label);
        return new(
            "How good is each by itself?",
            [new Table(
                $"{metric} with 95 % intervals. Overlapping intervals do not mean that two models are equally good.",
                ["Model", metric], [.. compared.Models.Select(model => (IReadOnlyList<MarkdownText>)[
                    MarkdownText.Of($"{model.Column}"),
                    Cells.With(model.Intervals[compared.Metric.Metric]),
                ])])],
            MarkdownText.Of(
                $"{pair.First.Column}: {measurements[$"model.1.{compared.Metric.Id}"]}; {pair.Second.Column}: "
                + $"{measurements[$"model.2.{compared.Metric.Id}"]}."));
    }

    private static MarkdownText Grouped(ScoredPair pair) => pair.First.Groups is { } groups
        ? MarkdownText.Of(
            $" Rows of one of the {groups.Count:#,0} groups (`--group`) are one piece of evidence: it is groups that vary.")
        : MarkdownText.Empty;

    private static MarkdownText Name(ScoredPair pair) => MarkdownText.Of($"{pair.Second.Column} against {pair.First.Column}");

    private static IEnumerable<Block> Calls(ComparedScores compared)
    {
        ScoredPair[] called = [.. compared.Pairs.Where(pair => pair.Calls is not null)];
        if (called.Length == 0)
            yield break;
        yield return called[0].First.Groups is null
            ? new Table(
                $"Predictions at the threshold: McNemar's test looks at the rows where just one of the two is right.",
                ["Pair", "Only the second right", "Only the first", "Accuracy, difference", "Exact p", "Mid-p"],
                [.. called.Select(pair => (IReadOnlyList<MarkdownText>)
                    [.. Counted(pair), PValueText.Of(pair.Calls!.PValue), PValueText.Of(pair.Calls.MidPValue)])])
            : new Table(
                $"Predictions at the threshold, where just one of the two is right. The p-value is of groups; McNemar's, of rows, "
                + $"would be too small.",
                ["Pair", "Only the second right", "Only the first", "Accuracy, difference", "p-value"],
                [.. called.Select(pair => (IReadOnlyList<MarkdownText>)[.. Counted(pair), PValueText.Of(pair.Accuracy!.PValue)])]);

        static IEnumerable<MarkdownText> Counted(ScoredPair pair) =>
        [
            Name(pair), $"{pair.Calls!.OnlySecondRight:#,0}", $"{pair.Calls.OnlyFirstRight:#,0}", Cells.With(pair.Accuracy!.Gain),
        ];
    }

    private static object[] Statistics(ComparedScores compared) => [.. compared.Pairs.Select(object (pair, i) => new
    {
        First = pair.First.Column,
        Second = pair.Second.Column,
        Metric = compared.Metric.Id,
        pair.Gain,
        pair.PValue,
        HolmPValue = compared.Adjusted[i],
        Groups = pair.First.Groups?.Count,
        McNemar = pair.Calls is null
            ? null
            : new
            {
                pair.Calls.OnlySecondRight,
                pair.Calls.OnlyFirstRight,
                pair.RowByRow?.PValue,
                pair.RowByRow?.MidPValue,
            },
        AccuracyDifference = pair.Accuracy?.Gain,
        pair.Rope,
        Verdict = pair.Verdict.Sentence,
        pair.Verdict.Evidence,
        SmallestShown = pair.Verdict.SmallestShown?.Change,
    })];
}
