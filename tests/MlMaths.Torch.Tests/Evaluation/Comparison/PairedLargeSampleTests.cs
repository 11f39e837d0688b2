using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.Evaluation;

public sealed class PairedLargeSampleTests
{
    private static readonly (bool[] Labels, double[] First, double[] Second) Many = Scored(1500);

    [Theory]
    [InlineData(BinaryMetric.LogLoss)]
    [InlineData(BinaryMetric.Brier)]
    [InlineData(BinaryMetric.AveragePrecision)]
    [InlineData(BinaryMetric.Accuracy)]
    [InlineData(BinaryMetric.F1)]
    [InlineData(BinaryMetric.Matthews)]
    public void Differences_are_those_of_a_paired_bootstrap(BinaryMetric metric)
    {
        Interval large = PairedLargeSample.Difference(
            metric, RankedScores.Of(Many.Labels, Many.First), RankedScores.Of(Many.Labels, Many.Second), 0.4, 0.5, seed: 1);
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
        var large = MetricIntervals.Of(RankedScores.Of(Many.Labels, Array.ConvertAll(Many.First, p => 10 * p - 3)), 1, seed: 1);
        Assert.Equal("scores outside 0 to 1 are no probabilities", large[BinaryMetric.LogLoss].WhyUndefined);
        var same = MetricIntervals.Of(Many.Labels, Many.First, 0.4, seed: 1);
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
