using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.Evaluation;

public sealed class MetricIntervalsTests
{
    [Fact]
    public void Every_measure_has_its_value_inside_its_interval_and_names_its_method()
    {
        LabelledScores sample = LabelledScores.Seeded(seed: 1, rows: 300);
        var costs = new ErrorCosts(Miss: 5, FalseAlarm: 1);
        var metrics = BinaryMetrics.Of(sample.Labels, sample.Scores, 0.5);
        var intervals = MetricIntervals.Of(sample.Labels, sample.Scores, 0.5, seed: 1, costs);

        foreach (BinaryMetric metric in Enum.GetValues<BinaryMetric>())
        {
            Interval interval = intervals[metric];
            double value = metric == BinaryMetric.CostPerCase ? costs.PerCase(metrics.Confusion)!.Value : metrics[metric]!.Value;
            Assert.Null(interval.WhyUndefined);
            Assert.Equal(value, interval.Value!.Value, 1e-13);
            Assert.True(interval.Contains(value), $"{metric}: {interval}");
            Assert.Equal(0.95, interval.Confidence);
        }
        Assert.Equal("Wilson", intervals[BinaryMetric.Recall].Method);
        Assert.Equal(WilsonInterval.Of(metrics.Confusion.TruePositives, metrics.Confusion.PredictedPositive),
            intervals[BinaryMetric.Precision]);
        Assert.StartsWith("DeLong", intervals[BinaryMetric.RocArea].Method);
    }

    [Fact]
    public void One_seed_gives_the_same_intervals_bit_for_bit()
    {
        LabelledScores sample = LabelledScores.Seeded(seed: 2, rows: 80);
        var first = MetricIntervals.Of(sample.Labels, sample.Scores, 0.5, seed: 9);
        var again = MetricIntervals.Of(sample.Labels, sample.Scores, 0.5, seed: 9);
        Assert.All(Enum.GetValues<BinaryMetric>(), metric => Assert.Equal(first[metric], again[metric]));
    }

    [Fact]
    public void A_model_that_calls_nobody_has_no_precision_and_says_so()
    {
        LabelledScores sample = LabelledScores.Seeded(seed: 3, rows: 60);
        var intervals = MetricIntervals.Of(sample.Labels, sample.Scores, threshold: 2, seed: 1);
        Assert.Equal("nothing was flagged positive", intervals[BinaryMetric.Precision].WhyUndefined);
        Assert.Equal("nothing was flagged positive", intervals[BinaryMetric.Matthews].WhyUndefined);
        Assert.Equal(0, intervals[BinaryMetric.F1].Value);
        Assert.Equal(0, intervals[BinaryMetric.F1].Low);
        Assert.InRange(intervals[BinaryMetric.F1].High!.Value, 0.1, 0.5); // the next rows may hold a call
        Assert.Equal("no costs were given", intervals[BinaryMetric.CostPerCase].WhyUndefined);
    }

    [Fact]
    public void One_class_leaves_the_ranking_undefined()
    {
        var intervals = MetricIntervals.Of([false, false, false], [0.1, 0.2, 0.3], 0.25, seed: 1);
        Assert.Equal("there are no positive rows", intervals[BinaryMetric.RocArea].WhyUndefined);
        Assert.Equal("there are no positive rows", intervals[BinaryMetric.AveragePrecision].WhyUndefined);
        Assert.Equal(2 / 3.0, intervals[BinaryMetric.Accuracy].Value!.Value, 1e-12);
    }
}
