using MlMaths.Torch.Data;
using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.LogisticRegression;

/// <summary>What the test rows say, asked once.</summary>
/// <param name="Rows">Labels and probabilities, sorted once.</param>
/// <param name="Metrics">At the threshold in use.</param>
/// <param name="Intervals">The same with 95 % intervals.</param>
/// <param name="Reliability">Whether promises are kept.</param>
/// <param name="NullBand">Calibration error that true probabilities would show by chance.</param>
/// <param name="Thresholds">What each way to choose the threshold costs here; the one in use first.</param>
/// <param name="SavedAgainstHalf">Cost per case at ½ minus at the threshold in use, paired by row.</param>
internal sealed record HeldOutFindings(
    RankedScores Rows, BinaryMetrics Metrics, MetricIntervals Intervals, ReliabilityDiagram Reliability,
    CalibrationNullBand NullBand, IReadOnlyList<ThresholdCost> Thresholds, Interval SavedAgainstHalf)
{
    /// <summary>Judges; null without test rows.</summary>
    public static HeldOutFindings? Of(PreparedBatches<BinaryTarget> data, double[] allScores, CostThreshold rule, int seed)
    {
        if (data.Test.Rows == 0)
            return null;

        bool[] labels = data.Target.Of(data.Split.Test);
        double[] scores = [.. data.Split.Test.Rows.Select(row => allScores[row])];
        var rows = RankedScores.Of(labels, scores);
        var costs = new RowCosts(labels, rule.Costs.Costs);
        ThresholdCost[] thresholds =
            [.. WaysToChoose(rule).Select(way => new ThresholdCost(way.From, way.Threshold, CostAt(way.Threshold)))];
        return new HeldOutFindings(
            rows,
            BinaryMetrics.Of(rows, rule.Chosen),
            MetricIntervals.Of(rows, rule.Chosen, seed, rule.Costs.Costs),
            ReliabilityDiagram.EqualWidth(labels, scores, ReliabilityDiagram.DefaultErrorBins),
            CalibrationNullBand.Of(labels, scores, seed),
            thresholds,
            CostInterval.Of(OutcomesAt(0.5).Less(OutcomesAt(rule.Chosen)), per: 1));

        Interval CostAt(double threshold) => CostInterval.Of(OutcomesAt(threshold), per: 1);

        RowOutcomes OutcomesAt(double threshold) => RowOutcomes.Of(costs, Array.ConvertAll(scores, score => score >= threshold));
    }

    private static IEnumerable<(string From, double Threshold)> WaysToChoose(CostThreshold rule)
    {
        (string From, double Threshold) theory = ("Elkan, from the costs alone", rule.Elkan);
        (string From, double Threshold)[] trial = rule.Search is { } search ? [("by trial on validation rows", search.Threshold)] : [];
        return
        [
            .. rule.IsElkan ? trial.Prepend(theory) : trial.Append(theory),
            ("one half, as by habit", 0.5), ("flag everything", 0), ("flag nothing", double.PositiveInfinity),
        ];
    }
}

/// <summary>A threshold, where it comes from, and its cost per case.</summary>
internal sealed record ThresholdCost(string From, double Threshold, Interval CostPerCase);
