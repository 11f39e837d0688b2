using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.Evaluation;

public sealed class PrecisionRecallBandTests
{
    /// <summary>The slow way: drawn rows are written out, sorted anew, and the curve is read as it is defined.</summary>
    [Theory]
    [InlineData(60, 0.3, 10)]
    [InlineData(200, 0.05, 40)]
    [InlineData(40, 0.5, 3)]
    public void It_is_what_drawn_rows_show_when_each_draw_is_sorted_anew(int rows, double share, int distinct)
    {
        const int Resamples = 120, Points = 20, Seed = 11;
        (bool[] labels, double[] scores) = Rows(rows, share, distinct, seed: 5);

        var band = PrecisionRecallBand.Of(RankedScores.Of(labels, scores), Seed, Resamples, points: Points);

        Quantiles[] slow = [.. Slow(labels, scores, Seed, Resamples, Points).Select(one => Quantiles.Of(one))];
        Assert.Equal(slow.Select(one => one.At(0.025)), band.Low, (a, b) => Math.Abs(a - b) < 1e-15);
        Assert.Equal(slow.Select(one => one.At(0.975)), band.High, (a, b) => Math.Abs(a - b) < 1e-15);
        Assert.Equal((0.05, 1), (band.Recall[0], band.Recall[^1]));
    }

    [Fact]
    public void A_perfect_ranking_has_no_width_and_a_blind_one_ends_at_the_base_rate()
    {
        var perfect = PrecisionRecallBand.Of(RankedScores.Of([true, true, false, false], [0.9, 0.8, 0.2, 0.1]), 1, 50);
        Assert.All(perfect.Low.Concat(perfect.High), precision => Assert.Equal(1, precision));

        var blind = PrecisionRecallBand.Of(RankedScores.Of([true, false, false, false], [0.3, 0.3, 0.3, 0.3]), 1, 50);
        Assert.All(blind.Low.Concat(blind.High), precision => Assert.Equal(0.25, precision));
    }

    [Fact]
    public void A_missing_class_has_no_band_but_a_reason()
    {
        var band = PrecisionRecallBand.Of(RankedScores.Of([false, false], [0.1, 0.2]), 1);
        Assert.Empty(band.Recall);
        Assert.Equal("there are no positive rows", band.WhyUndefined);
    }

    [Fact]
    public void The_same_seed_gives_the_same_band()
    {
        (bool[] labels, double[] scores) = Rows(80, 0.3, 50, seed: 6);
        var rows = RankedScores.Of(labels, scores);
        Assert.Equal(PrecisionRecallBand.Of(rows, 3, 40).Low, PrecisionRecallBand.Of(rows, 3, 40).Low);
        Assert.NotEqual(PrecisionRecallBand.Of(rows, 4, 40).Low, PrecisionRecallBand.Of(rows, 3, 40).Low);
    }

    private static double[][] Slow(bool[] labels, double[] scores, int seed, int resamples, int points)
    {
        // Rows in the order of their scores, as ties within a score change nothing.
        int[] order = [.. Enumerable.Range(0, labels.Length).OrderByDescending(row => scores[row])];
        var random = new SplitMix64(seed, DrawnFor.Bootstrap);
        int[] drawn = new int[labels.Length];
        double[][] precisions = [.. Enumerable.Range(0, points).Select(_ => new double[resamples])];
        var ranking = Ranking.Of(labels, scores);
        Resampling resampling = Resampling.Stratified(ranking.Labels);
        for (int b = 0; b < resamples; b++)
        {
            resampling.Draw(ref random, drawn);
            bool[] drawnLabels = [.. drawn.Select(place => ranking.Labels[place])];
            double[] drawnScores = [.. drawn.Select(place => scores[order[place]])];
            var curve = PrecisionRecallCurve.From(ThresholdCounts.From(drawnLabels, drawnScores));
            for (int point = 1; point <= points; point++)
            {
                precisions[point - 1][b] = curve.Precision[Enumerable.Range(0, curve.Recall.Count)
                    .First(k => curve.Recall[k] > (double)point / points - 1e-9)];
            }
        }
        return precisions;
    }

    private static (bool[] Labels, double[] Scores) Rows(int rows, double share, int distinct, int seed)
    {
        var random = new Random(seed);
        bool[] labels = [.. Enumerable.Range(0, rows).Select(row => row == 0 || random.NextDouble() < share)];
        return (labels, [.. labels.Select(label => Math.Floor(distinct * Math.Pow(random.NextDouble(), label ? 0.5 : 2)) / distinct)]);
    }
}
