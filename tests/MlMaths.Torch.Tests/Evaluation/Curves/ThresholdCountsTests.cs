using FsCheck.Xunit;
using MlMaths.Torch.Evaluation;

namespace MlMaths.Torch.Tests.Evaluation;

public sealed class ThresholdCountsTests
{
    [Fact]
    public void Equal_scores_are_one_threshold()
    {
        var counts = ThresholdCounts.From([false, true, true, false, true], [0.2, 0.7, 0.2, 0.9, 0.2]);

        Assert.Equal([0.9, 0.7, 0.2], counts.Thresholds);
        Assert.Equal([0, 1, 3], counts.TruePositives);
        Assert.Equal([1, 1, 2], counts.FalsePositives);
        Assert.Equal(3, counts.Positives);
        Assert.Equal(2, counts.Negatives);
    }

    [Property]
    public void Any_threshold_has_the_confusion_matrix_of_a_plain_count(byte[] rows, byte at)
    {
        if (rows.Length == 0) return;
        var sample = LabelledScores.From(rows);
        foreach (double threshold in new[] { (at >> 4) / 15.0, at / 255.0, -1, 2, double.PositiveInfinity, double.NegativeInfinity })
        {
            Assert.Equal(
                ConfusionMatrix.Of(sample.Labels, sample.Scores, threshold),
                ThresholdCounts.From(sample.Labels, sample.Scores).At(threshold));
        }
    }

    [Property]
    public void The_order_of_the_rows_changes_nothing(byte[] rows, int seed)
    {
        if (rows.Length == 0) return;
        var sample = LabelledScores.From(rows);
        LabelledScores shuffled = sample.Shuffled(seed);
        var counts = ThresholdCounts.From(sample.Labels, sample.Scores);
        var again = ThresholdCounts.From(shuffled.Labels, shuffled.Scores);

        Assert.Equal(counts.Thresholds, again.Thresholds);
        Assert.Equal(counts.TruePositives, again.TruePositives);
        Assert.Equal(counts.FalsePositives, again.FalsePositives);
        Assert.Equal(RocCurve.From(counts).Area, RocCurve.From(again).Area);
        Assert.Equal(PrecisionRecallCurve.From(counts).AveragePrecision, PrecisionRecallCurve.From(again).AveragePrecision);
    }

    [Property]
    public void A_row_drawn_twice_counts_like_two_rows(byte[] rows, int seed)
    {
        if (rows.Length == 0) return;
        var sample = LabelledScores.From(rows);
        Ranking ranking = Ranking.Of(sample.Labels, sample.Scores);
        double[] descending = [.. sample.Scores.OrderDescending()];
        var random = new Random(seed);
        int[] timesDrawn = [.. rows.Select(_ => random.Next(4))];
        if (timesDrawn.Sum() == 0) return;

        long[] truePositives = new long[ranking.Thresholds.Length], falsePositives = new long[ranking.Thresholds.Length];
        ranking.Count(timesDrawn, truePositives, falsePositives);
        int[] places = [.. timesDrawn.SelectMany((times, place) => Enumerable.Repeat(place, times))];
        var repeated = ThresholdCounts.From(
            [.. places.Select(place => ranking.Labels[place])], [.. places.Select(place => descending[place])]);

        Assert.Equal(RocCurve.From(repeated).Area, RocCurve.AreaUnder(truePositives, falsePositives));
        Assert.Equal(
            PrecisionRecallCurve.From(repeated).AveragePrecision, PrecisionRecallCurve.AreaInSteps(truePositives, falsePositives));
    }

    [Fact]
    public void A_score_that_is_no_number_is_refused_with_its_row()
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => ThresholdCounts.From([true, false], [0.1, double.NaN]));
        Assert.Equal("The score of row 1 is NaN, and must be a finite number.", refusal.Message);
        Assert.Throws<ArgumentException>(() => ThresholdCounts.From([true, false], [0.1]));
        Assert.Throws<ArgumentException>(() => ThresholdCounts.From([], []));
    }
}
