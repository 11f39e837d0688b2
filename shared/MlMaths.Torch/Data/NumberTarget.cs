namespace MlMaths.Torch.Data;

/// <summary>Whether a target is a number to predict rather than a class to tell: many values, each of few rows.</summary>
internal static class NumberTarget
{
    private const int FewestValues = 11, RowsOfClass = 5;

    /// <summary>Whether it is one.</summary>
    public static bool Is(Dataset dataset, int values) =>
        dataset.TargetNumbers is not null && values >= FewestValues && dataset.Rows < RowsOfClass * values;

    /// <summary>Refuses such a target, and says which command takes it.</summary>
    /// <exception cref="UserMistakeException">It is a number to predict.</exception>
    public static void Refuse(Dataset dataset, int values)
    {
        if (!Is(dataset, values)) return;
        throw new UserMistakeException(
            $"The target {Quoted.Value(dataset.TargetName!)} of {Quoted.Value(dataset.Name)} is a number with {NumberText.Count(values)} "
            + $"values in {Counted.Rows(dataset.Rows)}: is it a number to predict? Then type regression in place of "
            + $"this command; it takes the "
            + "same options.");
    }
}
