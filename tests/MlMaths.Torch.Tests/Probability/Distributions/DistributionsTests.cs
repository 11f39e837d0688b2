using System.Text.Json;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Tests.Golden;

namespace MlMaths.Torch.Tests.Probability;

public sealed class DistributionsTests
{
    private static readonly JsonElement Reference = GoldenFile.Read("statistics.json").GetProperty("pmf");

    [Fact]
    public void Binomial_masses_are_those_of_SciPy()
    {
        foreach (JsonElement row in Reference.GetProperty("binomial").EnumerateArray())
        {
            double mass = Binomial.Mass(Whole(row, "k"), Whole(row, "n"), Number(row, "p"));
            Assert.Equal(Number(row, "value"), mass, 1e-12);
        }
    }

    [Fact]
    public void Poisson_masses_are_those_of_SciPy()
    {
        foreach (JsonElement row in Reference.GetProperty("poisson").EnumerateArray())
            Assert.Equal(Number(row, "value"), Poisson.Mass(Whole(row, "k"), Number(row, "rate")), 1e-12);
    }

    [Fact]
    public void Normal_probabilities_are_those_of_SciPy()
    {
        foreach (JsonElement row in Reference.GetProperty("normal_cdf").EnumerateArray())
        {
            double below = Normal.Cumulative(Number(row, "x"), Number(row, "mean"), Number(row, "sd"));
            Assert.Equal(Number(row, "value"), below, 1e-14);
        }
    }

    // Values of printed tables, which every statistics text has at its end.
    [Fact]
    public void Quantiles_are_those_of_the_tables()
    {
        Assert.Equal(1.959963984540054, Normal.TwoSidedQuantile(0.95), 1e-12);
        Assert.Equal(2.262157162740992, StudentT.Quantile(0.975, 9), 1e-9);
        Assert.Equal(3.841458820694124, ChiSquared.Quantile(0.95, 1), 1e-9);
        Assert.Equal(0.5, Beta.Quantile(0.5, 3, 3), 1e-12);
    }

    [Theory]
    [InlineData(0.001)]
    [InlineData(0.2)]
    [InlineData(0.5)]
    [InlineData(0.9999)]
    public void A_quantile_undoes_the_cumulative_probability(double share)
    {
        Assert.Equal(share, Normal.Cumulative(Normal.Quantile(share, 3, 2), 3, 2), 1e-12);
        Assert.Equal(share, StudentT.Cumulative(StudentT.Quantile(share, 4), 4), 1e-10);
        Assert.Equal(share, ChiSquared.Cumulative(ChiSquared.Quantile(share, 7), 7), 1e-10);
        Assert.Equal(share, Beta.Cumulative(Beta.Quantile(share, 2, 5), 2, 5), 1e-10);
    }

    [Fact]
    public void Cumulative_probabilities_add_the_masses_up()
    {
        Assert.Equal(Enumerable.Range(0, 5).Sum(k => Binomial.Mass(k, 12, 0.3)), Binomial.Cumulative(4, 12, 0.3), 1e-13);
        Assert.Equal(1, Binomial.Cumulative(3, 3, 0.9), 1e-15);
        Assert.Equal(Enumerable.Range(0, 5).Sum(k => Poisson.Mass(k, 2.5)), Poisson.Cumulative(4, 2.5), 1e-13);
    }

    [Fact]
    public void The_square_of_a_normal_value_is_chi_squared_far_into_the_tail()
    {
        foreach (double z in new[] { 0.5, 1.96, 5, 10 })
            Assert.Equal(1, ChiSquared.UpperTail(z * z, 1) / Normal.TwoSidedPValue(z), 1e-9);
    }

    private static double Number(JsonElement row, string name) => row.GetProperty(name).GetDouble();

    private static int Whole(JsonElement row, string name) => row.GetProperty(name).GetInt32();
}
