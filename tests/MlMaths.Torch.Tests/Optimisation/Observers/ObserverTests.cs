using MlMaths.Torch.Calculus;
using MlMaths.Torch.Data;
using MlMaths.Torch.Models;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Tests.Optimisation;

/// <summary>What observers see and do, on the first digits.</summary>
public sealed class ObserverTests : IDisposable
{
    private readonly Digits _digits = new(200);

    public void Dispose() => _digits.Dispose();

    [Fact]
    public void Early_stopping_ends_after_its_patience_and_restores_the_best_weights()
    {
        using Perceptron model = Net(1);
        double[] losses = [5, 3, 4, 1, 2, 2, 2, 0];
        var seen = new List<double[]>();
        var validation = new ValidationPass(_digits.Whole, _ =>
        {
            seen.Add(model.Parameters.ToArray());
            return losses[seen.Count - 1];
        });
        var stopping = new EarlyStopping(patience: 2);

        TrainingHistory history = Train(model, 20, validation, stopping);

        Assert.Equal(TrainingStatus.Stopped, history.Status);
        Assert.Equal(7, seen.Count);
        Assert.Equal((1, 4), (stopping.BestLoss, stopping.BestEpoch));
        Assert.Equal(seen[3], model.Parameters.ToArray());
        Assert.NotEqual(seen[6], model.Parameters.ToArray());
    }

    [Fact]
    public void The_training_loss_beside_a_validation_loss_is_measured_alike_and_not_as_trained_on()
    {
        using Perceptron model = Net(1);
        double Loss(Batch rows)
        {
            using DisposeScope scope = torch.NewDisposeScope();
            return SoftmaxLoss.Value(model, rows.X, rows.y, 0, training: false).ToDouble();
        }

        TrainingHistory history = Train(
            model, 3, new ValidationPass(_digits.Whole, Loss), new TrainingLossRecorder(_digits.Whole, Loss));

        Assert.Equal(history.Curve("loss", "validation").Values, history.ComparableLoss.Values); // the same rows
        Assert.NotEqual(history.Curve("epoch_loss").Values, history.ComparableLoss.Values);
    }

    [Fact]
    public void A_validation_pass_records_its_metrics()
    {
        using Perceptron model = Net(1);
        var validation = new ValidationPass(_digits.Whole, Autograd.For(model, 0).Loss) { Metrics = [("accuracy", model.Accuracy)] };
        TrainingHistory history = Train(model, 12, validation);
        IReadOnlyList<double> accuracy = history.Curve("accuracy", "validation").Values;
        Assert.Equal(12, accuracy.Count);
        Assert.True(accuracy[^1] > 0.9 && accuracy[^1] > accuracy[0]);
        double[] p = model.Probabilities(_digits.Whole.X);
        long[] y = [.. _digits.Whole.y.data<long>()];
        int right = y.Where((label, i) => p.AsSpan(i * 10, 10).IndexOf(p.Skip(i * 10).Take(10).Max()) == label).Count();
        Assert.Equal(right / 200.0, accuracy[^1], 1e-12);
    }

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

    [Fact]
    public void Clipping_shortens_long_gradients_only_and_counts_them()
    {
        using Perceptron model = Net(1);
        var clipping = new GradientClipping(longest: 0.5);
        var after = new Norms();
        TrainingHistory history = Train(model, 10, null, new GradientNormRecorder(), clipping, after);
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
        using Perceptron model = Net(1);
        double[] before = model.Parameters.ToArray();
        using Batches rows = _digits.InBatches(200);
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
        using Perceptron model = Net(1);
        using (torch.no_grad())
        using (Tensor bias = model.Layers[0].Bias.narrow(0, 3, 2))
            bias.fill_(-1e6);
        var statistics = new ActivationRecorder(model, _digits.Whole.X);
        TrainingHistory history = Train(model, 1, null, statistics);
        Assert.Equal(32, statistics.Dead[0].Count);
        Assert.True(statistics.Dead[0][3] && statistics.Dead[0][4]);
        Assert.Equal(statistics.Dead[0].Count(dead => dead), history.Curve("dead_units.layer1").Values[^1]);
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor a = model.HiddenActivations(_digits.Whole.X)[0];
        Assert.Equal(a.mean().ToDouble(), history.Curve("activation_mean.layer1").Values[^1], 1e-9);
        Assert.Equal(a.std(unbiased: false).ToDouble(), history.Curve("activation_deviation.layer1").Values[^1], 1e-9);
    }

    [Fact]
    public void The_guard_names_a_gradient_that_is_no_number_before_it_reaches_the_weights()
    {
        using Perceptron model = Net(1);
        var guard = new NonFiniteGuard();
        TrainingHistory history = Train(model, 5, null, new Poison("layer2.weight", step: 3), guard);
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
        TrainingHistory history = Train(model, 5, null, guard);
        Assert.Equal("diverged at step 0", history.Ending);
        Assert.Equal("activations of layer2 at step 0", guard.Offender);
    }

    [Fact]
    public void Progress_is_told_at_intervals_and_at_the_end()
    {
        using Perceptron model = Net(1);
        var clock = new TickingClock(TimeSpan.FromSeconds(1));
        var told = new List<ProgressReading>();
        Train(model, 10, null, new LiveProgress(told.Add, clock, TimeSpan.FromSeconds(10)));
        Assert.Equal([10, 20, 30, 40], told.Select(reading => reading.Step));
        Assert.All(told, reading => Assert.Equal(1, reading.StepsPerSecond, 1e-9));
        Assert.Equal(TimeSpan.FromSeconds(30), told[0].Left);
    }

    [Fact]
    public void No_tensor_outlives_a_training_that_is_watched_by_all()
    {
        using Perceptron model = new([64, 32, 10], seed: 1, dropout: 0.1, type: torch.ScalarType.Float64);
        using var rule = new AdamW();
        using Batches rows = _digits.InBatches(50);
        var validation = new ValidationPass(_digits.Whole, Autograd.For(model, 0).Loss) { Metrics = [("accuracy", model.Accuracy)] };
        Trainer All() => new(new TrainingOptions { LearningRate = 0.01, Epochs = 3 }, rule,
            new ScheduledLearningRate(new WarmUp(3, new CosineDecay())), new LearningRateRecorder(), new GradientNormRecorder(),
            NonFiniteGuard.For(model), new GradientClipping(0.5),
            new UpdateRatioRecorder(
                every: 2), new ActivationRecorder(model, _digits.Whole.X), new LiveProgress(_ => { }, TimeProvider.System),
            new EarlyStopping(), new Checkpoints((_, _) => { }, rule.Memory, new DropoutMasks(model.Dropout!)) { EverySteps = 3 });
        All().Fit(Autograd.For(model, 0.01), rows, validation);
        long before = LiveTensors.Count;

        All().Fit(Autograd.For(model, 0.01), rows, validation);
        LearningRateRangeTest.Run(Autograd.For(model, 0.01), new GradientDescent(), rows, steps: 10);

        Assert.Equal(before, Tensor.TotalCount);
    }

    private static Perceptron Net(int seed) => new([64, 32, 10], seed, type: torch.ScalarType.Float64);

    private TrainingHistory Train(Perceptron model, int epochs, ValidationPass? validation, params ITrainingObserver[] observers)
    {
        using Batches rows = _digits.InBatches(50, seed: 3);
        return new Trainer(new TrainingOptions { LearningRate = 0.5, Epochs = epochs }, new GradientDescent(), observers)
            .Fit(Autograd.For(model, 0), rows, validation);
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

    private sealed class TickingClock(TimeSpan tick) : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks++ * tick.Ticks;
    }
}
