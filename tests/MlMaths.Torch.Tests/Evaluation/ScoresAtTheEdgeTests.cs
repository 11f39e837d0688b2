using MlMaths.Torch.Evaluation;

namespace MlMaths.Torch.Tests.Evaluation;

public sealed class ScoresAtTheEdgeTests
{
    private static readonly bool[] Labels = [true, false, true, true, false, false, true, false];
    private static readonly double[] Plain = [0.9, 0.1, 0.6, -0.2, 0.4, -0.7, 0.8, -0.5];

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_calibration_refuses_a_score_that_is_no_number(double score)
    {
        double[] scores = [.. Plain];
        scores[3] = score;
        Assert.Contains("row 3", Assert.Throws<ArgumentException>(() => IsotonicCalibration.Fit(Labels,
            scores)).Message, StringComparison.Ordinal);
        Assert.Contains("row 3", Assert.Throws<ArgumentException>(() => PlattCalibration.Fit(Labels, scores)).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1e160)]
    [InlineData(1e-160)]
    [InlineData(1.7e308)]
    public void A_calibration_does_not_depend_on_the_unit_of_the_scores(double unit)
    {
        double[] far = [.. Plain.Select(score => score * unit)];
        PlattCalibration plain = PlattCalibration.Fit(Labels, Plain), platt = PlattCalibration.Fit(Labels, far);
        IsotonicCalibration steps = IsotonicCalibration.Fit(Labels, Plain), isotonic = IsotonicCalibration.Fit(Labels,
            far);
        foreach (double score in new[] { -0.7, -0.1, 0.05, 0.5, 0.9 })
        {
            Assert.Equal(plain.Probability(score), platt.Probability(score * unit), 1e-10);
            Assert.Equal(steps.Probability(score), isotonic.Probability(score * unit), 1e-10);
        }
    }

    [Fact]
    public void Scores_that_differ_by_less_than_a_slope_can_say_are_refused_with_a_sentence() =>
        Assert.Contains("other units", Assert.Throws<UserMistakeException>(
            () => PlattCalibration.Fit(Labels, [.. Plain.Select(score => score * 1e-318)])).Message,
                StringComparison.Ordinal);

    [Fact]
    public void Areas_do_not_depend_on_the_unit_of_the_scores()
    {
        double[] far = [.. Plain.Select(score => score * 1.7e308)];
        Assert.Equal(RocCurve.From(ThresholdCounts.From(Labels, Plain)).Area,
            RocCurve.From(ThresholdCounts.From(Labels, far)).Area);
        Assert.Equal(
            PrecisionRecallCurve.From(ThresholdCounts.From(Labels, Plain)).AveragePrecision,
            PrecisionRecallCurve.From(ThresholdCounts.From(Labels, far)).AveragePrecision);
    }
}
