using FsCheck.Xunit;
using MlMaths.Torch.Evaluation;

namespace MlMaths.Torch.Tests.Evaluation;

public sealed class CurveTests
{
    [Property]
    public void The_ROC_area_is_the_share_of_pairs_in_the_right_order(byte[] rows)
    {
        var sample = LabelledScores.From(rows);
        if (!sample.HasBothClasses) return;
        double pairs = 0, right = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            for (int j = 0; j < rows.Length; j++)
            {
                if (!sample.Labels[i] || sample.Labels[j]) continue;
                pairs++;
                right += sample.Scores[i] > sample.Scores[j] ? 1 : sample.Scores[i] == sample.Scores[j] ? 0.5 : 0;
            }
        }
        Assert.Equal(right / pairs, Roc(sample).Area!.Value, 1e-14);
    }

    [Property]
    public void Reversed_scores_have_the_rest_of_the_area(byte[] rows)
    {
        var sample = LabelledScores.From(rows);
        if (!sample.HasBothClasses) return;
        LabelledScores reversed = sample with { Scores = [.. sample.Scores.Select(score => -score)] };
        Assert.Equal(1, Roc(sample).Area!.Value + Roc(reversed).Area!.Value, 1e-14);
    }

    [Property]
    public void The_ROC_curve_rises_from_corner_to_corner_and_its_trapezoids_are_its_area(byte[] rows)
    {
        var sample = LabelledScores.From(rows);
        if (!sample.HasBothClasses) return;
        RocCurve curve = Roc(sample);
        Assert.Equal((0, 0), (curve.FalsePositiveRate[0], curve.TruePositiveRate[0]));
        Assert.Equal((1, 1), (curve.FalsePositiveRate[^1], curve.TruePositiveRate[^1]));
        double area = 0;
        for (int k = 1; k < curve.Thresholds.Count; k++)
        {
            Assert.True(curve.Thresholds[k] < curve.Thresholds[k - 1]);
            double width = curve.FalsePositiveRate[k] - curve.FalsePositiveRate[k - 1];
            area += width * (curve.TruePositiveRate[k] + curve.TruePositiveRate[k - 1]) / 2;
        }
        Assert.Equal(area, curve.Area!.Value, 1e-13);
    }

    [Fact]
    public void One_class_has_no_ROC_curve()
    {
        RocCurve curve = RocCurve.From(ThresholdCounts.From([true, true], [0.1, 0.9]));
        Assert.Null(curve.Area);
        Assert.Empty(curve.Thresholds);
        Assert.Equal("there are no negative rows", curve.WhyUndefined);
    }

    [Property]
    public void Average_precision_is_the_mean_over_positives_of_the_precision_at_their_score(byte[] rows)
    {
        var sample = LabelledScores.From(rows);
        if (!sample.Labels.Contains(true)) return;
        double expected = Enumerable.Range(0, rows.Length).Where(row => sample.Labels[row])
            .Average(row => ConfusionMatrix.Of(sample.Labels, sample.Scores, sample.Scores[row]).Precision!.Value);
        var counts = ThresholdCounts.From(sample.Labels, sample.Scores);
        Assert.Equal(expected, PrecisionRecallCurve.From(counts).AveragePrecision!.Value, 1e-13);
    }

    [Fact]
    public void Steps_and_straight_lines_differ_in_both_directions()
    {
        PrecisionRecallCurve four = PrecisionRecall([false, false, true, true], [0.1, 0.4, 0.35, 0.8]);
        Assert.Equal(0.8333333333333333, four.AveragePrecision!.Value, 1e-14); // ½·1 + ½·⅔
        Assert.Equal(0.7916666666666667, four.TrapezoidArea(), 1e-14);

        PrecisionRecallCurve tied = PrecisionRecall([true, false], [0.5, 0.5]);
        Assert.Equal(0.5, tied.AveragePrecision!.Value, 1e-15);
        Assert.Equal(0.75, tied.TrapezoidArea(), 1e-15);
        Assert.Equal(tied.Prevalence, tied.AveragePrecision);
    }

    [Fact]
    public void Without_positives_there_is_no_average_precision_and_without_negatives_it_is_1()
    {
        PrecisionRecallCurve none = PrecisionRecall([false, false], [0.5, 0.1]);
        Assert.Null(none.AveragePrecision);
        Assert.Equal("there are no positive rows", none.WhyUndefined);
        Assert.Equal(0, none.Prevalence);
        Assert.Equal(1, PrecisionRecall([true, true], [0.5, 0.1]).AveragePrecision);
    }

    private static RocCurve Roc(LabelledScores sample) => RocCurve.From(ThresholdCounts.From(sample.Labels, sample.Scores));

    private static PrecisionRecallCurve PrecisionRecall(bool[] labels, double[] scores) =>
        PrecisionRecallCurve.From(ThresholdCounts.From(labels, scores));
}
