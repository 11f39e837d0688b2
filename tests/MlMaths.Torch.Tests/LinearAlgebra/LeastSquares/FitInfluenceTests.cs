using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.LinearAlgebra;

public sealed class FitInfluenceTests
{
    private static readonly double[][] Columns = HouseholderQrTests.Drawn(25, 3, seed: 1);
    private static readonly double[] Targets = [.. Columns[0].Zip(HouseholderQrTests.Drawn(25, 1, seed: 2)[0], (x, e) => 2 * x + e)];

    [Fact]
    public void Cooks_distance_is_how_far_predictions_move_when_the_row_is_left_out()
    {
        LeastSquares fit = LeastSquares.Fit(Columns, Targets);
        FitInfluence influence = FitInfluence.Of(fit);
        double[] fitted = fit.Fitted;

        for (int row = 0; row < 25; row++)
        {
            int[] others = [.. Enumerable.Range(0, 25).Where(i => i != row)];
            LeastSquares without = LeastSquares.Fit(
                [.. Columns.Select(column => others.Select(i => column[i]).ToArray())],
                [.. others.Select(i => Targets[i])]);
            double moved = without.Predict(Columns).Zip(fitted, (one, other) => (one - other) * (one - other)).Sum();
            Assert.Equal(moved / (4 * fit.ResidualDeviation * fit.ResidualDeviation), influence.CookDistances[row]!.Value, 1e-10);
        }
    }

    [Fact]
    public void Leverage_is_the_slope_of_a_prediction_over_its_own_target()
    {
        LeastSquares fit = LeastSquares.Fit(Columns, Targets);
        double[] moved = [.. Targets];
        moved[7] += 1;

        Assert.Equal(LeastSquares.Fit(Columns, moved).Fitted[7] - fit.Fitted[7], FitInfluence.Of(fit).Leverages[7], 1e-12);
    }

    [Fact]
    public void A_row_that_decides_its_own_prediction_has_no_standardised_residual()
    {
        double[] alone = [0, 0, 0, 0, 0, 1];
        FitInfluence influence = FitInfluence.Of(LeastSquares.Fit([alone], [1, 2, 3, 2, 1, 9]));

        Assert.Null(influence.StandardisedResiduals[5]);
        Assert.Null(influence.CookDistances[5]);
        Assert.NotNull(influence.StandardisedResiduals[0]);
    }

    [Fact]
    public void A_parabola_bends_and_a_line_does_not()
    {
        double[] x = [.. Enumerable.Range(0, 40).Select(i => i / 10.0)];
        double[] noise = HouseholderQrTests.Drawn(40, 1, seed: 3)[0];

        CurvatureTest bent = CurvatureTest.Of(LeastSquares.Fit([x], [.. x.Zip(noise, (one, e) => one * one + 0.3 * e)]))!;
        CurvatureTest straight = CurvatureTest.Of(LeastSquares.Fit([x], [.. x.Zip(noise, (one, e) => one + 0.3 * e)]))!;

        Assert.True(bent is { T: > 4, PValue: < 1e-4 });
        Assert.True(straight.PValue > 0.05);
    }

    [Fact]
    public void The_curvature_is_the_t_of_the_squared_prediction_as_one_more_column()
    {
        LeastSquares fit = LeastSquares.Fit(Columns, Targets);
        LeastSquares longer = LeastSquares.Fit([.. Columns, [.. fit.Fitted.Select(ŷ => ŷ * ŷ)]], Targets);

        CurvatureTest curvature = CurvatureTest.Of(fit)!;

        Assert.Equal(longer.Weights[4] / longer.StandardError(4), curvature.T, 1e-8);
        Assert.Equal(longer.PValue(4)!.Value, curvature.PValue, 1e-8);
    }

    [Fact]
    public void Normal_errors_stay_in_the_envelope_and_heavy_tails_leave_it()
    {
        double[][] columns = HouseholderQrTests.Drawn(120, 2, seed: 5);
        var random = new Random(6);
        double[] normal = [.. columns[0].Select(x => x + Normal.Draw(random))];
        double[] heavy = [.. columns[0].Select(x => x + Math.Pow(Normal.Draw(random), 5))];

        Assert.True(EnvelopeOf(normal).PValue > 0.05);
        ResidualEnvelope far = EnvelopeOf(heavy);
        Assert.True(far.PValue < 0.02 && far.Outside > 20);

        ResidualEnvelope EnvelopeOf(double[] y)
        {
            LeastSquares fit = LeastSquares.Fit(columns, y);
            return ResidualEnvelope.Of(fit, FitInfluence.Of(fit), seed: 7, worlds: 100)!;
        }
    }

    [Fact]
    public void Intervals_of_weights_hold_the_truth_in_95_of_100_worlds()
    {
        CoefficientCoverage even = CoefficientCoverage.Fit(LeastSquares.Fit(Columns, Targets), worlds: 2000, seed: 8);

        Assert.InRange(even.Share.Value!.Value, 0.93, 0.97);
        Assert.All(even.ByWeight, share => Assert.InRange(share, 0.93, 0.97));
    }

    [Fact]
    public void Rows_drawn_again_give_intervals_about_as_wide_as_t_where_errors_are_even()
    {
        double[][] columns = HouseholderQrTests.Drawn(150, 2, seed: 9);
        var random = new Random(10);
        double[] y = [.. columns[0].Select(x => x + Normal.Draw(random))];
        LeastSquares fit = LeastSquares.Fit(columns, y);

        BootstrappedCoefficients drawn = BootstrappedCoefficients.Fit(columns, y, seed: 11, resamples: 400);

        Assert.Equal(400, drawn.Resamples);
        for (int k = 0; k < 3; k++)
        {
            Interval one = drawn.Intervals[k], other = fit.Interval(k);
            Assert.Equal(fit.Weights[k], one.Value!.Value, 1e-12);
            Assert.InRange((one.High - one.Low)!.Value / (other.High - other.Low)!.Value, 0.8, 1.2);
        }
    }

    [Fact]
    public void A_group_of_one_row_leaves_no_bootstrap_interval_and_says_why()
    {
        double[] alone = [0, 0, 0, 0, 0, 0, 0, 1];

        Interval weight = BootstrappedCoefficients.Fit([alone], [1, 2, 3, 2, 1, 2, 3, 9], seed: 1, resamples: 100).Intervals[1];

        Assert.False(weight.HasEnds);
        Assert.Contains("do not determine", weight.WhyUndefined!, StringComparison.Ordinal);
    }
}
