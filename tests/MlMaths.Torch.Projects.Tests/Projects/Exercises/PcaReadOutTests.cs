using MlMaths.Torch.Exercises.Learn.Exercise02;
using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>What exercise 2 compares slips with, beside the library's own components: LAPACK's, by another way altogether.</summary>
public sealed class PcaReadOutTests
{
    private const double Tolerance = 1e-9; // float64 twice, variances that are apart by half at least

    [Fact]
    public void The_rotations_of_the_stub_find_the_components_of_the_library()
    {
        for (int seed = 1; seed <= 20; seed++)
        {
            var at = Measures.Drawn(Seeds.Generator(seed, DrawnFor.Checks));
            using DisposeScope scope = torch.NewDisposeScope();
            Tensor X = TensorCopy.Of<double>([.. at.Rows.SelectMany(row => row)]).reshape(at.Rows.Length, Measures.Columns);
            var known = PrincipalComponents.Fit(X);
            (double[] values, double[][] vectors) = SymmetricEigen.Of(Linear.Covariance(at.Rows));
            for (int k = 0; k < Measures.Columns; k++)
            {
                double[] own = [.. vectors.Select(row => row[Measures.Columns - 1 - k])];
                Assert.Equal(known.ExplainedVariance[k], values[Measures.Columns - 1 - k], Tolerance);
                Assert.Equal(1, Math.Abs(Linear.Dot(own, [.. known.Components[k]])), Tolerance);
            }
        }
    }

    [Fact]
    public void A_cross_has_the_variances_of_its_arms()
    {
        double[] variances = SymmetricEigen.Of(Linear.Covariance(Measures.Cross(Seeds.Generator(1, DrawnFor.Checks), 3).Rows)).Values;
        Assert.Equal(9, variances[3] / variances[2], Tolerance);
    }
}
