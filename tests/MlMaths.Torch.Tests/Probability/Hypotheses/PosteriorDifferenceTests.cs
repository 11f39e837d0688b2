using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.Probability;

public sealed class PosteriorDifferenceTests
{
    // E. Miller's sum (Formulas for Bayesian A/B testing, 2014), for small whole parameters of both beta distributions.
    [Theory]
    [InlineData(3, 20, 7, 25)]
    [InlineData(0, 5, 0, 9)]
    [InlineData(4, 4, 1, 6)]
    public void The_probability_of_a_rise_is_that_of_a_closed_sum(int x1, int n1, int x2, int n2)
    {
        double a1 = x1 + 1, b1 = n1 - x1 + 1, b2 = n2 - x2 + 1, sum = 0;
        for (int i = 0; i <= x2; i++)
            sum += Math.Exp(LogBeta(a1 + i, b1 + b2) - Math.Log(b2 + i) - LogBeta(1 + i, b2) - LogBeta(a1, b1));
        Assert.Equal(sum, PosteriorDifference.Of(new TwoProportions(x1, n1, x2, n2)).Greater, 2e-4);

        static double LogBeta(double a, double b) => LogFactorial(a - 1) + LogFactorial(b - 1) - LogFactorial(a + b - 1);
        static double LogFactorial(double n) => Enumerable.Range(1, (int)n).Sum(k => Math.Log(k));
    }

    [Fact]
    public void Its_density_has_an_area_of_1_and_the_mean_of_two_betas()
    {
        var belief = PosteriorDifference.Of(new TwoProportions(12, 80, 25, 90));
        Assert.Equal(26.0 / 92 - 13.0 / 82, belief.Mean, 1e-12);
        double[] places = [.. Enumerable.Range(-400, 1000).Select(i => i / 1000.0)];
        Assert.Equal(1, places.Sum(belief.DensityAt) / 1000, 1e-3);
        Assert.Equal(belief.Mean, places.Sum(place => place * belief.DensityAt(place)) / 1000, 1e-3);
        Assert.Equal(belief.AtMost(0.2) - belief.AtMost(-0.2), belief.Within(0.2), 1e-12);
        Assert.Equal((0, 1), (belief.AtMost(-1), belief.AtMost(1)));
    }

    [Fact]
    public void The_same_counts_leave_both_directions_alike() =>
        Assert.Equal(0.5, PosteriorDifference.Of(new TwoProportions(7, 50, 7, 50)).Greater, 1e-6);
}
