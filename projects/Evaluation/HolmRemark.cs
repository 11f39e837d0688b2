using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.EvaluationPack;

/// <summary>Each verdict is about one pair; who asks about several has to be told where a verdict does not survive that.</summary>
internal static class HolmRemark
{
    /// <summary>A caution, where some pair was found different by its own interval and not once all pairs are paid for.</summary>
    public static IEnumerable<Block> Of(IReadOnlyList<(ComparisonVerdict Verdict, double? Holm)> pairs)
    {
        string[] weakened =
        [
            .. pairs.Where(pair => pair.Verdict.Evidence is Evidence.Strong or Evidence.Weak && pair.Holm >= HolmValues.Level)
                .Select(pair => $"{pair.Verdict.Second} against {pair.Verdict.First}"),
        ];
        if (weakened.Length > 0)
        {
            yield return Callout.Caution(
                $"By its own interval there is a difference, but not after correcting for all {pairs.Count} questions "
                + $"(Holm's p-value is {HolmValues.Level} or more): {string.Join("; ", weakened)}.");
        }
    }
}
