using MlMaths.Torch.Calculus;

namespace MlMaths.Torch.Tests.Calculus;

public sealed class StableLearningRateTests
{
    [Fact]
    public void It_is_two_over_the_largest_curvature_and_with_momentum_almost_twice_that()
    {
        Assert.Equal(0.5, StableLearningRate.Of(4));
        Assert.Equal(0.95, StableLearningRate.Of(4, β: 0.9)!.Value, 1e-15);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public void Where_nothing_curves_up_there_is_none(double curvature) => Assert.Null(StableLearningRate.Of(curvature));

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void Below_the_bound_both_roots_are_smaller_than_one_and_above_it_one_is_not(double β)
    {
        double bound = StableLearningRate.Of(1, β)!.Value;
        foreach (double share in new[] { 0.01, 0.2, 0.5, 0.9, 0.999 })
            Assert.True(LargestRoot(share * bound, β) < 1);
        foreach (double share in new[] { 1.001, 1.5, 4 })
            Assert.True(LargestRoot(share * bound, β) > 1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void No_stable_run_grows_further_than_said_and_one_at_the_bound_comes_near(double β)
    {
        double said = StableLearningRate.LargestGrowth(β), bound = StableLearningRate.Of(1, β)!.Value;
        double[] grown = [.. Enumerable.Range(1, 400).Select(k => Growth(k / 400.0 * (1 - 1e-9) * bound, β))];
        Assert.InRange(grown.Max(), 0.99 * said, said * (1 + 1e-9));
    }

    /// <summary>The larger |z| of z² − (1 + β − ηλ)z + β = 0, with λ = 1.</summary>
    private static double LargestRoot(double η, double β)
    {
        double half = (1 + β - η) / 2;
        var root = System.Numerics.Complex.Sqrt(half * half - β);
        return Math.Max((half + root).Magnitude, (half - root).Magnitude);
    }

    /// <summary>The largest x² of xₖ₊₁ = (1 + β − ηλ)xₖ − βxₖ₋₁ from rest at 1.</summary>
    private static double Growth(double η, double β)
    {
        double before = 1, x = 1, largest = 1;
        for (int k = 0; k < 500; k++)
        {
            (before, x) = (x, (1 + β - η) * x - β * before);
            largest = Math.Max(largest, x * x);
        }

        return largest;
    }
}
