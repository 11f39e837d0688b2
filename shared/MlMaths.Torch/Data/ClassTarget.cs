namespace MlMaths.Torch.Data;

/// <summary>
/// The classes of a target as numbers 0 … C − 1, in alphabetic order, so that the order of a file's rows decides
/// nothing.
/// </summary>
public sealed class ClassTarget : ITarget
{
    private const int MaxClasses = 100;

    private ClassTarget(Dataset dataset, string[] classes, int[] ofRow) => (Dataset, Classes, OfRow) = (dataset, classes, ofRow);

    /// <summary>The rows.</summary>
    public Dataset Dataset { get; }

    /// <summary>The labels, by the number they have here.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>The class of each row of the data set. Not to be written to.</summary>
    public int[] OfRow { get; }

    /// <summary>Numbers the labels; a target of one class, or of a hundred and more, is a mistake of the user's.</summary>
    public static ClassTarget From(Dataset dataset)
    {
        if (dataset.TargetName is not { } target)
            throw new ArgumentException($"{dataset.Name} was read without a target, and classes come from one.", nameof(dataset));
        string[] classes = [.. dataset.Labels.Distinct().Order(StringComparer.Ordinal)];
        if (classes.Length < 2)
        {
            throw new UserMistakeException(
                $"Every row of {Quoted.Value(dataset.Name)} has {Quoted.Value(classes[0])} in the target column "
                + $"{Quoted.Value(target)}: rows of at least two classes are needed.");
        }
        NumberTarget.Refuse(dataset, classes.Length);
        if (classes.Length > MaxClasses)
        {
            throw new UserMistakeException(
                $"The target {Quoted.Value(target)} of {Quoted.Value(dataset.Name)} has {classes.Length} values, "
                + $"and at most {MaxClasses} classes are supported: "
                + "a measured number is not a class; choose another --target.");
        }

        return new(dataset, classes, [.. dataset.Labels.Select(label => Array.BinarySearch(classes, label, StringComparer.Ordinal))]);
    }

    /// <summary>The same classes, of a data set with the same rows and other features.</summary>
    public ClassTarget On(Dataset other) => ReferenceEquals(other, Dataset)
        ? this
        : other.Rows == Dataset.Rows ? new(other, [.. Classes], OfRow)
        : throw new ArgumentException($"{other.Name} has {other.Rows} rows, and the target {Dataset.Rows}.", nameof(other));

    /// <summary>The classes of one part.</summary>
    public int[] Of(SplitPart part) => [.. part.Rows.Select(row => OfRow[row])];

    /// <summary>y [n], whole numbers as a softmax takes them; the caller's scope disposes it.</summary>
    public Tensor Y(SplitPart part, torch.Device device) => TensorCopy.Of(Of(part), torch.ScalarType.Int64, device);
}
