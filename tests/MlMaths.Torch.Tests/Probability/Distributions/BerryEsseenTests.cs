using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.Probability;

public sealed class BerryEsseenTests
{
    // The mean of n exponential values is gamma distributed, so its distance from normal is known; ρ = 12/e − 2, γ = 2.
    [Theory]
    [InlineData(5)]
    [InlineData(50)]
    [InlineData(500)]
    public void Means_of_exponential_values_are_within_the_bound_and_near_the_first_term(int n)
    {
        double distance = Enumerable.Range(-300, 601).Select(i => i / 100.0)
            .Max(z => Math.Abs(MathNet.Numerics.Distributions.Gamma.CDF(n, 1, Math.Max(0, n + z * Math.Sqrt(n))) - Normal.Cumulative(z)));
        Assert.InRange(distance, 0, BerryEsseen.Bound(12 / Math.E - 2, n));
        Assert.InRange(distance / BerryEsseen.FirstTerm(2, n), 0.95, 1.05);
    }
}
