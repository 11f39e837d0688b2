using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.Probability;

/// <summary>What only rounding makes different has no spread, and nothing is concluded from one.</summary>
public sealed class SpreadTests
{
    // Ten times 0.9 − 0.8, worked out as a cross-validation does: equal but for the last bits.
    private static readonly double[] Alike =
        [.. Enumerable.Range(0, 10).Select(fold => (0.9 + fold * 0.01) - (0.8 + fold * 0.01))];

    [Fact]
    public void Folds_that_differ_in_the_last_bit_differ_alike()
    {
        Assert.True(Alike.Distinct().Count() > 1);
        var corrected = CorrectedResampledT.Of(Alike, 90, 10);
        Assert.Null(corrected.PValue);
        Assert.Equal("all 10 folds differ alike", corrected.Difference.WhyUndefined);
        var paired = PairedT.Of(Alike);
        Assert.Null(paired.PValue);
        Assert.Equal("all 10 pairs differ alike", paired.Difference.WhyUndefined);
        Assert.Null(BayesianCorrelatedT.Of(Alike, 90, 10, rope: 0.01).Better);
    }

    [Fact]
    public void A_small_spread_that_is_real_still_counts()
    {
        var test = CorrectedResampledT.Of([0.02, 0.0200001, 0.0199999, 0.02, 0.0200001], 90, 10);
        Assert.InRange(test.PValue!.Value, 1e-30, 1e-10);
    }

    [Theory]
    [InlineData(35)]
    [InlineData(6000)]
    public void The_mean_of_values_that_are_all_alike_has_no_ends_however_many_they_are(int count)
    {
        double[] values = new double[count];
        Array.Fill(values, 0.1);
        Interval interval = MeanInterval.Of(values, seed: 1);
        Assert.False(interval.HasEnds);
        Assert.Equal(0.1, interval.Value!.Value, 1e-15);
        Assert.Equal($"all {count:#,0} values are alike", interval.WhyUndefined);

        values[1] = Math.BitIncrement(0.1);
        Assert.False(MeanInterval.Of(values, seed: 1).HasEnds);
    }
}
