using MlMaths.Torch.Data;

namespace MlMaths.Torch.EvaluationPack.Leakage;

/// <summary>What five folds dealt by chance would do to rows that have groups or times.</summary>
/// <param name="CutRows">Judged rows of a group of which others are seen; null where no groups are known.</param>
/// <param name="FutureRows">Rows that are seen though they are no older than judged ones; null where no times are known.</param>
internal sealed record ChanceFolds(int? CutRows, int? FutureRows)
{
    private const int Count = 5;

    /// <summary>Null where neither groups nor times are known, or a class has fewer rows than folds.</summary>
    public static ChanceFolds? Of(BinaryTarget target, int seed)
    {
        Dataset rows = target.Dataset;
        if ((rows.Group is null && rows.Time is null) || Math.Min(target.Positives, target.Negatives) < Count) return null;
        IReadOnlyList<EvaluationTurn> turns = EvaluationTurn.Of([Folds.Stratified(target, Count, seed)]);
        return new(
            rows.Group is { } groups ? CutClusters.Across(CutClusters.Of(groups.OfRow), turns).Count : null,
            rows.Time is null ? null : Data.FutureRows.Across(rows, turns).Count);
    }
}
