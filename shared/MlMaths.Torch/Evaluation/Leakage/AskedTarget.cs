namespace MlMaths.Torch.Evaluation;

/// <summary>
/// The target as the checks ask about it: classes, one class against all others, or numbers that were measured.
/// </summary>
internal sealed class AskedTarget
{
    /// <summary>Numbers of more values than this are measured, not classes.</summary>
    public const int MostNumberedClasses = 10;

    private const int MostClassesAskedAlone = 20;

    private AskedTarget(string name, IReadOnlyList<string> labels, double[]? measured, int[] ofRow, double[]? numbers, int positive)
    {
        (Name, Labels, Measured, OfRow, Numbers, Positive) = (name, labels, measured, ofRow, numbers, positive);
        int[] counts = new int[labels.Count];
        foreach (int level in ofRow)
            counts[level]++;
        Counts = counts;
        LogOrders = FunctionChance.LogOrders(counts);
    }

    /// <summary>The column's name.</summary>
    public string Name { get; }

    /// <summary>The different labels, by their number here.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>The numbers of a measured target; null for classes.</summary>
    public double[]? Measured { get; }

    /// <summary>The number of each row's label.</summary>
    public int[] OfRow { get; }

    /// <summary>The target in numbers where its labels are some; null where they are words.</summary>
    public double[]? Numbers { get; }

    /// <summary>Of two labels, the one that is spoken of.</summary>
    public int Positive { get; }

    /// <summary>Rows of each label.</summary>
    public IReadOnlyList<int> Counts { get; }

    /// <summary>ln n!/∏ nₖ!: in how many orders the labels can stand.</summary>
    public double LogOrders { get; }

    /// <summary>n.</summary>
    public int Rows => OfRow.Length;

    /// <summary>Rows that a constant guess gets wrong.</summary>
    public int Rest => Rows - Counts.Max();

    /// <summary>Whether it is one of several classes against all others.</summary>
    public bool IsOneOfSeveral { get; private init; }

    /// <summary>Whether one of two labels is asked for.</summary>
    public bool IsBinary => Labels.Count == 2;

    /// <summary>The whole target first; of three classes and more, then each against the others.</summary>
    public static IReadOnlyList<AskedTarget> Of(string name, IReadOnlyList<string> labels, IReadOnlyList<double>? numbers, string? positive)
    {
        if (numbers is not null && ColumnLevels.Of([.. numbers]) is { Count: > MostNumberedClasses } values)
        {
            double[] measured = [.. numbers];
            return [new(name, [.. values.Values.Select(FormulaText.Number)], measured, values.OfRow, measured, positive: 1)];
        }

        string[] distinct = [.. labels.Distinct().Order(StringComparer.Ordinal)];
        if (distinct.Length < 2) return [];
        Dictionary<string, int> numberOf = distinct.Index().ToDictionary(one => one.Item, one => one.Index);
        int[] ofRow = [.. labels.Select(label => numberOf[label])];
        var whole = new AskedTarget(
            name, distinct, null, ofRow, numbers is null ? null : [.. numbers],
            positive is null ? Rarer(ofRow) : numberOf.GetValueOrDefault(positive, 1));
        return distinct.Length is 2 or > MostClassesAskedAlone
            ? [whole]
            : [whole, .. Enumerable.Range(0, distinct.Length).Select(whole.Alone)];
    }

    private AskedTarget Alone(int level) => new(
        Name, ["", Labels[level]], null, [.. OfRow.Select(one => one == level ? 1 : 0)], null, positive: 1)
    {
        IsOneOfSeveral = true,
    };

    private static int Rarer(int[] ofRow) => 2 * ofRow.Count(level => level == 1) > ofRow.Length ? 0 : 1;
}
