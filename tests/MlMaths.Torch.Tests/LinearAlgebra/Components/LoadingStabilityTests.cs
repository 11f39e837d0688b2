using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.LinearAlgebra;

public sealed class LoadingStabilityTests
{
    [Fact]
    public void A_strong_axis_keeps_its_signs_and_the_columns_beside_it_do_not()
    {
        double[] rows = PrincipalComponentsTests.Drawn(150 * 4, seed: 1);
        for (int i = 0; i < 150; i++) rows[i * 4 + 1] -= 3 * rows[i * 4];
        using Tensor X = torch.tensor(rows, 150, 4);
        var fit = PrincipalComponents.Fit(X);

        var stability = LoadingStability.Fit(X, fit, seed: 2, resamples: 200);

        Assert.Equal([1, 1], stability.SignKept[0].Take(2));
        Assert.All(stability.SignKept[0].Skip(2), share => Assert.InRange(share!.Value, 0.4, 0.999));
        Assert.InRange(stability.Congruence[0], 0.99, 1);
        Assert.All(stability.Loadings[0].Skip(2), loading => Assert.True(loading.Contains(0)));
        Assert.All(stability.Loadings.Zip(fit.Components),
            pair => Assert.Equal(pair.Second, pair.First.Select(loading => loading.Value!.Value)));
        Assert.All(stability.Ratios.Take(1), ratio => Assert.True(ratio.Contains(fit.Ratio[0])));
    }

    [Fact]
    public void Axes_of_equal_variance_turn_from_sample_to_sample()
    {
        using Tensor X = torch.tensor(PrincipalComponentsTests.Drawn(100 * 6, seed: 3), 100, 6); // a ball: no axis is better than another
        using Tensor stretched = X * torch.tensor([5.0, 1, 1, 1, 1, 1]);

        LoadingStability ball = LoadingStability.Fit(X, PrincipalComponents.Fit(X), 1, 100),
            one = LoadingStability.Fit(stretched, PrincipalComponents.Fit(stretched), 1, 100);

        Assert.InRange(ball.Congruence.Average(), 0.3, 0.85);
        Assert.InRange(one.Congruence[0], 0.99, 1);
    }

    [Fact]
    public void A_resample_s_share_is_that_of_the_rows_drawn_one_by_one()
    {
        double[] rows = PrincipalComponentsTests.Drawn(12 * 2, seed: 4);
        using Tensor X = torch.tensor(rows, 12, 2);
        var stability = LoadingStability.Fit(X, PrincipalComponents.Fit(X), seed: 11, resamples: 40, confidence: 0.8);

        SplitMix64 chance = new(11, DrawnFor.Bootstrap);
        Resampling draw = Resampling.OfRows(12);
        int[] order = new int[12];
        double[] shares = new double[40];
        for (int b = 0; b < 40; b++)
        {
            draw.Draw(ref chance, order);
            shares[b] = FirstShare([.. order.Select(row => rows[2 * row])], [.. order.Select(row => rows[2 * row + 1])]);
        }
        var quantiles = Quantiles.Of(shares);
        Assert.Equal(quantiles.At(0.1), stability.Ratios[0].Low!.Value, 1e-12);
        Assert.Equal(quantiles.At(0.9), stability.Ratios[0].High!.Value, 1e-12);
    }

    [Fact]
    public void The_closest_pair_is_matched_first()
    {
        double c = Math.Cos(0.3), s = Math.Sin(0.3);
        var matched = ComponentMatching.Of([[1, 0, 0], [0, 1, 0]], [[-s, -c, 0], [0, 0, 1], [c, -s, 0]]).OrderBy(pair => pair.First);
        Assert.Equal([(0, 2, c), (1, 0, -c)], matched);
    }

    [Fact]
    public void A_fit_of_other_rows_is_refused_and_no_tensor_stays()
    {
        using Tensor X = torch.tensor(PrincipalComponentsTests.Drawn(30 * 3, seed: 3), 30, 3);
        var fit = PrincipalComponents.Fit(X, 2);
        long before = LiveTensors.Count;
        LoadingStability.Fit(X, fit, seed: 1, resamples: 20);
        Assert.Throws<ArgumentException>(() => LoadingStability.Fit(X.narrow(0, 0, 20), fit, seed: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => LoadingStability.Fit(X, fit, seed: 1, resamples: 19)); // ends of 95 % need 20
        Assert.Equal(before, LiveTensors.Count);
    }

    /// <summary>λ₁ / (λ₁ + λ₂) of a 2 × 2 covariance, by its trace and determinant.</summary>
    [Fact]
    public void A_share_that_resamples_lean_away_from_has_no_interval()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        var random = new Random(3);
        Tensor X = torch.tensor([.. Enumerable.Range(0, 40 * 200).Select(_ => random.NextDouble())], 40, 200);
        Interval first = LoadingStability.Fit(X, PrincipalComponents.Fit(X, 2), seed: 1, resamples: 40).Ratios[0];
        Assert.InRange(first.Value!.Value, 1 / 40.0, 1); // the largest of 40 shares
        Assert.False(first.HasEnds);
        Assert.Contains("few rows", first.WhyUndefined);
    }

    private static double FirstShare(double[] x, double[] y)
    {
        double mx = x.Average(), my = y.Average();
        double a = x.Sum(value => (value - mx) * (value - mx)), b = y.Sum(value => (value - my) * (value - my)),
            c = x.Zip(y, (p, q) => (p - mx) * (q - my)).Sum();
        return 0.5 + Math.Sqrt((a - b) * (a - b) + 4 * c * c) / (2 * (a + b));
    }
}
