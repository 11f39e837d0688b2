using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.Probability;

public sealed class PairedBootstrapTests
{
    private static readonly double[] Hard = [.. Enumerable.Range(0, 200).Select(row => 10 * Math.Sin(row * row))];

    [Fact]
    public void What_is_hard_for_both_cancels()
    {
        double[] slightlyBetter = [.. Hard.Select((value, row) => value + 0.1 + 0.2 * Math.Cos(7 * row))];
        Interval paired = PairedBootstrap.Difference(Resampling.OfRows(200), Mean(Hard), Mean(slightlyBetter), seed: 1);
        Interval alone = MeanInterval.Of(slightlyBetter, seed: 1);
        Assert.True(paired.Low > 0 && paired.High < 0.2, paired.ToString());
        Assert.True(alone.High - alone.Low > 20 * (paired.High - paired.Low));
        Assert.StartsWith("paired bootstrap BCa", paired.Method, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_the_interval_of_the_mean_difference()
    {
        double[] other = [.. Hard.Select((value, row) => value * 0.9 + Math.Cos(3 * row))];
        Interval paired = PairedBootstrap.Difference(Resampling.OfRows(200), Mean(Hard), Mean(other), seed: 4);
        Interval direct = MeanInterval.Of([.. other.Zip(Hard, (b, a) => b - a)], seed: 4);
        Assert.Equal(direct.Low!.Value, paired.Low!.Value, 1e-9);
        Assert.Equal(direct.High!.Value, paired.High!.Value, 1e-9);
    }

    [Fact]
    public void A_statistic_with_itself_and_one_that_is_not_defined_have_no_interval()
    {
        Assert.Equal(0, PairedBootstrap.Difference(Resampling.OfRows(200), Mean(Hard), Mean(Hard), seed: 1).Value);
        Assert.Contains(
            "same value",
            PairedBootstrap.Difference(Resampling.OfRows(200), Mean(Hard), Mean(Hard), seed: 1).WhyUndefined,
            StringComparison.Ordinal);
        Assert.Null(PairedBootstrap.Difference(Resampling.OfRows(200), Mean(Hard), _ => null, seed: 1).Value);
    }

    private static RowStatistic Mean(double[] values) => rows =>
    {
        double sum = 0;
        foreach (int row in rows) sum += values[row];
        return sum / rows.Length;
    };
}
