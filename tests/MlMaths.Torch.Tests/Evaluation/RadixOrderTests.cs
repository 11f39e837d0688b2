using MlMaths.Torch.Evaluation;

namespace MlMaths.Torch.Tests.Evaluation;

/// <summary>Dealing keys out and comparing numbers give the same order.</summary>
public sealed class RadixOrderTests
{
    private static readonly double[] Edges =
    [
        0, -0.0, double.Epsilon, -double.Epsilon, double.MaxValue, -double.MaxValue, 1, -1, double.BitIncrement(1), 0.1f, -0.1f,
        1e-300, -1e300,
    ];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(RadixOrder.WorthDealing - 1)]
    [InlineData(RadixOrder.WorthDealing)]
    [InlineData(50_000)]
    public void Numbers_of_every_size_and_sign_are_sorted_as_comparing_sorts_them(int count)
    {
        var random = new Random(4);
        Check([.. Enumerable.Range(0, count).Select(i => i < Edges.Length ? Edges[i]
            : (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-300, 300)))]);
        Check([.. Enumerable.Range(0, count).Select(_ => (double)random.NextSingle())]);
        Check([.. Enumerable.Range(0, count).Select(_ => Math.Round(random.NextDouble(), 2))]);
        Check([.. Enumerable.Repeat(0.25, count)]);
    }

    [Theory]
    [InlineData(3_000)]
    [InlineData(12_000)]
    public void Counts_at_every_threshold_are_those_that_come_out_row_by_row(int rows)
    {
        var random = new Random(5);
        bool[] labels = [.. Enumerable.Range(0, rows).Select(_ => random.Next(4) == 0)];
        double[] scores = [.. labels.Select(label => Math.Round(random.NextDouble() + (label ? 0.4 : 0), 2) - 0.6)];
        var counts = ThresholdCounts.From(labels, scores);
        Assert.Equal(scores.Distinct().OrderDescending(), counts.Thresholds);
        for (int k = 0; k < counts.Thresholds.Count; k++)
        {
            double threshold = counts.Thresholds[k];
            Assert.Equal(labels.Zip(scores).Count(row => row.First && row.Second >= threshold), counts.TruePositives[k]);
            Assert.Equal(labels.Zip(scores).Count(row => !row.First && row.Second >= threshold), counts.FalsePositives[k]);
        }
    }

    [Fact]
    public void Zero_has_one_sign() => Assert.Equal([0.0], ThresholdCounts.From([true, false], [-0.0, 0.0]).Thresholds);

    private static void Check(double[] numbers)
    {
        double[] sorted = [.. numbers], compared = [.. numbers.OrderDescending()];
        RadixOrder.Descending(sorted);
        Assert.Equal(compared, sorted);
        Assert.All(sorted, one => Assert.False(one == 0 && double.IsNegative(one)));
    }
}
