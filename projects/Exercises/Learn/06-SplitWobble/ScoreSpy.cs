namespace MlMaths.Torch.Exercises.Learn.Exercise06;

/// <summary>Answers what it was told to answer, and writes down what it was given.</summary>
/// <param name="at">The rows as they were before any scaling.</param>
/// <param name="told">What it answers, call by call.</param>
internal sealed class ScoreSpy(SplitInput at, double[] told)
{
    private readonly Lock _gate = new();
    private readonly List<SplitSeen> _splits = [];
    private readonly ColumnScales _column = ColumnScales.Of([.. at.Rows.Select(row => row[0]).Order()]);

    /// <summary>In the order of the calls.</summary>
    public IReadOnlyList<SplitSeen> Splits => _splits;

    /// <summary>What it answered so far.</summary>
    public IReadOnlyList<double> Answered => [.. _splits.Select((_, call) => told[call % told.Length])];

    public double Score(double[][] trainingRows, bool[] trainingLabels, double[][] testRows, bool[] testLabels)
    {
        var seen = SplitSeen.Of(_column, trainingRows, trainingLabels, testRows, testLabels);
        lock (_gate)
        {
            _splits.Add(seen);
            return told[(_splits.Count - 1) % told.Length];
        }
    }
}

/// <summary>The same, of a call that only shall be told from another: it keeps the names of the splits.</summary>
/// <param name="told">What it answers, call by call.</param>
internal sealed class NameSpy(double[] told)
{
    private readonly Lock _gate = new();
    private readonly List<string> _names = [];

    /// <summary>Of the splits, sorted: who scores in parallel has no other order.</summary>
    public string[] Names => [.. _names.Order(StringComparer.Ordinal)];

    public Scoring Score => (trainingRows, _, testRows, _) =>
    {
        string name = SplitSeen.Name(trainingRows, testRows);
        lock (_gate)
        {
            _names.Add(name);
            return told[(_names.Count - 1) % told.Length];
        }
    };
}
