namespace MlMaths.Torch.Data;

/// <summary>Which rows are positive: the rows whose label is the one that is looked for, against all others.</summary>
public sealed class BinaryTarget : ITarget
{
    private const string Not = "not ";

    private BinaryTarget(Dataset dataset, string positive, string negative, string why, bool[]? isPositive = null)
    {
        Dataset = dataset;
        PositiveLabel = positive;
        NegativeLabel = negative;
        Why = why;
        IsPositive = isPositive ?? Matches(dataset.Labels, positive);
    }

    /// <summary>The rows.</summary>
    public Dataset Dataset { get; }

    /// <summary>The label that is looked for.</summary>
    public string PositiveLabel { get; }

    /// <summary>The other label; <c>not …</c> where there are several others.</summary>
    public string NegativeLabel { get; }

    /// <summary>
    /// The positive class as a sentence says it, <c>outcome = 1</c>: a label alone may be any word, or a number among numbers.
    /// </summary>
    public string PositiveWords => HarmlessText.Line($"{Dataset.TargetName} = {PositiveLabel}");

    /// <summary>The other class as a sentence says it: <c>outcome = 0</c>, or <c>outcome ≠ 1</c> of several others.</summary>
    public string NegativeWords => HarmlessText.Line(NegativeLabel == $"not {PositiveLabel}"
        ? $"{Dataset.TargetName} ≠ {PositiveLabel}"
        : $"{Dataset.TargetName} = {NegativeLabel}");

    /// <summary>One sentence: which label is positive, and why this one.</summary>
    public string Why { get; }

    /// <summary>For each row of the data set. Not to be written to.</summary>
    public bool[] IsPositive { get; }

    /// <summary>Positive rows.</summary>
    public int Positives => IsPositive.Count(positive => positive);

    /// <summary>All other rows.</summary>
    public int Negatives => IsPositive.Length - Positives;

    /// <summary>
    /// Of two labels one is positive by custom, or else the rarer one; of more, the user has to say which. <c>not A</c> looks for all
    /// labels but A.
    /// </summary>
    public static BinaryTarget From(Dataset dataset, string? positive = null)
    {
        if (dataset.TargetName is null)
            throw new ArgumentException($"{dataset.Name} was read without a target, and classes come from one.", nameof(dataset));
        LabelCount[] counts = LabelCount.Of(dataset);
        if (counts.Length == 1)
        {
            throw new UserMistakeException(
                $"Every row of {Quoted.Value(dataset.Name)} has {Quoted.Value(counts[0].Label)} in the target column "
                + $"{Quoted.Value(dataset.TargetName!)}: "
                + "rows of at least two classes are needed, so choose another --target or add rows of another class.");
        }

        if ((positive ?? AllButOne(dataset)) is { } all && all.StartsWith(Not, StringComparison.Ordinal)
            && counts.All(count => count.Label != all) && counts.FirstOrDefault(count => count.Label == all[Not.Length..]) is { } other)
        {
            string reason = positive is null ? "it is what one looks for in this data set" : "as asked";
            return new(dataset, all, other.Label, HarmlessText.Line($"{dataset.TargetName} = {all} is the positive class: {reason}."));
        }

        (string chosen, string why) = positive is null
            ? Custom(dataset, counts)
            : (Known(dataset, counts, positive), "as asked");
        string negative = counts.Length == 2 ? counts.Single(count => count.Label != chosen).Label : $"not {chosen}";
        return new(dataset, chosen, negative, HarmlessText.Line($"{dataset.TargetName} = {chosen} is the positive class: {why}."));
    }

    /// <summary>Of two labels the one that is positive where nobody says which; null of more, or of one.</summary>
    internal static string? PositiveOf(Dataset dataset) =>
        LabelCount.Of(dataset) is { Length: 2 } counts ? Custom(dataset, counts).Label : null;

    /// <summary>Which of some labels are positive, by the words that a run keeps of its positive class.</summary>
    /// <param name="labels">One for each row.</param>
    /// <param name="positive">A label, or <c>not A</c>, which looks for all labels but A.</param>
    public static bool[] Matches(IReadOnlyList<string> labels, string positive) =>
        positive.StartsWith(Not, StringComparison.Ordinal) && !labels.Contains(positive)
            ? [.. labels.Select(label => label != positive[Not.Length..])]
            : [.. labels.Select(label => label == positive)];

    /// <summary>The same rows and labels, with another reason for the class: a program had one, and nobody asked.</summary>
    public BinaryTarget Because(string reason) => new(
        Dataset, PositiveLabel, NegativeLabel, HarmlessText.Line($"{PositiveWords} is the positive class: {reason}."), IsPositive);

    /// <summary>The same labels, of a data set with the same rows and other features.</summary>
    public BinaryTarget On(Dataset other) => ReferenceEquals(other, Dataset)
        ? this
        : other.Rows == Dataset.Rows ? new(other, PositiveLabel, NegativeLabel, Why, IsPositive)
        : throw new ArgumentException($"{other.Name} has {other.Rows} rows, and the target {Dataset.Rows}.", nameof(other));

    /// <summary>The rows of one part.</summary>
    public bool[] Of(SplitPart part) => [.. part.Rows.Select(row => IsPositive[row])];

    /// <summary>y [n]: 1 where positive, else 0; all rows.</summary>
    public Tensor Y(torch.Device? device = null, torch.ScalarType dtype = torch.ScalarType.Float64) =>
        Ones(IsPositive, device, dtype);

    /// <summary>y of one part.</summary>
    public Tensor Y(SplitPart part, torch.Device? device = null, torch.ScalarType dtype = torch.ScalarType.Float64) =>
        Ones(Of(part), device, dtype);

    Tensor ITarget.Y(SplitPart part, torch.Device device) => Y(part, device);

    internal IReadOnlyList<string> Classes() => [.. IsPositive.Select(positive => positive ? PositiveLabel : NegativeLabel)];

    private static string? AllButOne(Dataset dataset) =>
        dataset.DefaultPositive is { } custom && custom.StartsWith(Not, StringComparison.Ordinal) ? custom : null;

    private static Tensor Ones(bool[] positive, torch.Device? device, torch.ScalarType dtype) =>
        TensorCopy.Of(Array.ConvertAll(positive, is1 => is1 ? 1.0 : 0.0), dtype: dtype, device: device ?? torch.CPU);

    private static (string Label, string Why) Custom(Dataset dataset, LabelCount[] counts)
    {
        if (dataset.DefaultPositive is { } custom && counts.Any(count => count.Label == custom))
            return (custom, "it is what one looks for in this data set");
        if (counts.Length > 2)
        {
            NumberTarget.Refuse(dataset, counts.Length);
            throw new UserMistakeException(
                $"The target {Quoted.Value(dataset.TargetName!)} of {Quoted.Value(dataset.Name)} has {counts.Length} values, "
                + $"{LabelCount.List(counts)}: "
                + "say with --positive VALUE which of them to look for; it is then distinguished from all the others.");
        }

        if (CustomaryPositive.Among(counts[0].Label, counts[1].Label) is { } word)
            return (word, "that word says so by custom");

        // Counts descend, equal ones in alphabetic order: the last one is the rarer, or the alphabetically last.
        return counts[0].Rows == counts[1].Rows
            ? (counts[1].Label, $"both classes have {Counted.Rows(counts[1].Rows)}, and it comes last alphabetically")
            : (counts[1].Label, $"it is the rarer one, with {NumberText.Count(counts[1].Rows)} of {Counted.Rows(dataset.Rows)}");
    }

    private static string Known(Dataset dataset, LabelCount[] counts, string positive)
    {
        if (counts.Any(count => count.Label == positive))
            return positive;
        string? nearest = NearestName.Of(positive, counts.Select(count => count.Label));
        string meant = nearest is null ? "" : $" (did you mean {Quoted.Value(nearest)}?)";
        throw new UserMistakeException(
            $"No row of {Quoted.Value(dataset.Name)} has {Quoted.Value(positive)} in the target column "
            + $"{Quoted.Value(dataset.TargetName!)}{meant}: "
            + $"--positive may be {LabelCount.List(counts)}.");
    }
}
