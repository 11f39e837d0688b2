using MlMaths.Torch.Calculus;
using MlMaths.Torch.Data;
using MlMaths.Torch.Models;

namespace MlMaths.Torch.Tests.Calculus;

public sealed class LargestCurvatureTests
{
    [Fact]
    public void Of_drawn_bowls_it_is_the_largest_eigenvalue()
    {
        foreach (int seed in Enumerable.Range(0, 20))
        {
            Quadratic bowl = DrawnQuadratic.Draw(seed);
            using var source = new SurfaceSource(bowl, bowl.Minimum);
            LargestCurvature found = LargestCurvature.Search(source.Hessian, source.Rows.Whole);

            Assert.True(found.Converged);
            Assert.Equal(0, found.Lift);
            Assert.InRange(found.Residual, 0, 1e-4 * found.Value);
            Assert.Equal(1, found.Value / bowl.Curvatures[^1], 1e-6);
        }
    }

    [Theory]
    [InlineData(3, -5, 3)] // the largest in size is negative
    [InlineData(5, -5, 5)] // two share the lead, and the direction never settles
    [InlineData(-1, -5, -1)] // nothing curves up
    [InlineData(0.001, -5, 0.001)]
    [InlineData(0, 0, 0)]
    public void A_negative_leader_is_lifted_out_of_the_way(double first, double second, double expected)
    {
        var saddle = new Quadratic("saddle", new double[,] { { first, 0, 0 }, { 0, second, 0 }, { 0, 0, first / 2 - 1 } }, 0, 0, 0);
        using var source = new SurfaceSource(saddle, [1, 1, 1]);
        LargestCurvature found = LargestCurvature.Search(source.Hessian, source.Rows.Whole, tolerance: 1e-6);

        Assert.True(found.Converged);
        Assert.Equal(Math.Max(expected, first / 2 - 1), found.Value, 2e-5);
    }

    [Fact]
    public void Of_small_nets_it_is_the_largest_eigenvalue_of_the_explicit_Hessian()
    {
        foreach (int seed in Enumerable.Range(0, 6))
        {
            using DisposeScope scope = torch.NewDisposeScope();
            Batch rows = RandomRows.Draw(12, 3, classes: 2, seed);
            using var net = new Perceptron([3, 4, 2], seed, Activation.Tanh, Initialisation.TooLarge, type: torch.ScalarType.Float64);
            var H = new HessianVectorProduct(net.Parameters, batch => SoftmaxLoss.Value(net, batch.X, batch.y, 0.01, training: false));
            double[] eigenvalues = Eigenvalues(H, rows);
            double[] before = net.Parameters.ToArray();
            LargestCurvature found = LargestCurvature.Search(H, rows);

            Assert.True(found.Converged);
            Assert.Equal(1, found.Value / eigenvalues[^1], 1e-4);
            Assert.Equal(before, net.Parameters.ToArray());
        }
    }

    [Fact]
    public void Two_that_are_almost_the_same_are_no_obstacle()
    {
        var bowl = new Quadratic("almost alike", new double[,] { { 50, 0, 0 }, { 0, 49.8, 0 }, { 0, 0, 1 } }, 0, 0, 0);
        using var source = new SurfaceSource(bowl, [1, 1, 1]);
        LargestCurvature found = LargestCurvature.Search(source.Hessian, source.Rows.Whole);
        Assert.True(found.Converged);
        Assert.Equal(50, found.Value, 50e-4);
    }

    [Fact]
    public void Too_few_products_are_said_and_the_value_is_a_lower_bound()
    {
        var bowl = new Quadratic("two alike", new double[,] { { 1, 0 }, { 0, 0.999 } }, 0, 0);
        using var source = new SurfaceSource(bowl, [1, 1]);
        LargestCurvature found = LargestCurvature.Search(source.Hessian, source.Rows.Whole, tolerance: 1e-6, most: 3);

        Assert.False(found.Converged);
        Assert.Equal(6, found.Products);
        Assert.InRange(found.Value, 0.998, 1);
    }

    [Fact]
    public void The_seed_decides_the_way_there_and_no_tensor_is_left()
    {
        Quadratic bowl = DrawnQuadratic.Draw(3);
        using var source = new SurfaceSource(bowl, bowl.Minimum);
        LargestCurvature first = LargestCurvature.Search(source.Hessian, source.Rows.Whole, seed: 1);
        long before = LiveTensors.Count;
        LargestCurvature again = LargestCurvature.Search(source.Hessian, source.Rows.Whole, seed: 1),
            other = LargestCurvature.Search(source.Hessian, source.Rows.Whole, seed: 2);

        Assert.Equal(before, LiveTensors.Count);
        Assert.Equal(first.Direction, again.Direction);
        Assert.NotEqual(first.Direction, other.Direction);
    }

    private static double[] Eigenvalues(HessianVectorProduct H, Batch rows)
    {
        Tensor columns = torch.eye(H.Parameters.Count, dtype: torch.ScalarType.Float64);
        Tensor matrix = torch.stack([.. Enumerable.Range(0, H.Parameters.Count).Select(j => H.Times(rows, columns[j]))]);
        return torch.linalg.eigvalsh((matrix + matrix.t()) / 2).data<double>().ToArray();
    }
}
