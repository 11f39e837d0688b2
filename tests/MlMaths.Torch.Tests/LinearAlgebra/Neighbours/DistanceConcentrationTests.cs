using MlMaths.Torch.LinearAlgebra;

namespace MlMaths.Torch.Tests.LinearAlgebra;

public sealed class DistanceConcentrationTests
{
    [Fact]
    public void Distances_of_noise_vary_by_one_over_the_root_of_twice_the_dimensions()
    {
        using Tensor X = torch.tensor(PrincipalComponentsTests.Drawn(200 * 3, 1), 200, 3);
        var concentration = DistanceConcentration.Of(X, seed: 1, dimensions: [100, 400]);
        Assert.Equal(1 / Math.Sqrt(200), concentration.NoiseVariation[0]!.Value, 0.004);
        Assert.Equal(1 / Math.Sqrt(800), concentration.NoiseVariation[1]!.Value, 0.002);
        Assert.Equal([null, null], concentration.DataContrast); // it has three columns
    }

    [Fact]
    public void Contrast_falls_with_every_dimension_of_noise_and_stays_for_columns_that_go_together()
    {
        double[] rows = PrincipalComponentsTests.Drawn(150 * 50, 2);
        for (int i = 0; i < rows.Length; i++) rows[i] = rows[i / 50 * 50] + 0.05 * rows[i]; // fifty copies of one column
        using Tensor X = torch.tensor(rows, 150, 50);

        var concentration = DistanceConcentration.Of(X, seed: 3);

        Assert.Equal([1, 2, 5, 10, 20, 50, 100, 200, 500, 1000], concentration.Dimensions);
        double[] noise = [.. concentration.NoiseContrast.Select(contrast => contrast!.Value)];
        Assert.True(noise.Zip(noise.Skip(1), (low, high) => low > high).All(falls => falls));
        Assert.True(concentration.DataContrast[5] > 5 * concentration.NoiseContrast[5]);
        Assert.True(concentration.DataVariation[5] > 5 * concentration.NoiseVariation[5]);
    }

    [Fact]
    public void Contrast_and_variation_are_those_of_the_distances()
    {
        using Tensor X = torch.tensor(new double[,] { { 0 }, { 1 }, { 3 } }); // distances 1, 3, 2
        var concentration = DistanceConcentration.Of(X, seed: 1, dimensions: [1]);
        Assert.Equal(1, concentration.DataContrast[0]!.Value, 1e-15); // rows: (3 − 1)/1, (2 − 1)/1, (3 − 2)/2
        Assert.Equal(Math.Sqrt(2.0 / 3) / 2, concentration.DataVariation[0]!.Value, 1e-15);
    }

    [Fact]
    public void Rows_that_coincide_have_no_contrast()
    {
        using Tensor X = torch.tensor(new double[,] { { 0 }, { 0 }, { 1 }, { 1 } });
        Assert.Null(DistanceConcentration.Of(X, seed: 1, dimensions: [1]).DataContrast[0]);
    }
}
