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

    internal static DataSplit Of(Dataset dataset, int[] training, int[] validation, int[] test) => new(
        new(dataset, training), new(dataset, "validation", validation), new(dataset, "test", test));
}
