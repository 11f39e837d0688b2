using MlMaths.Torch.Calculus;
using MlMaths.Torch.Data;
using MlMaths.Torch.Models;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Tests.Optimisation;

/// <summary>What observers see of gradients and do with them, on the first digits.</summary>
public sealed class GradientObserverTests : IDisposable
{
    private readonly WatchedDigits _watched = new();

    public void Dispose() => _watched.Dispose();

    [Theory]
    [InlineData(torch.ScalarType.Float64)]
    [InlineData(torch.ScalarType.Float32)]
    public void Gradient_norms_are_those_of_libtorch(torch.ScalarType type)
    {
        using var digits = new Digits(50, type);
        using Perceptron model = new([64, 37, 10], seed: 1, type: type);
        Autograd source = Autograd.For(model, 0);
        using Batches rows = digits.InBatches(50);
        TrainingHistory history = new Trainer(
            new TrainingOptions { LearningRate = 1e-300, Epochs = 1 }, new GradientDescent(), new GradientNormRecorder())
            .Fit(source, rows);
        using DisposeScope scope = torch.NewDisposeScope();
        source.Differentiate(digits.Whole);
        double tolerance = type == torch.ScalarType.Float64 ? 1e-12 : 1e-5;
        foreach (ParameterSlice slice in model.Parameters.Slices)
        {
            Assert.Equal(
                model.Parameters.GradientOf(slice.Name).norm().ToDouble(),
                history.Curve($"gradient_norm.{slice.Name}").Values[0], tolerance);
        }
        Assert.Equal(model.Parameters.Gradient.norm().ToDouble(), history.Curve("gradient_norm").Values[0], tolerance);
    }

    [Theory]
    [InlineData(0, TrainingStatus.Completed, 5)]
    [InlineData(1e-9, TrainingStatus.Stopped, 0)]
    public void A_gradient_of_0_ends_a_training_only_where_a_tolerance_was_asked_for(double tolerance, TrainingStatus status, int steps)
    {
        using var digits = new Digits(50, torch.ScalarType.Float64);
        using Perceptron model = new([64, 10], seed: 1, type: torch.ScalarType.Float64);
        using Batches rows = digits.InBatches(50);
        TrainingHistory history = new Trainer(
            new TrainingOptions { LearningRate = 0.1, Epochs = 5 }, new GradientDescent(), new GradientNormRecorder(tolerance))
            .Fit(new NoGradient(model.Parameters), rows);
        Assert.Equal((status, steps), (history.Status, history.Steps));
    }

    private sealed class NoGradient(ParameterVector parameters) : IGradientSource
    {
        public ParameterVector Parameters => parameters;

        public double Loss(Batch batch) => 1;

        public double Differentiate(Batch batch)
        {
            parameters.ClearGradient();
            return 1;
        }
    }

    [Fact]
    public void Clipping_shortens_long_gradients_only_and_counts_them()
    {
        using Perceptron model = WatchedDigits.Net(1);
        var clipping = new GradientClipping(longest: 0.5);
        var after = new Norms();
        TrainingHistory history = _watched.Train(model, 10, null, new GradientNormRecorder(), clipping, after);
        double[] before = [.. history.Curve("gradient_norm").Values];
        Assert.All(before.Zip(after.Seen), pair => Assert.Equal(Math.Min(pair.First, 0.5), pair.Second, 1e-12));
        double share = before.Count(norm => norm > 0.5) / (double)before.Length;
        Assert.InRange(share, 0.05, 0.95);
        Assert.Equal(share, clipping.ClippedShare);
        Assert.Equal(share, history.Curve("clipped_share").Values[^1]);
    }

    [Fact]
    public void The_update_ratio_is_the_length_of_the_step_over_that_of_the_weights()
    {
        using Perceptron model = WatchedDigits.Net(1);
        double[] before = model.Parameters.ToArray();
        using Batches rows = _watched.Digits.InBatches(200);
        TrainingHistory history =
            new Trainer(new TrainingOptions { Epochs = 1 }, new GradientDescent(), new UpdateRatioRecorder(every: 1))
                .Fit(Autograd.For(model, 0), rows);
        double[] after = model.Parameters.ToArray();
        int n = 64 * 32;
        double expected = Math.Sqrt(Enumerable.Range(0, n).Sum(j => Math.Pow(after[j] - before[j], 2)) / before.Take(n).Sum(w => w * w));
        Assert.Equal(expected, Assert.Single(history.Curve("update_ratio.layer1.weight").Values), 1e-12);
        Assert.Empty(history.Curve("update_ratio.layer1.bias").Values);
    }

    [Fact]
    public void Dead_units_are_found_one_by_one()
    {
        using Perceptron model = WatchedDigits.Net(1);
        using (torch.no_grad())
        using (Tensor bias = model.Layers[0].Bias.narrow(0, 3, 2))
            bias.fill_(-1e6);
        var statistics = new ActivationRecorder(model, _watched.Digits.Whole.X);
        TrainingHistory history = _watched.Train(model, 1, null, statistics);
        Assert.Equal(32, statistics.Dead[0].Count);
        Assert.True(statistics.Dead[0][3] && statistics.Dead[0][4]);
        Assert.Equal(statistics.Dead[0].Count(dead => dead), history.Curve("dead_units.layer1").Values[^1]);
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor a = model.HiddenActivations(_watched.Digits.Whole.X)[0];
        Assert.Equal(a.mean().ToDouble(), history.Curve("activation_mean.layer1").Values[^1], 1e-9);
        Assert.Equal(a.std(unbiased: false).ToDouble(), history.Curve("activation_deviation.layer1").Values[^1], 1e-9);
    }

    [Fact]
    public void The_guard_names_a_gradient_that_is_no_number_before_it_reaches_the_weights()
    {
        using Perceptron model = WatchedDigits.Net(1);
        var guard = new NonFiniteGuard();
        TrainingHistory history = _watched.Train(model, 5, null, new Poison("layer2.weight", step: 3), guard);
        Assert.Equal(TrainingStatus.Diverged, history.Status);
        Assert.Equal("gradient of layer2.weight at step 3", guard.Offender);
        Assert.All(model.Parameters.ToArray(), w => Assert.True(double.IsFinite(w)));
    }

    [Fact]
    public void The_guard_names_the_layer_where_the_way_forth_overflowed()
    {
        using Perceptron model = new([64, 8, 8, 10], seed: 1, type: torch.ScalarType.Float64);
        model.Parameters.Set([.. model.Parameters.ToArray().Select(w => Math.Abs(w) * 1e154)]);
        var guard = NonFiniteGuard.For(model);
        TrainingHistory history = _watched.Train(model, 5, null, guard);
        Assert.Equal("diverged at step 0", history.Ending);
        Assert.Equal("activations of layer2 at step 0", guard.Offender);
    }

    private sealed class Norms : ITrainingObserver
    {
        public List<double> Seen { get; } = [];

        public void OnGradients(TrainingState state) => Seen.Add(Math.Sqrt(state.Parameters.GradientToArray().Sum(g => g * g)));
    }

    private sealed class Poison(string parameter, int step) : ITrainingObserver
    {
        public void OnGradients(TrainingState state)
        {
            if (state.Step == step)
                state.Parameters.GradientOf(parameter)[0, 0] = torch.tensor(double.NaN);
        }
    }
}
