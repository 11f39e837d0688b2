namespace MlMaths.Torch.Data;

/// <summary>What a likely target asks for: to tell classes apart, or to predict a number.</summary>
/// <param name="Rows">Rows with that target, prepared by themselves; of a longer file some, evenly spread.</param>
/// <param name="Classes">The different labels with their rows, the most frequent first.</param>
/// <param name="IsNumber">Whether it is a number of many values.</param>
/// <param name="IsSorted">Whether the rows stand class by class.</param>
public sealed record TargetOverview(
    Dataset Rows, IReadOnlyList<KeyValuePair<string, int>> Classes, bool IsNumber, bool IsSorted)
{
    // As many numbers as these are classes, such as marks from 0 to 20; more are a measurement.
    private const int MostNumberedClasses = 20;

    internal static TargetOverview Of(Dataset rows)
    {
        KeyValuePair<string, int>[] classes = [.. LabelCount.Of(rows).Select(one => new KeyValuePair<string, int>(one.Label, one.Rows))];
        return new(rows, classes, rows.TargetNumbers is not null
            && (classes.Length > MostNumberedClasses || NumberTarget.Is(rows, classes.Length)),
            SortedByClass.Are(rows));
    }

    // Training, validation and test rows of a net need so many of each class.
    private const int FewestOfClass = 5;

    /// <summary>Whether every class has rows enough for training, validation and test rows of a net.</summary>
    public bool CanBeSplit => Classes[^1].Value >= FewestOfClass;

    /// <summary>Share of the rarest class.</summary>
    public double RarestShare => (double)Classes[^1].Value / Rows.Rows;
}
