using MlMaths.Torch.Calculus;

namespace MlMaths.Torch.Tests.Calculus;

public sealed class FastestLearningRateTests
{
    [Fact]
    public void The_plain_rate_shrinks_both_ends_alike_and_no_other_rate_shrinks_the_slower_one_more()
    {
        double η = FastestLearningRate.Plain(1, 9);
        Assert.Equal(0.2, η, 1e-15);
        Assert.Equal(0.8, Slowest(η, 0), 1e-12); // (κ − 1)/(κ + 1)
        Assert.All(Enumerable.Range(1, 50).Select(k => k / 200.0), other => Assert.True(Slowest(other, 0) >= 0.8 - 1e-12));
    }

    [Fact]
    public void With_momentum_the_root_of_the_condition_number_takes_its_place()
    {
        (double η, double β) = FastestLearningRate.Momentum(1, 9);
        Assert.Equal(0.25, η, 1e-15);
        Assert.Equal(0.25, β, 1e-15);
        Assert.Equal(0.5, Slowest(η, β), 1e-7); // (√κ − 1)/(√κ + 1); two roots that meet are known to half the digits
        foreach (double otherRate in Enumerable.Range(1, 60).Select(k => k / 100.0))
        {
            Assert.All(Enumerable.Range(0, 20).Select(k => k / 20.0),
                otherShare => Assert.True(Slowest(otherRate, otherShare) >= 0.5 - 1e-7));
        }
    }

    [Fact]
    public void A_direction_that_does_not_curve_up_has_none()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => FastestLearningRate.Plain(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => FastestLearningRate.Momentum(-1, 1));
    }

    /// <summary>
    /// The largest |z| of z² − (1 + β − ηλ)z + β = 0 over λ from 1 to 9: what a step multiplies the distance by in the
    /// end.
    /// </summary>
    private static double Slowest(double η, double β) => new[] { 1.0, 3, 5, 7, 9 }.Max(λ =>
    {
        double half = (1 + β - η * λ) / 2;
        var root = System.Numerics.Complex.Sqrt(half * half - β);
        return Math.Max((half + root).Magnitude, (half - root).Magnitude);
    });
}
