using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.EvaluationPack.Leakage;

/// <summary>What rows that belong together do to one's own score.</summary>
internal static class FlatteryBlocks
{
    /// <summary>A table and what it says.</summary>
    public static IReadOnlyList<Block> Of(IReadOnlyList<TwinFlattery> all)
    {
        MarkdownText sample = all.FirstOrDefault(one => one.IsSample) is { } some
            ? MarkdownText.Of($" A sample of {some.Rows:#,0} rows was scored, drawn by clusters.")
            : MarkdownText.Empty;
        return
        [
            new Table(
                $"The same rows, scored in random folds and in folds that keep together what "
                + $"belongs together; each row has the mean of its scores over four assignments to folds. "
                + $"Differences are paired by row; their 95 % intervals allow for the variation of clusters and of "
                + $"folds.{sample}",
                ["What belongs together", "Model", "Random folds", "Kept together", "Looks better by"],
                [.. all.Select(one => (IReadOnlyList<MarkdownText>)
                    [Cause(one.Kind), one.Model, $"{one.Areas.First:0.000}", $"{one.Areas.Second:0.000}", Difference(one)])]),
            new Paragraph(Verdict(all)),
        ];
    }

    private static string Cause(LeakageKind kind) => kind switch
    {
        LeakageKind.Duplicates => "equal rows",
        LeakageKind.NearDuplicates => "equal and nearly equal rows",
        LeakageKind.GroupLike => "values that look like groups",
        _ => "groups",
    };

    private static MarkdownText Difference(TwinFlattery one) =>
        one.Areas.Difference is { Low: double low, High: double high, Value: double value }
            ? MarkdownText.Of($"{value:0.000} ({low:0.000} to {high:0.000})")
            : MarkdownText.Of($"{one.Areas.Difference.Value:0.000} (no interval: {one.Areas.Difference.WhyUndefined})");

    // Of several, the one that would have shown least.
    private static Interval Widest(IReadOnlyList<TwinFlattery> all) =>
        all.Select(one => one.Areas.Difference).MaxBy(difference => SmallestShown.Of(difference)?.Change ?? 0)!;

    private static MarkdownText Verdict(IReadOnlyList<TwinFlattery> all)
    {
        TwinFlattery[] flattered = [.. all.Where(one => one.Areas.Difference.Low > 0)];
        return flattered.Length == 0
            ? MarkdownText.Of(
                $"On these rows random folds raise no model's ROC area by more than chance: that is "
                + $"{NotEnough.ToSay(Widest(all), "whether they flatter at all", "rise")}. "
                + $"With a model that memorises more, or with more copies, they might.")
            : MarkdownText.Of(
                $"Random folds raise "
                + $"{Counted.Of(flattered.Length, "of these scores", "of these scores")} beyond chance: "
                + $"where rows do belong together, believe the column *together*.");
    }
}
