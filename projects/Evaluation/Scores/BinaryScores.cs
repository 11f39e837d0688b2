using MlMaths.Torch.Data;
using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.EvaluationPack.Scores;

/// <summary>What the scores of one model say of the rows.</summary>
/// <param name="Table">The rows.</param>
/// <param name="Column">The name of the score.</param>
/// <param name="Positive">The label that it speaks of.</param>
/// <param name="Labels">Whether each row has it.</param>
/// <param name="Scores">One per row.</param>
/// <param name="Ranked">Both, sorted once.</param>
/// <param name="Threshold">From which score on a row is called positive; null where nobody said and the scores are no
/// probabilities.</param>
/// <param name="Intervals">Every metric, or why there is none.</param>
internal sealed record BinaryScores(
    ScoreTable Table, string Column, string Positive, bool[] Labels, double[] Scores, RankedScores Ranked, double? Threshold,
    IReadOnlyDictionary<BinaryMetric, Interval> Intervals)
{
    private const string AreMereCalls = "the scores are calls, 0 or 1, and promise no probability";
    private const string NoThreshold = "no --threshold was given, and the scores are no probabilities";

    /// <summary>Which rows belong together; null where nobody said.</summary>
    public RowGroups? Groups { get; private init; }

    /// <summary>Columns beside the scores that look as if they named groups; none where one was named.</summary>
    public IReadOnlyList<GroupLikeColumn> GroupLike { get; private init; } = [];

    /// <summary>Whether every score is 0 or 1.</summary>
    public bool AreCalls { get; private init; }

    /// <summary>The command that takes the other label for positive, where the scores rank the wrong way round; null elsewhere.</summary>
    public string? Turned { get; init; }

    /// <summary>The rows and the threshold; null without one.</summary>
    public CalledScores? Called => Threshold is double threshold ? new(Ranked, threshold) : null;

    public bool AreProbabilities => Ranked.AreProbabilities && !AreCalls;

    /// <summary>What each threshold would call.</summary>
    public ThresholdCounts Counts => Ranked.Counts;

    /// <summary>The positive class as a sentence says it: <c>outcome = 1</c>.</summary>
    public string PositiveWords => $"{Table.Columns.Target} = {Positive}";

    /// <summary>The other class: <c>outcome = 0</c>, or <c>outcome ≠ 1</c> where there are several others.</summary>
    public string NegativeWords =>
        Table.Labels.Count == 2 ? $"{Table.Columns.Target} = {Negative}" : $"{Table.Columns.Target} ≠ {Positive}";

    /// <summary>Which label is positive, and by what rule.</summary>
    public required string Why { get; init; }

    /// <summary>The other label.</summary>
    public string Negative => Table.Labels.Count == 2 ? Table.Labels.Single(label => label != Positive) : $"not {Positive}";

    /// <summary>Labels against calls; null without a threshold.</summary>
    public ConfusionMatrix? AtThreshold => Threshold is double threshold ? Counts.At(threshold) : null;

    /// <summary>Whether promises are kept; null where the scores promise nothing.</summary>
    public ReliabilityDiagram? Reliability => AreProbabilities
        ? ReliabilityDiagram.EqualWidth(Labels, Scores, ReliabilityDiagram.DefaultErrorBins)
        : null;

    /// <summary>Log loss of whoever always says the base rate.</summary>
    public double LogLossOfBaseRate
    {
        get
        {
            double rate = (double)Counts.Positives / Table.Rows;
            return -rate * Math.Log(rate) - (1 - rate) * Math.Log(1 - rate);
        }
    }

    public static BinaryScores Of(ScoreTable table, string column, double[] scores, ScoresOptions options)
    {
        string positive = PositiveLabel.Of(table, column, options.Positive);
        bool[] labels = table.Is(positive);
        var rows = RankedScores.Of(labels, scores);
        bool areCalls = Array.TrueForAll(scores, score => score is 0 or 1);
        double? threshold = options.Threshold ?? (rows.AreProbabilities ? 0.5 : null);
        RowGroups? groups = table.GroupOfRow is { } ofRow ? RowGroups.Of(ofRow) : null;
        double calledFrom = threshold ?? double.PositiveInfinity;
        var measured = groups is null
            ? MetricIntervals.Of(rows, calledFrom, options.Seed)
            : MetricIntervals.OfGroups(rows, calledFrom, groups);
        return new(table, column, positive, labels, scores, rows, threshold,
            MetricWords.All.ToDictionary(words => words.Metric, words => words.Metric switch
            {
                BinaryMetric.LogLoss or BinaryMetric.Brier or BinaryMetric.CalibrationError when areCalls =>
                    Interval.Undefined(AreMereCalls),
                BinaryMetric.RocArea or BinaryMetric.AveragePrecision or BinaryMetric.LogLoss or BinaryMetric.Brier
                    or BinaryMetric.CalibrationError => measured[words.Metric],
                _ when threshold is null => Interval.Undefined(NoThreshold),
                _ => measured[words.Metric],
            }))
        {
            Why = PositiveLabel.Why(table, positive, column, options.Positive),
            Groups = groups,
            AreCalls = areCalls,
            GroupLike = GroupLikeColumn.Beside(table, options.Seed),
        };
    }
}
