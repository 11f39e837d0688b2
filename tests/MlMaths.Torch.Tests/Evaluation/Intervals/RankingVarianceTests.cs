using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.Evaluation;

public sealed class RankingVarianceTests
{
    [Theory]
    [InlineData(40, 5)]
    [InlineData(300, 1000)]
    public void Of_the_ROC_area_it_is_DeLongs_ties_and_all(int rows, int differentScores)
    {
        (bool[] labels, double[] scores) = Rows(rows, seed: rows, differentScores);
        double known = DeLong.Of(labels, scores).Variance!.Value;
        (double ofPositives, double ofNegatives) = RankingVariance.OfRocArea(ThresholdCounts.From(labels, scores))!.Value;
        Assert.Equal(known, ofPositives + ofNegatives, 1e-12 * known);
    }

    // The influence of a row is a derivative: what AP gains where the row weighs a little more.
    [Fact]
    public void The_influence_on_average_precision_is_its_derivative_by_the_weight_of_a_row()
    {
        (bool[] labels, double[] scores) = Rows(60, seed: 5, differentScores: 25);
        var counts = ThresholdCounts.From(labels, scores);
        (double[] positive, double[] negative) = RankingVariance.Influences(counts);
        for (int row = 0; row < labels.Length; row++)
        {
            const double H = 1e-5;
            double slope = (Weighted(labels, scores, row, 1 + H) - Weighted(labels, scores, row, 1 - H)) / (2 * H);
            int b = counts.Thresholds.ToList().IndexOf(scores[row]);
            Assert.Equal(slope, labels[row] ? positive[b] : negative[b], 1e-8);
        }
    }

    [Fact]
    public void Of_average_precision_it_is_what_a_bootstrap_within_classes_finds()
    {
        (bool[] labels, double[] scores) = Rows(3000, seed: 2, differentScores: 100_000);
        Ranking ranking = Ranking.Of(labels, scores);
        double byBootstrap =
            Bootstrap.Of(
                Resampling.Stratified(ranking.Labels), DrawnRanking.Statistic(ranking, PrecisionRecallCurve.AreaInSteps), seed: 1,
                resamples: 600).StandardError!.Value;
        (double ofPositives, double ofNegatives) = RankingVariance.OfAveragePrecision(ThresholdCounts.From(labels, scores))!.Value;
        Assert.InRange(Math.Sqrt(ofPositives + ofNegatives) / byBootstrap, 0.9, 1.1);
    }

    // Slow and by definition: every positive row's precision, weights and all.
    private static double Weighted(bool[] labels, double[] scores, int heavy, double weight)
    {
        double sum = 0, all = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            if (!labels[i]) continue;
            double found = 0, called = 0;
            for (int j = 0; j < labels.Length; j++)
            {
                if (scores[j] < scores[i]) continue;
                called += W(j);
                if (labels[j]) found += W(j);
            }

            sum += W(i) * found / called;
            all += W(i);
        }

        return sum / all;

        double W(int row) => row == heavy ? weight : 1;
    }

    internal static (bool[] Labels, double[] Scores) Rows(int rows, int seed, int differentScores)
    {
        var random = new Random(seed);
        bool[] labels = [.. Enumerable.Range(0, rows).Select(_ => random.NextDouble() < 0.2)];
        return (labels, [.. labels.Select(label =>
            Math.Round((random.NextDouble() * 0.7 + (label ? 0.3 * random.NextDouble() : 0)) * differentScores)
            / differentScores)]);
    }
}
