using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Simulations;

/// <summary>How often the intervals of a model's measures hold the truth, and how often there is one.</summary>
public static class MetricTrial
{
    /// <summary>ROC area and average precision, classes of fixed size.</summary>
    /// <param name="law">Of the scores.</param>
    /// <param name="positives">How many.</param>
    /// <param name="negatives">How many.</param>
    /// <param name="trials">Samples.</param>
    /// <param name="seed">Of the samples.</param>
    public static IReadOnlyDictionary<BinaryMetric, Coverage> OfRanking(
        ScoreLaw law, int positives, int negatives, int trials, int seed)
    {
        (double area, double precision) = law.Truth((double)positives / (positives + negatives));
        var random = Seeds.Generator(seed, DrawnFor.Worlds);
        Dictionary<BinaryMetric, Coverage> found = [];
        for (int trial = 0; trial < trials; trial++)
        {
            RankedScores rows = law.Rows(positives, negatives, random);
            Count(found, BinaryMetric.RocArea, RocAreaInterval.Of(rows.Counts, Interval.DefaultConfidence), area);
            Count(found, BinaryMetric.AveragePrecision, AveragePrecisionInterval.Of(rows.Counts, Interval.DefaultConfidence), precision);
        }

        return found;
    }

    /// <summary>Every measure, in samples with at least five rows of either class.</summary>
    /// <param name="law">Of the probabilities.</param>
    /// <param name="rows">Of a sample.</param>
    /// <param name="threshold">From which a row is called positive.</param>
    /// <param name="costs">Of the errors.</param>
    /// <param name="trials">Samples.</param>
    /// <param name="seed">Of the samples.</param>
    public static IReadOnlyDictionary<BinaryMetric, Coverage> OfProbabilities(
        ProbabilityLaw law, int rows, double threshold, ErrorCosts costs, int trials, int seed)
    {
        BinaryMetrics truth = law.Truth(threshold);
        var random = Seeds.Generator(seed, DrawnFor.Worlds);
        Dictionary<BinaryMetric, Coverage> found = [];
        for (int trial = 0; trial < trials; trial++)
        {
            (bool[] labels, double[] said) = law.Rows(rows, random);
            int positives = labels.Count(label => label);
            if (Math.Min(positives, rows - positives) < 5) continue;
            var intervals = MetricIntervals.Of(labels, said, threshold, random.Next(), costs);
            foreach (BinaryMetric metric in Enum.GetValues<BinaryMetric>())
            {
                double value = metric == BinaryMetric.CostPerCase ? costs.PerCase(truth.Confusion)!.Value : truth[metric]!.Value;
                // Probabilities that are right by construction have no error but that of a million rows.
                if (metric == BinaryMetric.CalibrationError && law is { Bias: 0, Boldness: 1 }) value = 0;
                Count(found, metric, intervals[metric], value);
            }
        }

        return found;
    }

    private static void Count(Dictionary<BinaryMetric, Coverage> found, BinaryMetric metric, Interval interval, double truth)
    {
        Coverage before = found.GetValueOrDefault(metric, new(0, 0, 0));
        found[metric] = interval.HasEnds
            ? before with { Held = before.Held + (interval.Contains(truth) ? 1 : 0), Intervals = before.Intervals + 1 }
            : before with { WithoutEnds = before.WithoutEnds + 1 };
    }
}

/// <summary>What became of many intervals.</summary>
/// <param name="Held">Those that held the truth.</param>
/// <param name="Intervals">Those that had ends.</param>
/// <param name="WithoutEnds">Those that had none, and said why.</param>
public sealed record Coverage(int Held, int Intervals, int WithoutEnds)
{
    /// <summary>Share that held it; null without intervals.</summary>
    public double? Rate => Intervals == 0 ? null : (double)Held / Intervals;
}
