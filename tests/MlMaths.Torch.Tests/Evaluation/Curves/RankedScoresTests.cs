using System.Runtime.CompilerServices;
using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Figures;

namespace MlMaths.Torch.Tests.Evaluation;

/// <summary>Labels and scores are sorted once, whatever is read from them.</summary>
public sealed class RankedScoresTests
{
    private static readonly bool[] Labels = [true, true, false, true, false, true, false, false, false, false];
    private static readonly double[] Scores = [0.97, 0.9, 0.85, 0.7, 0.6, 0.55, 0.3, 0.2, 0.2, 0.05];

    [Fact]
    public void From_labels_and_scores_to_figures_and_every_interval_takes_one_sort()
    {
        StrongBox<int> sorts = ScoreOrder.Counted();
        var rows = RankedScores.Of(Labels, Scores);
        var intervals = MetricIntervals.Of(rows, threshold: 0.5, seed: 1, new ErrorCosts(5, 1));
        var point = new OperatingPoint(0.5, rows.Counts.At(0.5));
        RocFigure.Draw(RocCurve.From(rows.Counts), intervals[BinaryMetric.RocArea], point);
        PrecisionRecallFigure.Draw(PrecisionRecallCurve.From(rows.Counts), intervals[BinaryMetric.AveragePrecision], point);
        CostCurveFigure.Draw(CostCurve.From(rows.Counts, new ErrorCosts(5, 1)));
        PrecisionRecallBand.Of(rows, seed: 1, resamples: 20);
        Assert.Equal(1, sorts.Value);
    }

    [Fact]
    public void A_comparison_takes_one_sort_for_each_model()
    {
        StrongBox<int> sorts = ScoreOrder.Counted();
        RankedScores one = RankedScores.Of(Labels, Scores), other = RankedScores.Of(Labels, [.. Scores.Select(p => 1 - p)]);
        PairedRocAreas.Of(one, other);
        PairedAveragePrecisions.Difference(one, other, seed: 1, resamples: 20);
        PairedLargeSample.Difference(BinaryMetric.AveragePrecision, one, other, 0.5, 0.5, seed: 1);
        Assert.Equal(2, sorts.Value);
    }

    [Fact]
    public void The_counter_sees_a_second_sort()
    {
        StrongBox<int> sorts = ScoreOrder.Counted();
        MetricIntervals.Of(Labels, Scores, 0.5, seed: 1);
        ThresholdCounts.From(Labels, Scores);
        Assert.Equal(2, sorts.Value);
    }

    [Fact]
    public void Scores_that_are_no_probabilities_have_a_ranking_and_calls_and_no_calibration()
    {
        double[] logits = [.. Scores.Select(p => Math.Log(p / (1 - p)))];
        var intervals = MetricIntervals.Of(RankedScores.Of(Labels, logits), 0, seed: 1);
        var same = MetricIntervals.Of(RankedScores.Of(Labels, Scores), 0.5, seed: 1);
        Assert.Equal(same[BinaryMetric.AveragePrecision], intervals[BinaryMetric.AveragePrecision]);
        Assert.Equal(same[BinaryMetric.F1], intervals[BinaryMetric.F1]);
        foreach (BinaryMetric metric in new[] { BinaryMetric.LogLoss, BinaryMetric.Brier, BinaryMetric.CalibrationError })
            Assert.Equal("scores outside 0 to 1 are no probabilities", intervals[metric].WhyUndefined);
        Assert.Throws<ArgumentException>(() => MetricIntervals.Of(Labels, logits, 0, seed: 1));
    }
}
