using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.Evaluation;

public sealed class PairedAveragePrecisionsTests
{
    private static readonly bool[] Labels = [.. Enumerable.Range(0, 300).Select(row => row % 10 == 0)];

    [Fact]
    public void The_difference_is_that_of_both_areas()
    {
        (double[] good, double[] poor) = (Drawn(2, 1), Drawn(1, 2));
        Interval difference = PairedAveragePrecisions.Difference(Ranked(good), Ranked(poor), seed: 3, resamples: 500);
        double areas = BinaryMetrics.Of(Labels, good, 0).AveragePrecision!.Value
            - BinaryMetrics.Of(Labels, poor, 0).AveragePrecision!.Value;
        Assert.Equal(areas, difference.Value!.Value, 1e-12);
        Assert.True(difference.Contains(areas));
    }

    [Fact]
    public void Pairing_makes_the_interval_of_two_like_models_narrow()
    {
        double[] one = Drawn(1.5, 1), other = [.. one.Select((score, row) => score + 1e-4 * (row % 7))];
        Interval paired = PairedAveragePrecisions.Difference(Ranked(other), Ranked(one), seed: 3, resamples: 500);
        Interval alone = MetricIntervals.Of(Labels, one, 0.5, seed: 3)[BinaryMetric.AveragePrecision];
        Assert.True(paired.High - paired.Low < 0.2 * (alone.High - alone.Low));
    }

    [Fact]
    public void Models_that_rank_alike_differ_by_nothing()
    {
        double[] one = Drawn(1, 1);
        Interval none = PairedAveragePrecisions.Difference(
            Ranked(one), Ranked([.. one.Select(score => 3 * score - 1)]), seed: 3, resamples: 200);
        Assert.Equal(0, none.Value);
    }

    [Fact]
    public void Without_positives_it_is_not_defined() =>
        Assert.Contains(
            "no positive", PairedAveragePrecisions.Difference(OneClass, OneClass, seed: 1).WhyUndefined,
            StringComparison.Ordinal);

    private static double Squeezed(double score) => 1 / (1 + Math.Exp(-score));

    private static double[] Drawn(double apart, int seed)
    {
        var random = new Random(seed);
        return [.. Labels.Select(label => Squeezed(Normal.Draw(random) + (label ? apart : 0)))];
    }

    private static RankedScores OneClass => RankedScores.Of([false, false], [1, 2]);

    private static RankedScores Ranked(double[] scores) => RankedScores.Of(Labels, scores);
}
