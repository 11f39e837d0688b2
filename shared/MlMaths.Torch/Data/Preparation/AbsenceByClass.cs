using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Data;

/// <summary>
/// How often a column has no value in rows of either class. That a value is missing can inform honestly (who was not measured was not
/// ill), and it can leak (the measurement was made because of the outcome): only who knows how the rows came about can tell.
/// </summary>
/// <param name="Column">As the file has it.</param>
/// <param name="Positive">Share of the positive training rows without a value, with its interval.</param>
/// <param name="Negative">Share of the others.</param>
public sealed record AbsenceByClass(string Column, Interval Positive, Interval Negative)
{
    /// <summary>Whether the shares lie further apart than chance explains: their intervals do not meet.</summary>
    public bool Differs => Positive.Low > Negative.High || Negative.Low > Positive.High;

    /// <summary>Of every column with missing cells, over the training rows.</summary>
    /// <param name="target">Which rows are positive.</param>
    /// <param name="training">Rows to learn from.</param>
    public static IReadOnlyList<AbsenceByClass> Of(BinaryTarget target, TrainingPart training)
    {
        if (training.Whole.Raw is not { } raw) return [];
        int[] positive = [.. training.Rows.Where(row => target.IsPositive[row])],
            negative = [.. training.Rows.Where(row => !target.IsPositive[row])];
        return positive.Length == 0 || negative.Length == 0 ? [] :
        [
            .. raw.Table.Columns.Where(plan => plan.Column.Missing > 0 && plan.Kind != ColumnKind.Empty
                && plan.Action != ColumnAction.Target)
                .Select(plan => new AbsenceByClass(plan.Column.Name, Share(plan.Column, raw, positive), Share(plan.Column, raw, negative))),
        ];
    }

    private static Interval Share(RawColumn column, RawRows raw, int[] rows) =>
        WilsonInterval.Of(rows.Count(row => column.IsMissing(raw.Rows[row])), rows.Length);
}
