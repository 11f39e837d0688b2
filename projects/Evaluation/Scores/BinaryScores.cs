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
/// <param name="Threshold">From which score on a row is called positive; null where nobody said and the scores are no
/// probabilities.</param>
/// <param name="Counts">What each threshold would call.</param>
/// <param name="Intervals">Every metric, or why there is none.</param>
internal sealed record BinaryScores(
    ScoreTable Table, string Column, string Positive, bool[] Labels, double[] Scores, double? Threshold, ThresholdCounts Counts,
    IReadOnlyDictionary<BinaryMetric, Interval> Intervals)
{
    private const string NoThreshold = "no --threshold was given, and the scores are no probabilities",
        NoProbabilities = "scores outside 0 to 1 are no probabilities";

    public bool AreProbabilities { get; } = ArePossibly(Scores);

    /// <summary>The other label.</summary>
    public string Negative => Table.Labels.Count == 2 ? Table.Labels.Single(label => label != Positive) : $"not {Positive}";

    /// <summary>Labels against calls; null without a threshold.</summary>
    public ConfusionMatrix? Calls => Threshold is double threshold ? Counts.At(threshold) : null;

    public static bool ArePossibly(double[] scores) => !scores.AsSpan().ContainsAnyExceptInRange(0.0, 1.0);

    public static BinaryScores Of(ScoreTable table, string column, double[] scores, ScoresOptions options)
    {
        string positive = PositiveLabel.Of(table, options.Positive);
        bool[] labels = table.Is(positive);
        bool areProbabilities = ArePossibly(scores);
        double? threshold = options.Threshold ?? (areProbabilities ? 0.5 : null);
        (ThresholdCounts counts, Func<BinaryMetric, Interval> measured) =
            Measure(labels, scores, threshold, areProbabilities, options.Seed);
        return new(table, column, positive, labels, scores, threshold, counts,
            MetricWords.All.ToDictionary(words => words.Metric, words => words.Metric switch
            {
                BinaryMetric.LogLoss or BinaryMetric.Brier or BinaryMetric.CalibrationError when !areProbabilities =>
                    Interval.Undefined(NoProbabilities),
                BinaryMetric.RocArea or BinaryMetric.AveragePrecision or BinaryMetric.LogLoss or BinaryMetric.Brier
                    or BinaryMetric.CalibrationError => measured(words.Metric),
                _ when threshold is null => Interval.Undefined(NoThreshold),
                _ => measured(words.Metric),
            }));
    }

    private static (ThresholdCounts, Func<BinaryMetric, Interval>) Measure(
        bool[] labels, double[] scores, double? threshold, bool areProbabilities, int seed)
    {
        if (labels.Length >= LargeSampleIntervals.FromRows)
        {
            var large = LargeSampleIntervals.Of(labels, scores, threshold ?? double.PositiveInfinity, seed);
            return (large.Counts, metric => large[metric]);
        }

        // Calls and ranking do not notice a scale: scores of any kind are moved into 0 to 1, and their threshold with them.
        double low = areProbabilities ? 0 : scores.Min(), high = areProbabilities ? 1 : scores.Max(), width = high > low ? high - low : 1;
        double[] scaled = areProbabilities ? scores : Array.ConvertAll(scores, score => Math.Clamp((score - low) / width, 0, 1));
        double at = threshold is double given ? ScaledThreshold(scores, scaled, given) : 2;
        var small = MetricIntervals.Of(labels, scaled, at, seed);
        return (ThresholdCounts.From(labels, scores), metric => small[metric]);
    }

    // The least score that is called, as rounding must not move a row across the threshold.
    private static double ScaledThreshold(double[] scores, double[] scaled, double threshold)
    {
        double least = 2;
        for (int row = 0; row < scores.Length; row++)
        {
            if (scores[row] >= threshold) least = Math.Min(least, scaled[row]);
        }

        return least;
    }
}
