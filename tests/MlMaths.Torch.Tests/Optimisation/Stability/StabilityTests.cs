using MlMaths.Torch.Calculus;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Tests.Optimisation;

public sealed class StabilityTests
{
    [Theory]
    [InlineData(0.02)]
    [InlineData(1)]
    [InlineData(5e4)] // the first rate that is tried diverges already
    public void Trying_finds_the_bound_of_a_parabola_without_knowing_it(double curvature)
    {
        using var source = new SurfaceSource(new Quadratic("parabola", new double[,] { { curvature } }, 0), [1]);
        ObservedStableLearningRate observed = ObservedStableLearningRate.Find(source, source.Rows, steps: 200);

        Assert.InRange(observed.Stayed, 0.97 * 2 / curvature, 2 / curvature);
        Assert.InRange(observed.Diverged!.Value, 2 / curvature, 1.03 * 2 / curvature);
        Assert.Equal([1.0], source.Parameters.ToArray());
    }

    [Fact]
    public void Where_no_rate_diverges_there_is_no_bound()
    {
        using var source = new SurfaceSource(new Quadratic("a plain", new double[,] { { 0 } }, 0), [1]);
        ObservedStableLearningRate observed = ObservedStableLearningRate.Find(source, source.Rows, steps: 3);
        Assert.Null(observed.Value);
        Assert.Null(observed.Diverged);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.9)]
    public void On_bowls_prediction_and_trial_agree_to_three_in_a_hundred(double β)
    {
        foreach (int seed in new[] { 1, 2, 3 })
        {
            StabilityTrial trial = StabilityTrial.OfQuadratic(seed, β: β);
            Assert.InRange(trial.Ratio!.Value, 0.97, 1.03);
            Assert.True(trial.IsWithinOctave);
        }
    }

    [Fact]
    public void Near_the_minimum_of_a_small_net_they_agree_within_an_octave()
    {
        PerceptronStability net = PerceptronStability.TrainAll(seed: 2);
        Assert.InRange(net.GradientNorm, 0, 1e-5);
        Assert.True(net.Trained.Curvature.Converged);
        Assert.True(net.Trained.IsWithinOctave);
    }

    [Fact]
    public void A_trial_without_a_prediction_is_not_within_an_octave()
    {
        var curvature = new LargestCurvature(-1, 0, 3, Converged: true, Lift: 2, [1]);
        Assert.False(new StabilityTrial("hill", 1, curvature, null, new ObservedStableLearningRate(0, 1, 1)).IsWithinOctave);
        Assert.False(new StabilityTrial("far", 1, curvature, 1, new ObservedStableLearningRate(2.0, 2.02, 1)).IsWithinOctave);
        Assert.False(new StabilityTrial("near", 1, curvature, 1, new ObservedStableLearningRate(0.49, 0.499, 1)).IsWithinOctave);
        Assert.True(new StabilityTrial("within", 1, curvature, 1, new ObservedStableLearningRate(0.51, 0.52, 1)).IsWithinOctave);
    }
}
