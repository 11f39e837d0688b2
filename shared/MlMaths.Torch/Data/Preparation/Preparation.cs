namespace MlMaths.Torch.Data;

/// <summary>
/// From the columns of a file to features that are numbers. Only a <see cref="TrainingPart"/> can be fitted on: levels, references,
/// medians and what is rare come from its rows alone, and a validation row, a test row or a held-out fold changes none of them.
/// </summary>
public static class Preparation
{
    /// <summary>Learns what the columns become.</summary>
    /// <param name="training">Rows of a data set as it was read, or as it was prepared before: it is learnt anew.</param>
    public static FittedPreparation Fit(TrainingPart training)
    {
        if (training.Whole.Raw is not { } raw)
            return FittedPreparation.Nothing;
        int[] rows = raw.Select(training.Rows).Rows;
        FittedColumn[] columns = [.. raw.Table.Columns.Select(plan => Fit(plan, rows))];
        foreach (FittedColumn column in columns)
            column.UnseenRows = column.CountUnseen(column.Plan.Column, raw.Rows);
        return new(raw.Table, columns);
    }

    /// <summary>The same rows, prepared anew by what they alone teach: how a fold of a cross-validation begins.</summary>
    public static TrainingPart Refit(TrainingPart training) => training.Whole.Raw is not { } raw || raw.Table.LearnsNothing
        ? training
        : new(Fit(training).Apply(training.Whole), training.Rows);

    private static FittedColumn Fit(ColumnPlan plan, int[] training) => plan switch
    {
        { MayTellMissing: true } => TellsMissing(plan, training) ? new FittedAbsence(plan) : new UnusedColumn(plan),
        { Action: not (ColumnAction.Kept or ColumnAction.Encoded) } => new UnusedColumn(plan),
        { Kind: ColumnKind.Ordered } => FittedOrder.Fit(plan, training),
        { Kind: ColumnKind.Date } => FittedDate.Fit(plan, training),
        { Column.IsNumeric: true } => FittedNumber.Fit(plan, training),
        _ => FittedLevels.Fit(plan, training),
    };

    private static bool TellsMissing(ColumnPlan plan, int[] training) =>
        training.Count(plan.Column.IsMissing) is var missing && missing < training.Length
        && missing >= RareLevels.FewestRows(training.Length);
}
