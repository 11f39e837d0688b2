namespace MlMaths.Torch.Data;

/// <summary>How a column becomes features.</summary>
public enum ColumnRecipe
{
    /// <summary>Nothing learns from it.</summary>
    Unused,

    /// <summary>A number, a missing one filled.</summary>
    Number,

    /// <summary>A 0/1 feature for each level but one.</summary>
    Levels,

    /// <summary>The place of its level in an order.</summary>
    Order,

    /// <summary>Day number, weekday and month.</summary>
    Date,

    /// <summary>Only whether it is missing.</summary>
    Absence,
}

/// <summary>The numbers and words that training rows taught about one column: enough to do the same to other rows.</summary>
/// <param name="Recipe">How it becomes features.</param>
/// <param name="Fill">What a missing number, place or day is taken as.</param>
/// <param name="HasValue">Whether a training row had a value.</param>
/// <param name="TellsMissing">Whether a 0/1 feature says where it is missing.</param>
public sealed record LearntColumn(ColumnRecipe Recipe, double Fill = 0, bool HasValue = true, bool TellsMissing = false)
{
    /// <summary>Of a number or a day, the lowest of the training rows; null where none has a value, or it was not kept.</summary>
    public double? Lowest { get; init; }

    /// <summary>Of a number or a day, the highest of the training rows; null where none has a value, or it was not kept.</summary>
    public double? Highest { get; init; }

    /// <summary>Of levels, the one that all others are compared with.</summary>
    public string? Reference { get; init; }

    /// <summary>Levels with a feature of their own; of an order all levels, the lowest first.</summary>
    public IReadOnlyList<string> Own { get; init; } = [];

    /// <summary>Rare levels, taken together as one.</summary>
    public IReadOnlyList<string> Pooled { get; init; } = [];

    /// <summary>What a missing level is taken as.</summary>
    public string? MostFrequent { get; init; }

    /// <summary>Of a date, weekdays that training rows have, from Monday, 0.</summary>
    public IReadOnlyList<int> Weekdays { get; init; } = [];

    /// <summary>Of a date, months that training rows have, from January, 0.</summary>
    public IReadOnlyList<int> Months { get; init; } = [];

    /// <summary>The lowest and the highest; null where they are not known.</summary>
    internal (double Lowest, double Highest)? Ends => this is { Lowest: { } low, Highest: { } high } ? (low, high) : null;

    /// <summary>The column again, ready for other rows.</summary>
    internal FittedColumn Restore(string name)
    {
        ColumnPlan plan = new(RawColumn.OfNumbers(name, []), ColumnKind.Number, ColumnAction.Kept, "as it was learnt") { Order = Own };
        return Recipe switch
        {
            ColumnRecipe.Unused => new UnusedColumn(plan),
            ColumnRecipe.Number => FittedNumber.Restore(plan, this),
            ColumnRecipe.Levels => FittedLevels.Restore(plan, this),
            ColumnRecipe.Order => FittedOrder.Restore(plan, this),
            ColumnRecipe.Date => FittedDate.Restore(plan, this),
            ColumnRecipe.Absence => new FittedAbsence(plan),
        };
    }
}
