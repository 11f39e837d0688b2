using MlMaths.Torch.Figures;

namespace MlMaths.Torch.Tests.Figures;

public sealed class DecimationTests
{
    private static readonly double[] Steps = [.. Enumerable.Range(0, 10_000).Select(step => (double)step)];

    [Fact]
    public void A_single_peak_and_a_single_dip_among_ten_thousand_points_stay()
    {
        double[] flat = new double[10_000];
        (flat[4_321], flat[8_765]) = (7, -3);

        IReadOnlyList<int> kept = Decimation.Keep(Steps, flat, columns: 50);

        Assert.Contains(4_321, kept);
        Assert.Contains(8_765, kept);
        Assert.InRange(kept.Count, 4, 200);
    }

    [Fact]
    public void Every_column_keeps_its_lowest_and_highest_point()
    {
        var random = new Random(1);
        double[] values = [.. Steps.Select(_ => random.NextDouble())];

        HashSet<int> kept = [.. Decimation.Keep(Steps, values, columns: 40)];

        for (int column = 0; column < 40; column++)
        {
            int[] members = [.. Enumerable.Range(0, 10_000).Where(i => Math.Min((int)(i / (9_999.0 / 40)), 39) == column)];
            Assert.Contains(members.MinBy(i => values[i]), kept);
            Assert.Contains(members.MaxBy(i => values[i]), kept);
        }
    }

    [Fact]
    public void First_and_last_point_stay_and_order_is_kept()
    {
        IReadOnlyList<int> kept = Decimation.Keep(Steps, [.. Steps.Select(Math.Sin)], columns: 50);
        Assert.Equal(0, kept[0]);
        Assert.Equal(9_999, kept[^1]);
        Assert.Equal(kept.Order().Distinct(), kept);
    }

    [Fact]
    public void A_short_curve_stays_whole() => Assert.Equal([0, 1, 2], Decimation.Keep([0, 1, 2], [5, 5, 5], columns: 50));
}
