namespace MlMaths.Torch.Data;

/// <summary>Every row of a data set in exactly one part.</summary>
/// <param name="Training">Rows to learn from.</param>
/// <param name="Validation">Rows to choose hyper-parameters and thresholds with.</param>
/// <param name="Test">Rows that are scored once, at the end.</param>
public sealed record DataSplit(TrainingPart Training, HeldOutPart Validation, HeldOutPart Test)
{
    /// <summary>No split: every row trains, and nothing is left to judge with.</summary>
    public static DataSplit None(Dataset dataset) => Of(dataset, [.. Enumerable.Range(0, dataset.Rows)], [], []);

    /// <summary>The three parts in the order of their use.</summary>
    public IReadOnlyList<SplitPart> Parts => [Training, Validation, Test];

    /// <summary>The same rows of another data set of equal length, for instance one with other features.</summary>
    public DataSplit On(Dataset other) => other.Rows == Training.Whole.Rows
        ? Of(other, Training.Rows, Validation.Rows, Test.Rows)
        : throw new ArgumentException(
            $"{other.Name} has {other.Rows} rows, and the split was made for {Training.Whole.Rows}.", nameof(other));

    /// <summary>Once everything is chosen, the validation rows train too: no validation part is left, the test rows stay.</summary>
    public DataSplit ValidationTrains() => Of(Training.Whole, [.. Training.Rows.Concat(Validation.Rows).Order()], [], Test.Rows);

    internal static DataSplit Of(Dataset dataset, int[] training, int[] validation, int[] test) => new(
        new(dataset, training), new(dataset, "validation", validation), new(dataset, "test", test));
}
