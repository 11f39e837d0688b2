using MlMaths.Torch.Probability;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.ImbalancedDecision.Sections;

/// <summary>Which model ranks best, and what rebalancing does to that.</summary>
internal static class ModelsSection
{
    public static Section Of(DecisionFindings findings)
    {
        TestFindings test = findings.OnTest;
        string positive = findings.Data.Target.PositiveWords;
        return new Section(
            "Which model ranks best, and does rebalancing help?",
            [
                .. LeakCallouts.Of(findings.Leaks),
                new Paragraph(
                    $"Three questions that are easily confused. **Ranking**: does a row with {positive} score above "
                    + $"the others? **Calibration**: of rows given 3 %, do 3 % turn out to be {positive}? "
                    + $"**Decision**: "
                    + $"at which probability does flagging a row pay? The first is asked here, of six models: "
                    + $"a straight line and a small net, each *plain*, with positives *weighted* until both classes "
                    + $"count alike, and *resampled*, with negatives left out until both classes are alike."),
                new Table(
                    $"On {findings.Test.Count} test rows, {findings.Test.Positives} of them with {positive}. “Shown” "
                    + $"is the share of positives that the model was shown; of {findings.Data.Training.Count:#,0} training rows every "
                    + $"{Candidates.LearningRows.StoppingEvery}th says when to stop learning. ROC AUC with 95 % DeLong intervals.",
                    ["Model", "Learnt from", "Shown", "ROC AUC", "Average precision"],
                    [.. test.Models.Select(Row)]),
                new Table(
                    $"The same rows, pair by pair: rows that are hard for one are hard for the other, "
                    + $"so the difference is known more precisely than either number.",
                    ["Pair", "ROC AUC, difference", "Average precision, difference"],
                    [.. test.Pairs.Select(Row)]),
                new Paragraph($"**{findings.Choice.Name}** was chosen to decide, on validation rows alone."),
            ],
            Conclusion(findings));
    }

    private static IReadOnlyList<MarkdownText> Row(JudgedModel judged) =>
    [
        judged.Model.Name, MarkdownText.Of($"{judged.Model.Rows:#,0} rows"), MarkdownText.Of($"{judged.Model.BaseRate:0.###}"),
        With(judged.RocArea), MarkdownText.Of($"{judged.AveragePrecision:0.000}"),
    ];

    private static IReadOnlyList<MarkdownText> Row(ModelPair pair) =>
        [MarkdownText.Of($"{pair.First.Name} less {Short(pair)}"), With(pair.RocArea), With(pair.AveragePrecision)];

    /// <summary>What differs, where the rest is the same.</summary>
    private static string Short(ModelPair pair) =>
        pair.First.Kind == pair.Second.Kind ? pair.Second.Rebalancing.ToString().ToLowerInvariant() : pair.Second.Name;

    private static MarkdownText With(Interval interval) => interval switch
    {
        { Low: 0, High: 0 } => MarkdownText.Of($"{interval.Value:0.000} (both rank alike)"),
        { Value: double value, Low: double low, High: double high } => MarkdownText.Of($"{value:0.000} ({low:0.000} to {high:0.000})"),
        { Value: double value } => MarkdownText.Of($"{value:0.000}"),
        _ => MarkdownText.Of($"not defined ({interval.WhyUndefined})"),
    };

    private static MarkdownText Conclusion(DecisionFindings findings)
    {
        ModelPair[] rebalanced = [.. findings.OnTest.Pairs.Where(pair => pair.First.Kind == pair.Second.Kind)];
        int better = rebalanced.Count(pair => pair.AveragePrecision.Low > 0),
            worse = rebalanced.Count(pair => pair.AveragePrecision.High < 0);
        ModelPair net = findings.OnTest.Pairs[0];
        MarkdownText kinds = net.AveragePrecision switch
        {
            { Low: > 0 } => MarkdownText.Of($"The net ranks better than the straight line: it sees combinations of columns."),
            { High: < 0 } => MarkdownText.Of($"The straight line ranks better than the net here."),
            _ => MarkdownText.Of(
                $"It is {NotEnough.ToSay(net.AveragePrecision, "whether the net ranks better than the straight line")}."),
        };
        MarkdownText rebalancing = (better, worse) switch
        {
            (0, 0) => MarkdownText.Of(
                $"In none of the {rebalanced.Length} comparisons does rebalancing show a gain or a "
                + $"loss in average precision."),
            (0, _) => MarkdownText.Of(
                $"Rebalancing shows no gain in average precision, and a loss in {worse} of {rebalanced.Length} "
                + $"comparisons: it changes the probabilities, and what those need is a threshold, not rebalancing."),
            (_, 0) => MarkdownText.Of(
                $"Rebalancing shows a gain in average precision in {better} of {rebalanced.Length} comparisons here."),
            _ => MarkdownText.Of(
                $"Rebalancing shows a gain in average precision in {better} and a loss in {worse} of "
                + $"{rebalanced.Length} comparisons."),
        };
        return MarkdownText.Of($"{kinds} {rebalancing}");
    }
}
