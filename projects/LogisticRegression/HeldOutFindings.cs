using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.LogisticRegression;

/// <summary>What the test rows say, asked once.</summary>
/// <param name="Labels">True for a positive row.</param>
/// <param name="Scores">Probabilities.</param>
/// <param name="Metrics">At the chosen threshold.</param>
/// <param name="Intervals">The same with 95 % intervals.</param>
/// <param name="NullBand">Calibration error that true probabilities would show by chance.</param>
/// <param name="Thresholds">What each way to choose the threshold costs here.</param>
/// <param name="SavedAgainstHalf">Cost per case at ½ minus at the chosen threshold, paired by row.</param>
internal sealed record HeldOutFindings(
    bool[] Labels, double[] Scores, BinaryMetrics Metrics, TestIntervals Intervals, CalibrationNullBand NullBand,
    IReadOnlyList<ThresholdCost> Thresholds, Interval SavedAgainstHalf)
{
    /// <summary>Judges; null without test rows.</summary>
    public static HeldOutFindings? Of(PreparedData data, double[] allScores, ThresholdChoice choice, int resamples, int seed)
    {
        if (data.Test is null)
            return null;

        bool[] labels = data.Target.Of(data.Split.Test);
        double[] scores = [.. data.Split.Test.Rows.Select(row => allScores[row])];
        ThresholdCost[] thresholds =
        [
            new("chosen on validation rows", choice.Chosen, CostAt(choice.Chosen)),
            new("Elkan, from the costs alone", choice.Elkan, CostAt(choice.Elkan)),
            new("one half, by habit", 0.5, CostAt(0.5)),
            new("flag everything", 0, CostAt(0)),
            new("flag nothing", double.PositiveInfinity, CostAt(double.PositiveInfinity)),
        ];
        return new HeldOutFindings(
            labels, scores,
            BinaryMetrics.Of(labels, scores, choice.Chosen),
            TestIntervals.Judged(labels, scores, choice, () => CostAt(choice.Chosen), seed, resamples),
            CalibrationNullBand.Of(labels, scores, seed),
            thresholds,
            Mean(row => RowCost(row, 0.5) - RowCost(row, choice.Chosen)));

        Interval CostAt(double threshold) => Mean(row => RowCost(row, threshold));

        Interval Mean(Func<int, double> ofRow) => MeanInterval.Of([.. Enumerable.Range(0, labels.Length).Select(ofRow)], seed, resamples);

        double RowCost(int row, double threshold) =>
            labels[row] ? (scores[row] >= threshold ? 0 : choice.Costs.Miss) : (scores[row] >= threshold ? choice.Costs.FalseAlarm : 0);
    }
}

/// <summary>A threshold, where it comes from, and its cost per case.</summary>
internal sealed record ThresholdCost(string From, double Threshold, Interval CostPerCase);
