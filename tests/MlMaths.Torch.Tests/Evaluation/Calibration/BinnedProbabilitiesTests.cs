using MlMaths.Torch.Evaluation;

namespace MlMaths.Torch.Tests.Evaluation;

public sealed class BinnedProbabilitiesTests
{
    private const int Bins = 15;

    [Theory]
    [InlineData(0)]
    [InlineData(0.013)]
    [InlineData(-0.04)]
    [InlineData(0.6)]
    [InlineData(-2)]
    public void A_bins_gap_and_its_variance_are_the_sums_over_its_rows(double off)
    {
        var random = new Random(5);
        double[] p = [0, 1, .. Enumerable.Range(0, 500).Select(_ => random.NextDouble() * random.NextDouble())];
        var edges = ProbabilityBins.EqualWidth(Bins);
        int[] bins = [.. p.Select(edges.IndexOf)];
        var binned = new BinnedProbabilities(p, bins, Bins);
        for (int bin = 0; bin < Bins; bin++)
        {
            double gap = 0, variance = 0;
            foreach (double one in p.Where((_, row) => bins[row] == bin))
            {
                double q = Math.Clamp(one - off, 0, 1);
                gap += one - q;
                variance += (one - q) * (one - q) + q * (1 - q);
            }

            (double Gap, double Variance) found = binned.Gap(bin, off);
            Assert.Equal(gap, found.Gap, 1e-12);
            Assert.Equal(variance, found.Variance, 1e-12);
        }
    }

    [Fact]
    public void The_bin_of_equal_width_is_the_first_whose_upper_edge_is_not_below()
    {
        foreach (int count in (int[])[1, 3, 7, 10, 15, 49])
        {
            var bins = ProbabilityBins.EqualWidth(count);
            double[] near = [.. bins.Edges, .. bins.Edges.Select(Math.BitIncrement), .. bins.Edges.Select(Math.BitDecrement), 0.123, 0.77];
            foreach (double p in near.Where(one => one is >= 0 and <= 1))
                Assert.Equal(Math.Max(0, Array.FindIndex(bins.Edges, 1, edge => edge >= p) - 1), bins.IndexOf(p));
        }
    }
}
