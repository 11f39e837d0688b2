using System.Diagnostics;
using System.Text.Json;
using MlMaths.Torch.Calculus;
using MlMaths.Torch.Data;
using MlMaths.Torch.Models;
using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Tests.Calculus;
using MlMaths.Torch.Tests.Golden;

namespace MlMaths.Torch.Tests.Optimisation;

/// <summary>Training against reference optima and trajectories of the penalised logistic loss.</summary>
public sealed class LogisticTrainingTests : IDisposable
{
    private readonly BreastCancer _data = new();

    public void Dispose() => _data.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Newton_finds_the_reference_optimum_in_a_dozen_steps(int which)
    {
        JsonElement expected = GoldenFile.Read("logistic.json").GetProperty("optimum")[which];
        double λ = expected.GetProperty("penalty").GetDouble();
        using LogisticModel model = BreastCancer.NewModel();
        var source = new HandDerivedLogistic(model, λ);

        TrainingHistory history = Newton(source, _data.FullBatch);

        double[] θ = model.Parameters.ToArray();
        double[] weights = expected.GetProperty("weights").Doubles();
        Assert.All(weights.Zip(θ), pair => Assert.Equal(pair.First, pair.Second, 1e-8));
        Assert.Equal(expected.GetProperty("bias").GetDouble(), θ[^1], 1e-8);
        Assert.Equal(expected.GetProperty("objective").GetDouble(), source.Loss(_data.Whole), 1e-12);
        Assert.Equal(TrainingStatus.Stopped, history.Status);
        Assert.InRange(history.Steps, 1, 12);
    }

    [Theory]
    [InlineData(0, "hand")]
    [InlineData(1, "hand")]
    [InlineData(2, "hand")]
    [InlineData(1, "autograd")]
    public void Descent_follows_the_reference_step_by_step(int which, string answer)
    {
        JsonElement expected = GoldenFile.Read("logistic.json").GetProperty("descent")[which];
        using LogisticModel model = BreastCancer.NewModel();
        IGradientSource source = answer == "hand" ? new HandDerivedLogistic(model, 0) : Autograd.For(model, 0);
        var options = new TrainingOptions { LearningRate = expected.GetProperty("rate").GetDouble(), Epochs = 60 };

        TrainingHistory history = new Trainer(options, new GradientDescent(), new GradientNormRecorder()).Fit(source, _data.FullBatch);

        AssertEqual(expected.GetProperty("loss").Doubles(), history.Curve("loss").Values);
        AssertEqual(expected.GetProperty("gradient_norm").Doubles(), history.Curve("gradient_norm").Values);
        AssertEqual([.. expected.GetProperty("weights").Doubles(), expected.GetProperty("bias").GetDouble()], model.Parameters.ToArray());
        Assert.Equal(TrainingStatus.Completed, history.Status);
    }

    [Fact]
    public void A_rate_beyond_all_reason_is_a_result_and_not_a_crash()
    {
        using LogisticModel model = BreastCancer.NewModel();
        var options = new TrainingOptions { LearningRate = 1e308, Epochs = 10 };

        TrainingHistory history = new Trainer(options, new GradientDescent()).Fit(new HandDerivedLogistic(model, 0), _data.FullBatch);

        Assert.Equal(TrainingStatus.Diverged, history.Status);
        Assert.InRange(history.Steps, 1, 9);
        Assert.StartsWith("diverged at step", history.Ending, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_seed_gives_the_same_path_and_another_seed_another()
    {
        Assert.Equal(Stochastic(seed: 1), Stochastic(seed: 1));
        Assert.NotEqual(Stochastic(seed: 1), Stochastic(seed: 2));
    }

    [Fact]
    public void Mini_batches_arrive_near_the_optimum()
    {
        double[] losses = Stochastic(seed: 3);
        Assert.InRange(losses[^1], 0.03, 0.1);
        Assert.Equal(12 * 18, losses.Length - 12);
    }

    [Fact]
    public void No_tensor_outlives_the_training()
    {
        using LogisticModel model = BreastCancer.NewModel();
        using Batches batches = _data.MiniBatches(64, seed: 0);
        var trainer = new Trainer(new TrainingOptions { Epochs = 3 }, new GradientDescent(), new GradientNormRecorder());
        var validation = new ValidationPass(_data.Whole, new HandDerivedLogistic(model, 0).Loss);
        trainer.Fit(Autograd.For(model, 0.01), batches, validation);
        long before = LiveTensors.Count;

        trainer.Fit(Autograd.For(model, 0.01), batches, validation);
        trainer.Fit(new HandDerivedLogistic(model, 0.01), batches, validation);
        Newton(new HandDerivedLogistic(model, 0.01), _data.FullBatch);

        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void Ten_thousand_steps_do_not_grow_the_process()
    {
        using LogisticModel model = BreastCancer.NewModel();
        using Batches batches = _data.MiniBatches(64, seed: 0);
        Trainer Steps(int epochs) => new(new TrainingOptions { Epochs = epochs }, new GradientDescent());
        // The collector lets its youngest generation fill up once, whatever is in it.
        Steps(1112).Fit(Autograd.For(model, 0.01), batches);
        long before = ResidentBytes();

        TrainingHistory history = Steps(1112).Fit(Autograd.For(model, 0.01), batches);

        Assert.InRange(history.Steps, 10_000, 10_100);
        Assert.InRange(ResidentBytes() - before, long.MinValue, 20L << 20);
    }

    [Fact]
    public void A_cancelled_training_says_so_at_the_next_step()
    {
        using LogisticModel model = BreastCancer.NewModel();
        using var cancellation = new CancellationTokenSource();
        var cancelLater = new ProgressReport(state => { if (state.Epoch == 2) cancellation.Cancel(); });
        var trainer = new Trainer(new TrainingOptions { Epochs = 100 }, new GradientDescent(), cancelLater);

        Assert.Throws<OperationCanceledException>(() =>
            trainer.Fit(new HandDerivedLogistic(model, 0), _data.FullBatch, cancellation: cancellation.Token));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void A_learning_rate_that_makes_no_sense_is_named(double rate)
    {
        var mistake = Assert.Throws<UserMistakeException>(() => new TrainingOptions { LearningRate = rate }.Checked());
        Assert.Contains($"was {rate}", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_epoch_loss_weighs_batches_by_their_rows()
    {
        using Tensor X = torch.tensor(new double[,] { { 0 }, { 0 }, { 0 } }), y = torch.tensor([1.0, 1.0, 0.0]);
        using Batches batches = new(X, y, 2, seed: 0);
        using var model = new LogisticModel(1, torch.CPU);
        var still = new TrainingOptions { LearningRate = 1e-300, Epochs = 1 };

        TrainingHistory history = new Trainer(still, new GradientDescent()).Fit(new HandDerivedLogistic(model, 0), batches);

        Assert.Equal(Math.Log(2), Assert.Single(history.Curve("epoch_loss").Values), 1e-12);
        Assert.Equal(2, history.Steps);
    }

    private static TrainingHistory Newton(HandDerivedLogistic source, Batches batches)
    {
        var options = new TrainingOptions { LearningRate = 1, Epochs = 50 };
        return new Trainer(options, new DampedNewton(source), new GradientNormRecorder(tolerance: 1e-12)).Fit(source, batches);
    }

    private double[] Stochastic(int seed)
    {
        using LogisticModel model = BreastCancer.NewModel();
        using Batches batches = _data.MiniBatches(32, seed);
        TrainingHistory history = new Trainer(new TrainingOptions { Epochs = 12 }, new GradientDescent())
            .Fit(new HandDerivedLogistic(model, 0), batches);
        return [.. history.Rows.Select(row => row.Value)];
    }

    private static long ResidentBytes()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }

    private static void AssertEqual(double[] expected, IReadOnlyList<double> actual)
    {
        Assert.Equal(expected.Length, actual.Count);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-12 * Math.Max(1, Math.Abs(pair.First))));
    }
}
