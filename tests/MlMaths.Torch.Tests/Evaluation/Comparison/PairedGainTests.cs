using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.Evaluation;

public sealed class PairedGainTests
{
    [Fact]
    public void Of_rows_in_groups_of_one_it_is_about_what_rows_give()
    {
        (CalledScores first, CalledScores second) = Drawn(3000, seed: 1);
        var alone = RowGroups.Of([.. Enumerable.Range(0, 3000)]);
        foreach (BinaryMetric metric in (BinaryMetric[])[BinaryMetric.RocArea, BinaryMetric.LogLoss, BinaryMetric.Accuracy])
        {
            PairedGain rows = PairedGain.Of(metric, first, second, seed: 1), groups = PairedGain.Of(metric, first, second, 1, alone);
            double width = (rows.Gain.High - rows.Gain.Low)!.Value;
            Assert.Equal(rows.Gain.Value!.Value, groups.Gain.Value!.Value, 1e-12);
            Assert.Equal(rows.Gain.Low!.Value, groups.Gain.Low!.Value, 0.06 * width);
            Assert.Equal(rows.Gain.High!.Value, groups.Gain.High!.Value, 0.06 * width);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void It_is_positive_where_the_second_is_better_and_turns_with_the_order(bool inGroups)
    {
        (CalledScores worse, CalledScores better) = Drawn(600, seed: 2);
        RowGroups? groups = inGroups ? RowGroups.Of([.. Enumerable.Range(0, 600).Select(row => row / 3)]) : null;
        foreach (BinaryMetric metric in Enum.GetValues<BinaryMetric>())
        {
            if (metric is BinaryMetric.CalibrationError or BinaryMetric.CostPerCase) continue;
            PairedGain gain = PairedGain.Of(metric, worse, better, 3, groups, 300),
                turned = PairedGain.Of(metric, better, worse, 3, groups, 300);
            Assert.True(gain.Gain.Value > 0, $"{metric} {gain.Gain.Value}");
            Assert.Equal(gain.Gain.Value!.Value, -turned.Gain.Value!.Value, 1e-12);
            Assert.Equal(gain.Gain.Contains(0), gain.PValue > 0.05);
        }
    }

    /// <summary>Few rows and small gains: intervals are lopsided, and many of them end near 0.</summary>
    [Fact]
    public void Its_p_is_below_5_percent_where_and_only_where_the_interval_leaves_0_out()
    {
        int leftOut = 0;
        for (int seed = 1; seed <= 60; seed++)
        {
            (CalledScores worse, CalledScores better) = Drawn(40, seed);
            foreach (BinaryMetric metric in (BinaryMetric[])[BinaryMetric.Precision, BinaryMetric.Recall, BinaryMetric.LogLoss])
            {
                PairedGain gain = PairedGain.Of(metric, worse, better, seed, resamples: 200);
                if (gain is not { Gain.HasEnds: true, PValue: double p }) continue;
                Assert.Equal(gain.Gain.Contains(0), p > 0.05);
                leftOut += gain.Gain.Contains(0) ? 0 : 1;
            }
        }

        Assert.InRange(leftOut, 20, 160);
    }

    [Fact]
    public void Equal_scores_gain_nothing_and_what_is_not_compared_says_why()
    {
        (CalledScores one, _) = Drawn(60, seed: 4);
        var groups = RowGroups.Of([.. Enumerable.Range(0, 60).Select(row => row / 6)]);
        PairedGain none = PairedGain.Of(BinaryMetric.Brier, one, one, seed: 1, groups);
        Assert.Equal((0.0, 0.0, 0.0, 1.0), (none.Gain.Value, none.Gain.Low, none.Gain.High, none.PValue));
        Assert.Equal("calibration errors are not compared",
            PairedGain.Of(BinaryMetric.CalibrationError, one, one, seed: 1).Gain.WhyUndefined);
        CalledScores nobody = one with { Threshold = double.PositiveInfinity };
        Assert.Equal("nothing was flagged positive", PairedGain.Of(BinaryMetric.Precision, one, nobody, seed: 1).Gain.WhyUndefined);
    }

    // The second sees the class better by half a deviation.
    private static (CalledScores First, CalledScores Second) Drawn(int rows, int seed)
    {
        var random = new Random(seed);
        bool[] labels = [.. Enumerable.Range(0, rows).Select(_ => random.Next(2) == 0)];
        return (Of(0.4), Of(1.2));

        CalledScores Of(double shift) => new(RankedScores.Of(labels, [.. labels.Select(label =>
            Logit.Probability(2 * shift * Normal.Draw(random, mean: label ? shift : -shift)))]), 0.5);
    }
}
