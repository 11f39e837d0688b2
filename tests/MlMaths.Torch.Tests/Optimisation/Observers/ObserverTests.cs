using MlMaths.Torch.Calculus;
using MlMaths.Torch.Data;
using MlMaths.Torch.Models;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Tests.Optimisation;

/// <summary>What observers see and do, on the first digits.</summary>
public sealed class ObserverTests : IDisposable
{
    private readonly WatchedDigits _watched = new();

    public void Dispose() => _watched.Dispose();

    [Fact]
    public void Early_stopping_ends_after_its_patience_and_restores_the_best_weights()
    {
        using Perceptron model = WatchedDigits.Net(1);
        double[] losses = [5, 3, 4, 1, 2, 2, 2, 0];
        var seen = new List<double[]>();
        var validation = new ValidationPass(_watched.Digits.Whole, _ =>
        {
            seen.Add(model.Parameters.ToArray());
            return losses[seen.Count - 1];
        });
        var stopping = new EarlyStopping(patience: 2);

        TrainingHistory history = _watched.Train(model, 20, validation, stopping);

        Assert.Equal(TrainingStatus.Stopped, history.Status);
        Assert.Equal(7, seen.Count);
        Assert.Equal((1, 4), (stopping.BestLoss, stopping.BestEpoch));
        Assert.Equal(seen[3], model.Parameters.ToArray());
        Assert.NotEqual(seen[6], model.Parameters.ToArray());
    }

    [Fact]
    public void Early_stopping_does_not_wait_for_gains_below_the_least_that_counts()
    {
        using Perceptron model = WatchedDigits.Net(1);
        double[] losses = [5, 3, 2.9, 2.8, 2.7, 2.6, 2.5];
        int epoch = 0;
        var stopping = new EarlyStopping(patience: 2, least: 0.35);
        TrainingHistory history = _watched.Train(
            model, losses.Length, new ValidationPass(_watched.Digits.Whole, _ => losses[epoch++]), stopping);
        Assert.Equal((TrainingStatus.Stopped, 3, 2), (history.Status, stopping.BestLoss, stopping.BestEpoch));
    }

    [Fact]
    public void The_training_loss_beside_a_validation_loss_is_measured_alike_and_not_as_trained_on()
    {
        using Perceptron model = WatchedDigits.Net(1);
        double Loss(Batch rows)
        {
            using DisposeScope scope = torch.NewDisposeScope();
            return SoftmaxLoss.Value(model, rows.X, rows.y, 0, training: false).ToDouble();
        }

        TrainingHistory history = _watched.Train(
            model, 3, new ValidationPass(_watched.Digits.Whole, Loss), new TrainingLossRecorder(_watched.Digits.Whole, Loss));

        Assert.Equal(history.Curve("loss", "validation").Values, history.ComparableLoss.Values); // the same rows
        Assert.NotEqual(history.Curve("epoch_loss").Values, history.ComparableLoss.Values);
    }

    [Fact]
    public void A_validation_pass_records_its_metrics()
    {
        using Perceptron model = WatchedDigits.Net(1);
        var validation = new ValidationPass(_watched.Digits.Whole, Autograd.For(model, 0).Loss)
        {
            Metrics = [("accuracy", model.Accuracy)],
        };
        TrainingHistory history = _watched.Train(model, 12, validation);
        IReadOnlyList<double> accuracy = history.Curve("accuracy", "validation").Values;
        Assert.Equal(12, accuracy.Count);
        Assert.True(accuracy[^1] > 0.9 && accuracy[^1] > accuracy[0]);
        double[] p = model.Probabilities(_watched.Digits.Whole.X);
        long[] y = [.. _watched.Digits.Whole.y.data<long>()];
        int right = y.Where((label, i) => p.AsSpan(i * 10, 10).IndexOf(p.Skip(i * 10).Take(10).Max()) == label).Count();
        Assert.Equal(right / 200.0, accuracy[^1], 1e-12);
    }

    [Fact]
    public void Progress_is_told_at_intervals_and_at_the_end()
    {
        using Perceptron model = WatchedDigits.Net(1);
        var clock = new TickingClock(TimeSpan.FromSeconds(1));
        var told = new List<ProgressReading>();
        _watched.Train(model, 10, null, new LiveProgress(told.Add, clock, TimeSpan.FromSeconds(10)));
        Assert.Equal([10, 20, 30, 40], told.Select(reading => reading.Step));
        Assert.All(told, reading => Assert.Equal(1, reading.StepsPerSecond, 1e-9));
        Assert.Equal(TimeSpan.FromSeconds(30), told[0].Left);
    }

    [Fact]
    public void No_tensor_outlives_a_training_that_is_watched_by_all()
    {
        using Perceptron model = new([64, 32, 10], seed: 1, dropout: 0.1, type: torch.ScalarType.Float64);
        using var rule = new AdamW();
        using Batches rows = _watched.Digits.InBatches(50);
        var validation = new ValidationPass(_watched.Digits.Whole, Autograd.For(model, 0).Loss)
        {
            Metrics = [("accuracy", model.Accuracy)],
        };
        Trainer All() => new(new TrainingOptions { LearningRate = 0.01, Epochs = 3 }, rule,
            new ScheduledLearningRate(new WarmUp(3, new CosineDecay())), new LearningRateRecorder(), new GradientNormRecorder(),
            NonFiniteGuard.For(model), new GradientClipping(0.5),
            new UpdateRatioRecorder(
                every: 2), new ActivationRecorder(model, _watched.Digits.Whole.X), new LiveProgress(_ => { }, TimeProvider.System),
            new EarlyStopping(), new Checkpoints((_, _) => { }, rule.Memory, new DropoutMasks(model.Dropout!)) { EverySteps = 3 });
        All().Fit(Autograd.For(model, 0.01), rows, validation);
        long before = LiveTensors.Count;

        All().Fit(Autograd.For(model, 0.01), rows, validation);
        LearningRateRangeTest.Run(Autograd.For(model, 0.01), new GradientDescent(), rows, steps: 10);

        Assert.Equal(before, Tensor.TotalCount);
    }

    private sealed class TickingClock(TimeSpan tick) : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks++ * tick.Ticks;
    }
}
