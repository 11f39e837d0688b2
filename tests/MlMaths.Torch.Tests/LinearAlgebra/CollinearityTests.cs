using MlMaths.Torch.LinearAlgebra;

namespace MlMaths.Torch.Tests.LinearAlgebra;

public sealed class CollinearityTests
{
    [Fact]
    public void Two_columns_inflate_each_other_by_one_over_one_minus_r_squared()
    {
        // Four rows with mean 0 and variance 1 in each column; the third column is independent of the other two.
        double a = Math.Sqrt(2) * 0.6, b = Math.Sqrt(2) * 0.8;
        using Tensor Z = torch.tensor(new[,]
        {
            { Math.Sqrt(2), a, 0 }, { -Math.Sqrt(2), -a, 0 }, { 0, b, Math.Sqrt(2) }, { 0, -b, Math.Sqrt(2) },
        });
        using Tensor centred = Z.clone();
        centred.select(1, 2).copy_(torch.tensor([1.0, 1.0, -1.0, -1.0]));

        Collinearity collinearity = Collinearity.Of(centred, bound: 0.5);

        CollinearPair pair = Assert.Single(collinearity.Pairs);
        Assert.Equal((0, 1), (pair.First, pair.Second));
        Assert.Equal(0.6, pair.Correlation, 1e-12);
        Assert.Equal(1 / (1 - 0.36), collinearity.VarianceInflation[0]!.Value, 1e-12);
        Assert.Equal(1 / (1 - 0.36), collinearity.VarianceInflation[1]!.Value, 1e-12);
        Assert.Equal(1, collinearity.VarianceInflation[2]!.Value, 1e-12);
    }

    [Fact]
    public void A_constant_column_has_no_inflation_and_a_copied_column_no_finite_one()
    {
        using Tensor Z = torch.tensor(new double[,] { { 1, 1, 0 }, { -1, -1, 0 } });

        Collinearity collinearity = Collinearity.Of(Z);

        Assert.Equal(1, Assert.Single(collinearity.Pairs).Correlation, 1e-12);
        Assert.Equal([null, null, null], collinearity.VarianceInflation);
    }
}
