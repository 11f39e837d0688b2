using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.LinearAlgebra;

public sealed class ClusterProfileTests
{
    [Fact]
    public void It_is_welchs_interval_in_deviations_of_the_column_strongest_first()
    {
        // Column 1: means 2 and 9, variances 1 and 20/3, of 3 and 4 rows.
        using Tensor X = torch.tensor(new double[,] { { 5, 1 }, { 5.5, 2 }, { 5, 3 }, { 5, 6 }, { 5, 8 }, { 5.5, 10 }, { 5, 12 } });

        ClusterProfile profile = ClusterProfile.Of(X, [0, 0, 0, 1, 1, 1, 1])[0];

        Assert.Equal((0, 3), (profile.Cluster, profile.Size));
        Assert.Equal([1, 0], profile.Contrasts.Select(contrast => contrast.Column));
        double σ = Math.Sqrt(((double[])[1, 2, 3, 6, 8, 10, 12]).Sum(x => (x - 6) * (x - 6)) / 7);
        double error = Math.Sqrt(1.0 / 3 + 20.0 / 3 / 4);
        double degrees = 4 / (1.0 / 9 / 2 + 25.0 / 9 / 3);
        double reach = StudentT.Quantile(0.975, degrees) * error;
        Assert.Equal(-7 / σ, profile.Contrasts[0].Difference.Value!.Value, 1e-12);
        Assert.Equal((-7 - reach) / σ, profile.Contrasts[0].Difference.Low!.Value, 1e-9);
        Assert.Equal((-7 + reach) / σ, profile.Contrasts[0].Difference.High!.Value, 1e-9);
    }

    [Fact]
    public void Constant_columns_and_single_rows_say_what_is_missing()
    {
        using Tensor X = torch.tensor(new double[,] { { 5, 1 }, { 5, 2 }, { 5, 30 } });

        IReadOnlyList<ClusterProfile> profiles = ClusterProfile.Of(X, [0, 0, 1]);

        Assert.Equal("the column is constant", profiles[0].Contrasts[^1].Difference.WhyUndefined);
        Assert.Equal("one side has a single row", profiles[1].Contrasts[0].Difference.WhyUndefined);
        Assert.True(profiles[1].Contrasts[0].Difference.Value > 0); // 30 beside 1 and 2
        Assert.Equal("all rows are in this cluster", ClusterProfile.Of(X, [3, 3, 3])[0].Contrasts[0].Difference.WhyUndefined);
    }
}
