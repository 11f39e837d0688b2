using FsCheck.Xunit;
using MlMaths.Torch.Evaluation;

namespace MlMaths.Torch.Tests.Evaluation;

public sealed class CalibrationTests
{
    [Property]
    public void Isotonic_steps_are_the_greatest_of_least_means(byte[] rows)
    {
        if (rows.Length == 0) return;
        var sample = LabelledScores.From(rows);
        var fitted = IsotonicCalibration.Fit(sample.Labels, sample.Scores);

        // f(s) = max over a ≤ s of min over b ≥ s of the mean label of the scores from a to b.
        double[] levels = [.. sample.Scores.Distinct().Order()];
        foreach (double s in levels)
        {
            double slow = levels.Where(a => a <= s).Max(a => levels.Where(b => b >= s).Min(b => MeanLabel(sample, a, b)));
            Assert.Equal(slow, fitted.Probability(s), 1e-12);
        }
    }

    [Fact]
    public void Between_steps_it_is_interpolated_and_beyond_them_level()
    {
        var fitted = IsotonicCalibration.Fit([false, false, true, true], [1, 2, 4, 5]);
        Assert.Equal([0, 0, 0, 0.5, 1, 1], new double[] { -7, 1, 2, 3, 4, 99 }.Select(fitted.Probability));
        Assert.Equal([1, 2, 4, 5], fitted.Scores);
    }

    [Fact]
    public void Tied_scores_have_the_share_of_their_positives()
    {
        var fitted = IsotonicCalibration.Fit([false, false, true], [1, 2, 2]);
        Assert.Equal([0, 0.5], new double[] { 1, 2 }.Select(fitted.Probability));
    }

    [Fact]
    public void A_logistic_curve_is_found_again()
    {
        var random = new Random(4);
        double[] scores = [.. Enumerable.Range(0, 20_000).Select(_ => 100 + 40 * random.NextDouble())];
        bool[] labels = [.. scores.Select(s => random.NextDouble() < 1 / (1 + Math.Exp(-(0.2 * s - 25))))];
        var fitted = PlattCalibration.Fit(labels, scores);
        Assert.Equal(0.2, fitted.Slope, 0.01);
        Assert.Equal(-25, fitted.Intercept, 1.2);
    }

    [Theory]
    [InlineData(1e-6)]
    [InlineData(1)]
    [InlineData(1e6)]
    public void At_the_fitted_curve_the_loss_is_flat_whatever_the_unit(double unit)
    {
        double[] scores = [.. new[] { -3.0, -1, 0, 0.5, 2, 4, 4, 6 }.Select(s => s * unit)];
        bool[] labels = [false, true, false, false, true, false, true, true];
        var fitted = PlattCalibration.Fit(labels, scores);

        // Four positives and four negatives: targets 5/6 and 1/6.
        double[] errors = [.. scores.Zip(labels, (s, y) => fitted.Probability(s) - (y ? 5.0 / 6 : 1.0 / 6))];
        Assert.Equal(0, errors.Sum(), 1e-8);
        Assert.Equal(0, errors.Zip(scores, (error, s) => error * s / unit).Sum(), 1e-8);
    }

    [Fact]
    public void Perfectly_separated_rows_end_at_a_finite_slope() =>
        Assert.InRange(PlattCalibration.Fit([false, false, true, true], [0, 1, 2, 3]).Slope, 0.1, 100);

    [Fact]
    public void Scores_that_say_nothing_get_the_share_of_the_targets()
    {
        var fitted = PlattCalibration.Fit([true, false, false, false], [2, 2, 2, 2]);
        Assert.Equal((2.0 / 3 + 3 * 0.2) / 4, fitted.Probability(2), 1e-9); // one positive: 2/3; three negatives: 1/5 each
    }

    [Fact]
    public void One_class_alone_cannot_calibrate_a_curve() =>
        Assert.Throws<ArgumentException>(() => PlattCalibration.Fit([true, true], [0.1, 0.2]));

    private static double MeanLabel(LabelledScores sample, double from, double to)
    {
        bool[] labels = [.. sample.Labels.Where((_, row) => sample.Scores[row] >= from && sample.Scores[row] <= to)];
        return labels.Count(label => label) / (double)labels.Length;
    }

    [Fact]
    public void Bins_of_equal_promise_hold_about_as_many_expected_positives_each()
    {
        double[] probabilities = [.. Enumerable.Range(1, 2000).Select(row => Math.Pow(row / 2001.0, 6))];
        bool[] labels = [.. probabilities.Select((probability, row) => row % 100 < 100 * probability)];
        ReliabilityDiagram diagram = ReliabilityDiagram.EqualPromise(labels, probabilities, 8);

        double each = probabilities.Sum() / 8;
        Assert.Equal(8, diagram.Bins.Count);
        Assert.Equal(2000, diagram.Bins.Sum(bin => bin.Count));
        Assert.All(diagram.Bins, bin => Assert.InRange(bin.Count * bin.MeanScore!.Value, each - 1, each + 1));
        Assert.True(diagram.Bins[0].Count > 10 * diagram.Bins[^1].Count);
    }

    [Fact]
    public void Equal_probabilities_are_one_bin_of_equal_promise() =>
        Assert.Single(ReliabilityDiagram.EqualPromise([true, false, false], [0.2, 0.2, 0.2], 8).Bins, bin => bin.Count == 3);
}
