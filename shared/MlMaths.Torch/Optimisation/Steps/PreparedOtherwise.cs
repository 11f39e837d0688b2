using MlMaths.Torch.Data;

namespace MlMaths.Torch.Optimisation;

/// <summary>The same rows with one step of their preparation left out, or done otherwise.</summary>
/// <param name="Id">In measurements.</param>
/// <param name="Step">What was done.</param>
/// <param name="Otherwise">What is compared with.</param>
/// <param name="Rows">The rows, to be prepared by the training rows of each fold; copies are rows like any other where that is the
/// change.</param>
/// <param name="Warning">Why a higher score would be no reason to do so; null where it would be one.</param>
internal sealed record PreparedOtherwise(string Id, string Step, string Otherwise, Dataset Rows, string? Warning = null)
{
    private const string Names = "what a number of the row or of a person tells holds for these rows alone";

    /// <summary>Every change that makes sense for these rows; none where no file was read column by column.</summary>
    public static IEnumerable<PreparedOtherwise> Of(Dataset rows)
    {
        if (rows.Raw is not { } raw) yield break;
        IReadOnlyList<ColumnPlan> plans = raw.Table.Columns;
        if (plans.Any(IsNumbered))
        {
            yield return new("identifiers", "identifiers left out", "kept as numbers",
                With(rows, plan => IsNumbered(plan) ? plan with { Kind = ColumnKind.Number, Action = ColumnAction.Kept } : plan), Names);
        }

        if (plans.Any(plan => IsUsed(plan) && plan.Column.Missing > 0))
        {
            yield return new("indicators", "a 0/1 feature says where a value is missing", "missing values are filled, and nothing says "
                + "where",
                With(rows, plan => plan with { HasNoIndicator = true }));
        }

        if (plans.Any(IsText) && plans.Any(plan => IsUsed(plan) && !IsText(plan)))
        {
            yield return new("categories", "texts became 0/1 features", "texts left out",
                With(rows, plan => IsText(plan) ? plan with { Action = ColumnAction.Dropped, IsAsked = false } : plan));
        }

        if (plans.Any(plan => IsUsed(plan) && plan.Suspects.Count > 0))
        {
            yield return new("suspects", "suspicious numbers used as they are", "declared missing (--missing-value)",
                With(rows, plan => plan with { Column = WithoutSuspects(plan) }));
        }

        if (rows.CopyOf is not null)
        {
            yield return new("copies", "copies stay on one side of a split", "copies dealt as rows", rows.WithCopiesAsRows(),
                "a row whose copy was trained on is remembered, not predicted");
        }
    }

    private static bool IsUsed(ColumnPlan plan) => plan.Action is ColumnAction.Kept or ColumnAction.Encoded;

    private static bool IsText(ColumnPlan plan) => plan.Action == ColumnAction.Encoded && !plan.Column.IsNumeric
        && plan.Kind is not ColumnKind.Date;

    private static bool IsNumbered(ColumnPlan plan) => plan is
    {
        Kind: ColumnKind.Identifier, Action: ColumnAction.Dropped, IsAsked: true,
        Column.IsNumeric: true
    };

    private static RawColumn WithoutSuspects(ColumnPlan plan) => plan.Suspects.Aggregate(plan.Column, (column, suspect) =>
        column.Without(suspect.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    private static Dataset With(Dataset rows, Func<ColumnPlan, ColumnPlan> change)
    {
        RawTable table = rows.Raw!.Table;
        RawTable changed = new([.. table.Columns.Select(change)], table.RowCount, table.Notes, table.LeftOut, table.Options);
        return new(rows.Name, [], [], rows.TargetName, rows.Labels, rows.Provenance)
        {
            Raw = new RawRows(changed, rows.Raw.Rows),
            CopyOf = rows.CopyOf,
            Group = rows.Group,
            Time = rows.Time,
        };
    }
}
