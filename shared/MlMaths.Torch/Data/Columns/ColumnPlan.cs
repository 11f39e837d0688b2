namespace MlMaths.Torch.Data;

/// <summary>
/// What a column is and what is to be done with it, decided before anything is learnt. That may look at the features of the whole
/// file, never at the target: which column numbers the rows, is constant or has a hundred different texts is a property of how the
/// file was made, the same for rows of either class, so that it carries nothing of a held-out row's target into a model. Whatever is
/// a number that a model computes with — a median, a scale, which levels there are and which is most frequent — is learnt later, from
/// training rows alone.
/// </summary>
/// <param name="Column">Its cells.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Action">What is done with it.</param>
/// <param name="Reason">Why: a clause that a table can show.</param>
public sealed record ColumnPlan(RawColumn Column, ColumnKind Kind, ColumnAction Action, string Reason)
{
    /// <summary>Values that may stand for missing ones.</summary>
    public IReadOnlyList<SuspectValue> Suspects { get; init; } = [];

    /// <summary>Levels in the order that the user gave; null where there is none.</summary>
    public IReadOnlyList<string>? Order { get; init; }

    /// <summary>Of a column of two texts that custom orders, the one that is 1: <c>yes</c>, <c>TRUE</c>.</summary>
    public string? True { get; init; }

    /// <summary>Days since the start of 1970 of each row, where it is a date; null elsewhere, NaN where missing.</summary>
    internal double[]? Days { get; init; }

    /// <summary>Whether the column says the same number for a row whatever the training rows are.</summary>
    /// <param name="areFilled">Whether rows with a missing cell take no part.</param>
    internal bool LearnsNothing(bool areFilled) => Action switch
    {
        ColumnAction.Kept => Column.Missing == 0 || areFilled,
        ColumnAction.Encoded => false,
        _ => !MayTellMissing,
    };

    /// <summary>Whether texts that teach nothing may still tell by being absent.</summary>
    internal bool MayTellMissing =>
        Action == ColumnAction.Dropped && Column.Missing > 0 && Kind is ColumnKind.Text or ColumnKind.Constant && IsAsked
            && !HasNoIndicator;

    /// <summary>Whether no feature says where it is missing: to measure what such a feature is worth.</summary>
    internal bool HasNoIndicator { get; init; }

    /// <summary><see cref="Reason"/> where it says what would make a feature of it: of dates in several notations; else null.</summary>
    public string? Advice { get; init; }

    /// <summary>Whether it is taken for an identifier by its order alone: its name does not say so.</summary>
    internal bool IsNumbered { get; init; }

    /// <summary>Whether the user did not name the column with --leave-out.</summary>
    internal bool IsAsked { get; init; } = true;
}
