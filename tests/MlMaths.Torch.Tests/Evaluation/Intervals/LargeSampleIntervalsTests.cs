using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.Evaluation;

public sealed class LargeSampleIntervalsTests
{
    private static readonly (bool[] Labels, double[] First, double[] Second) Many = Scored(1500);

    private static readonly BinaryMetric[] Metrics =
        [.. Enum.GetValues<BinaryMetric>().Where(metric => metric != BinaryMetric.CostPerCase)];

    // The same numbers, and ends that differ by what two bootstraps differ by.
    [Fact]
    public void They_are_those_of_the_bootstrap_of_rows()
    {
        var large = LargeSampleIntervals.Of(Many.Labels, Many.First, 0.4, seed: 1);
        var small = MetricIntervals.Of(Many.Labels, Many.First, 0.4, seed: 2, resamples: 500);
        Assert.All(Metrics, metric =>
        {
            Interval one = large[metric], other = small[metric];
            double length = other.High!.Value - other.Low!.Value;
            Assert.Equal(other.Value!.Value, one.Value!.Value, 1e-10);
            if (metric == BinaryMetric.CalibrationError) return; // nearly right: either way is short, each by its own luck
            Assert.InRange(one.Low!.Value, other.Low.Value - 0.25 * length, other.Low.Value + 0.25 * length);
            Assert.InRange(one.High!.Value, other.High.Value - 0.25 * length, other.High.Value + 0.25 * length);
        });
    }

    [Fact]
    public void Of_probabilities_that_are_clearly_wrong_the_calibration_error_has_one_interval()
    {
        double[] bold = [.. Many.First.Select(p => p * p)];
        Interval one = LargeSampleIntervals.Of(Many.Labels, bold, 0.4, seed: 1)[BinaryMetric.CalibrationError],
            other = MetricIntervals.Of(Many.Labels, bold, 0.4, seed: 2, resamples: 500)[BinaryMetric.CalibrationError];
        Assert.Equal(other.Value!.Value, one.Value!.Value, 1e-10);
        Assert.InRange((one.High!.Value - one.Low!.Value) / (other.High!.Value - other.Low!.Value), 0.75, 1.33);
    }

    [Theory]
    [InlineData(BinaryMetric.LogLoss)]
    [InlineData(BinaryMetric.Brier)]
    [InlineData(BinaryMetric.AveragePrecision)]
    [InlineData(BinaryMetric.Accuracy)]
    [InlineData(BinaryMetric.F1)]
    [InlineData(BinaryMetric.Matthews)]
    public void Differences_are_those_of_a_paired_bootstrap(BinaryMetric metric)
    {
        Interval large = PairedLargeSample.Difference(metric, Many.Labels, Many.First, Many.Second, 0.4, 0.5, seed: 1);
        Resampling resampling = metric == BinaryMetric.AveragePrecision
            ? Resampling.Stratified(Many.Labels)
            : Resampling.OfRows(Many.Labels.Length);
        Interval slow = PairedBootstrap.Difference(resampling, Of(Many.First, 0.4), Of(Many.Second, 0.5), seed: 3, resamples: 200);
        double length = slow.High!.Value - slow.Low!.Value;
        Assert.Equal(slow.Value!.Value, large.Value!.Value, 1e-10);
        Assert.InRange((large.High!.Value - large.Low!.Value) / length, 0.75, 1.33);
        Assert.InRange(large.Low!.Value, slow.Low.Value - 0.25 * length, slow.Low.Value + 0.25 * length);

        RowStatistic Of(double[] scores, double threshold) => rows =>
        {
            bool[] labels = new bool[rows.Length];
            double[] drawn = new double[rows.Length];
            for (int i = 0; i < rows.Length; i++)
                (labels[i], drawn[i]) = (Many.Labels[rows[i]], scores[rows[i]]);
            return BinaryMetrics.Of(labels, drawn, threshold)[metric];
        };
    }

    [Fact]
    public void Scores_that_are_no_probabilities_have_a_ranking_and_calls()
    {
        var large = LargeSampleIntervals.Of(Many.Labels, Array.ConvertAll(Many.First, p => 10 * p - 3), 1, seed: 1);
        Assert.Equal("scores outside 0 to 1 are no probabilities", large[BinaryMetric.LogLoss].WhyUndefined);
        var same = LargeSampleIntervals.Of(Many.Labels, Many.First, 0.4, seed: 1);
        Assert.Equal(same[BinaryMetric.RocArea].Value!.Value, large[BinaryMetric.RocArea].Value!.Value, 1e-12);
        Assert.Equal(same[BinaryMetric.F1].Value, large[BinaryMetric.F1].Value);
    }

    [Fact]
    public void Counts_thinned_for_a_picture_keep_both_ends()
    {
        var counts = ThresholdCounts.From(Many.Labels, Many.First);
        ThresholdCounts thin = counts.Thinned(50);
        Assert.Equal((50, counts.Thresholds[0], counts.Thresholds[^1]), (thin.Thresholds.Count, thin.Thresholds[0], thin.Thresholds[^1]));
        Assert.Equal((counts.Positives, counts.Negatives), (thin.Positives, thin.Negatives));
        Assert.Same(counts, counts.Thinned(1_000_000));
    }

    private static (bool[], double[], double[]) Scored(int rows)
    {
        var random = new Random(12);
        double[] truth = [.. Enumerable.Range(0, rows).Select(_ => Math.Pow(random.NextDouble(), 2))];
        bool[] labels = [.. truth.Select(p => random.NextDouble() < p)];
        return (labels, [.. truth.Select(p => Noisy(p, 0.15))], [.. truth.Select(p => Noisy(p, 0.3))]);

        double Noisy(double p, double noise) => Math.Clamp(p + noise * (random.NextDouble() - 0.5), 0.001, 0.999);
    }
}
