using FsCheck.Xunit;
using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.Evaluation;

public sealed class CalibrationTests
{
    [Fact]
    public void Edges_belong_to_the_bin_below_and_zero_to_the_first()
    {
        var diagram = ReliabilityDiagram.EqualWidth([false, false, true, true], [0, 0.5, 0.50001, 1], bins: 2);
        Assert.Equal([2, 2], diagram.Bins.Select(bin => bin.Count));
        Assert.Equal((0.25, 0), (diagram.Bins[0].MeanScore, diagram.Bins[0].PositiveRate));
    }

    [Fact]
    public void Two_bins_of_a_hand_count_have_its_calibration_error()
    {
        // (0, ½]: mean 0.3, rate 0 of 2; (½, 1]: mean 0.7, rate 1: 2/3 · 0.3 + 1/3 · 0.3
        var diagram = ReliabilityDiagram.EqualWidth([false, false, true], [0.2, 0.4, 0.7], bins: 2);
        Assert.Equal(0.3, diagram.ExpectedCalibrationError!.Value, 1e-15);
        Assert.Equal(WilsonInterval.Of(0, 2), diagram.Bins[0].PositiveRateInterval);
    }

    [Fact]
    public void An_empty_bin_promises_nothing()
    {
        ReliabilityBin empty = ReliabilityDiagram.EqualWidth([true], [0.9], bins: 3).Bins[0];
        Assert.Equal(0, empty.Count);
        Assert.Null(empty.MeanScore);
        Assert.Null(empty.PositiveRate);
        Assert.Equal("a proportion of no trials", empty.PositiveRateInterval.WhyUndefined);
        Assert.Null(ReliabilityDiagram.EqualWidth([], []).ExpectedCalibrationError);
    }

    [Fact]
    public void Bins_of_equal_mass_share_the_rows_and_keep_ties_together()
    {
        LabelledScores sample = LabelledScores.Seeded(seed: 2, rows: 1000);
        var diagram = ReliabilityDiagram.EqualMass(sample.Labels, sample.Scores, bins: 8);
        Assert.Equal(8, diagram.Bins.Count);
        Assert.All(diagram.Bins, bin => Assert.InRange(bin.Count, 123, 127));

        var tied = ReliabilityDiagram.EqualMass([true, false, true, false, true, false], [0.3, 0.3, 0.3, 0.3, 0.6, 0.9], bins: 3);
        Assert.Equal([4, 2], tied.Bins.Select(bin => bin.Count));
    }

    [Property]
    public void No_row_is_lost_between_the_bins(byte[] rows, byte bins)
    {
        var sample = LabelledScores.From(rows);
        foreach (ReliabilityDiagram diagram in new[]
        {
            ReliabilityDiagram.EqualWidth(sample.Labels, sample.Scores, 1 + bins % 20),
            ReliabilityDiagram.EqualMass(sample.Labels, sample.Scores, 1 + bins % 20),
        })
        {
            Assert.Equal(rows.Length, diagram.Bins.Sum(bin => bin.Count));
            Assert.Equal(0, diagram.Bins[0].Low);
            Assert.Equal(1, diagram.Bins[^1].High);
            for (int k = 1; k < diagram.Bins.Count; k++) Assert.Equal(diagram.Bins[k - 1].High, diagram.Bins[k].Low);
        }
    }

    [Fact]
    public void A_logit_is_not_a_probability()
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => BrierScore.Of([true, false], [0.4, 1.5]));
        Assert.Equal("The score of row 1 is 1.5, and must be a probability from 0 to 1.", refusal.Message);
        Assert.Throws<ArgumentException>(() => LogLoss.Of([true], [double.NaN]));
        Assert.Throws<ArgumentException>(() => ReliabilityDiagram.EqualWidth([true], [-0.1]));
    }

    [Fact]
    public void Certainty_that_is_wrong_costs_the_clipped_logarithm()
    {
        Assert.Equal(-Math.Log(1e-15), LogLoss.Of([true], [0])!.Value, 1e-12);
        Assert.Equal(Math.Log(2), LogLoss.Of([true, false], [0.5, 0.5])!.Value, 1e-15);
        Assert.Null(LogLoss.Of([], []));
        Assert.Null(BrierScore.Of([], []));
    }

    [Property]
    public void The_parts_of_the_Brier_score_add_up_to_it(byte[] rows, byte bins)
    {
        if (rows.Length == 0) return;
        var sample = LabelledScores.From(rows);
        var parts = BrierDecomposition.Of(sample.Labels, sample.Scores, 1 + bins % 20)!;
        Assert.Equal(BrierScore.Of(sample.Labels, sample.Scores)!.Value, parts.Score, 1e-12);
        if (parts.Corrected is BiasCorrectedBrierParts corrected)
        {
            Assert.Equal(
                parts.Reliability - parts.Resolution + parts.Uncertainty,
                corrected.Reliability - corrected.Resolution + corrected.Uncertainty, 1e-12);
        }
    }

    [Fact]
    public void Probabilities_that_are_equal_within_each_bin_need_only_Murphys_three_parts()
    {
        var parts = BrierDecomposition.Of([false, false, true, true, true, false], [0.25, 0.25, 0.25, 0.75, 0.75, 0.75])!;
        Assert.Equal(1.0 / 144, parts.Reliability, 1e-15); // 1/3 for ¼ and 2/3 for ¾: 1/12 off
        Assert.Equal(1.0 / 36, parts.Resolution, 1e-15);   // 1/3 and 2/3 about ½
        Assert.Equal(0.25, parts.Uncertainty, 1e-15);
        Assert.Equal(0, parts.WithinBinVariance, 1e-15);
        Assert.Equal(0, parts.WithinBinCovariance, 1e-15);
        // b = 2 · ½ · (2/9)/2 = 1/9
        Assert.Equal(1.0 / 144 - 1.0 / 9, parts.Corrected!.Reliability, 1e-15);
        Assert.Equal(1.0 / 36 - 1.0 / 9 + 0.05, parts.Corrected.Resolution, 1e-15);
        Assert.Equal(0.3, parts.Corrected.Uncertainty, 1e-15);
    }

    [Fact]
    public void The_correction_takes_the_bias_of_true_probabilities_off()
    {
        var random = new Random(6);
        double plain = 0, corrected = 0;
        for (int sample = 0; sample < 500; sample++)
        {
            double[] probabilities = [.. Enumerable.Range(0, 100).Select(row => row % 5 * 0.2 + 0.1)];
            bool[] labels = [.. probabilities.Select(p => random.NextDouble() < p)];
            var parts = BrierDecomposition.Of(labels, probabilities)!;
            plain += parts.Reliability / 500;
            corrected += parts.Corrected!.Reliability / 500;
        }
        Assert.InRange(plain, 0.006, 0.011); // Σ p(1 − p)/n: 0.0085 where the truth is 0
        Assert.InRange(corrected, -0.001, 0.001);
    }

    [Fact]
    public void The_null_band_holds_true_probabilities_and_not_overconfident_ones()
    {
        var random = new Random(5);
        double[] truth = [.. Enumerable.Range(0, 300).Select(_ => random.NextDouble())];
        int above = 0;
        for (int sample = 0; sample < 200; sample++)
        {
            bool[] labels = [.. truth.Select(p => random.NextDouble() < p)];
            var band = CalibrationNullBand.Of(labels, truth, seed: sample, simulations: 200);
            if (band.PValue <= 0.05) above++;
        }
        Assert.InRange(above, 2, 20); // 10 of 200 expected

        bool[] seen = [.. truth.Select(p => random.NextDouble() < p)];
        double[] overconfident = [.. truth.Select(p => p < 0.5 ? p * p : 1 - (1 - p) * (1 - p))];
        var caught = CalibrationNullBand.Of(seen, overconfident, seed: 1);
        Assert.True(caught.Observed > caught.High, $"{caught}");
        Assert.True(caught.PValue < 0.01);
    }

    [Fact]
    public void The_null_band_repeats_with_its_seed_and_is_empty_without_rows()
    {
        LabelledScores sample = LabelledScores.Seeded(seed: 1, rows: 50);
        Assert.Equal(
            CalibrationNullBand.Of(sample.Labels, sample.Scores, seed: 3), CalibrationNullBand.Of(sample.Labels, sample.Scores, seed: 3));
        Assert.Null(CalibrationNullBand.Of([], [], seed: 3).High);
    }

    [Fact]
    public void The_quick_calibration_error_is_that_of_the_diagram()
    {
        LabelledScores sample = LabelledScores.Seeded(seed: 7, rows: 400);
        var quick = new CalibrationError(sample.Scores, 15);
        double all = quick.OfDrawn([.. Enumerable.Range(0, 400)], sample.Labels);
        Assert.Equal(ReliabilityDiagram.EqualWidth(sample.Labels, sample.Scores, 15).ExpectedCalibrationError!.Value, all, 1e-14);
    }
}
