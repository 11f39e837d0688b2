using System.Text.Json;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Tests.Golden;

namespace MlMaths.Torch.Tests.Probability;

public sealed class BayesianCorrelatedTTests
{
    [Fact]
    public void Without_a_region_the_smaller_probability_is_half_of_SciPy_s_p()
    {
        foreach (JsonElement row in GoldenFile.Read("statistics.json").GetProperty("corrected_resampled_t").EnumerateArray())
        {
            var posterior = BayesianCorrelatedT.Of(
                row.GetProperty("diff").Doubles(), row.GetProperty("n_train").GetInt32(), row.GetProperty("n_test").GetInt32(), rope: 0);
            Assert.Equal(row.GetProperty("p").GetDouble() / 2, Math.Min(posterior.Worse!.Value, posterior.Better!.Value), 1e-10);
            Assert.Equal(0, posterior.Equivalent!.Value, 1e-12);
        }
    }

    [Fact]
    public void The_probabilities_are_shares_of_a_drawn_posterior()
    {
        double[] differences = [0.01, 0.03, -0.01, 0.02, 0.015, 0.0, 0.025, 0.005, 0.01, 0.02];
        var posterior = BayesianCorrelatedT.Of(differences, 90, 10, rope: 0.01);
        // mean 0.0125, s² 0.000145833, scale √((0.1 + 1/9) s²) = 0.00554882: t = ±(0.01 ∓ …) with 9 degrees of freedom
        Assert.Equal(1, posterior.Worse!.Value + posterior.Equivalent!.Value + posterior.Better!.Value, 1e-12);
        var moments = Moments.Of(differences);
        double scale = Math.Sqrt((0.1 + 1.0 / 9) * moments.SampleVariance!.Value);
        var random = new Random(1);
        int better = 0, worse = 0;
        for (int i = 0; i < 200_000; i++)
        {
            double chi = 0;
            for (int j = 0; j < 9; j++) chi += Math.Pow(Gauss(random), 2);
            double mean = moments.Mean + scale * Gauss(random) / Math.Sqrt(chi / 9);
            if (mean > 0.01) better++;
            if (mean < -0.01) worse++;
        }
        Assert.Equal(better / 200_000.0, posterior.Better.Value, 0.005); // four standard errors of a share of 200,000
        Assert.Equal(worse / 200_000.0, posterior.Worse.Value, 0.005);
    }

    [Fact]
    public void Folds_that_differ_alike_have_no_posterior()
    {
        var posterior = BayesianCorrelatedT.Of([0.02, 0.02], 90, 10, rope: 0.01);
        Assert.Null(posterior.Better);
        Assert.Equal("all 2 folds differ alike", posterior.Difference.WhyUndefined);
        Assert.Throws<ArgumentOutOfRangeException>(() => BayesianCorrelatedT.Of([0.02, 0.03], 90, 10, rope: -1));
    }

    private static double Gauss(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
