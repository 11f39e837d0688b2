using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using MlMaths.Torch.Calculus;
using MlMaths.Torch.Data;
using MlMaths.Torch.Models;
using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Runs;
using MlMaths.Torch.Tests.Cli;

namespace MlMaths.Torch.Tests.Optimisation;

/// <summary>Trainings that are continued from the files of a run folder alone.</summary>
public sealed class StoredCheckpointsTests : IDisposable
{
    private const int Epochs = 12, StepsPerEpoch = 7;

    private readonly Digits _digits = new(200, torch.ScalarType.Float32);
    private readonly string _home = Directory.CreateTempSubdirectory("stored-").FullName;
    private readonly SteppedClock _clock = new();
    private readonly List<string> _said = [];

    public void Dispose()
    {
        _digits.Dispose();
        Directory.Delete(_home, recursive: true);
    }

    [Fact]
    public void A_training_interrupted_20_times_at_random_steps_ends_with_the_same_bits()
    {
        (TrainingHistory History, double[] θ) whole = Train(null, null)!.Value;
        RunFolder folder = NewFolder();
        Random chance = new(5);
        int[] steps = [.. Enumerable.Range(1, whole.History.Steps - 1).OrderBy(_ => chance.Next()).Take(20).Order()];
        foreach (int step in steps)
            Assert.Null(Train(Archive(folder), step));

        Assert.Contains(steps, step => step % StepsPerEpoch != 0);
        Assert.Equal(Hash(whole), Hash(Train(Archive(folder), null)!.Value));
        Assert.Equal(Enumerable.Repeat("Training 'rate 0.01, seed 1' continues from its checkpoint.", 20), _said);
    }

    [Fact]
    public void A_training_that_had_ended_comes_back_without_a_step()
    {
        RunFolder folder = NewFolder();
        (TrainingHistory History, double[] θ) first = Train(Archive(folder), null, patience: 0)!.Value;
        Assert.Equal(TrainingStatus.Stopped, first.History.Status);

        // Killed at any step: it would not come back if it made one.
        for (int again = 0; again < 2; again++)
            Assert.Equal(Hash(first), Hash(Train(Archive(folder), killAt: null, patience: 0, mayStep: false)!.Value));
    }

    [Fact]
    public void A_training_that_had_diverged_comes_back_diverged_with_its_offender()
    {
        RunFolder folder = NewFolder();
        (TrainingHistory History, string? Offender) first = Diverge(Archive(folder)), again = Diverge(Archive(folder));
        Assert.Equal(TrainingStatus.Diverged, again.History.Status);
        Assert.EndsWith($" at step {first.History.Steps}", first.Offender, StringComparison.Ordinal);
        Assert.Equal(first.Offender, again.Offender);
        Assert.Equal(first.History.Rows, again.History.Rows);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(5000)]
    public void A_checkpoint_that_was_cut_short_is_told_and_the_training_starts_anew(int length)
    {
        RunFolder folder = NewFolder();
        Train(Archive(folder), killAt: 30);
        string file = Assert.Single(Directory.GetFiles(Path.Combine(folder.FullName, "checkpoints")));
        File.WriteAllBytes(file, File.ReadAllBytes(file)[..length]);

        Assert.Equal(Hash(Train(null, null)!.Value), Hash(Train(Archive(folder), null)!.Value));
        Assert.Equal("The checkpoint of 'rate 0.01, seed 1' is damaged; this training "
            + "starts again.", Assert.Single(_said));
    }

    private RunFolder NewFolder() => RunFolder.Create(_home, "stored", 1, _clock.GetUtcNow());

    /// <summary>As a new process would open it.</summary>
    private TrainingArchive Archive(RunFolder folder) => new(RunFolder.Open(folder.FullName), new HastyClock(), _said.Add);

    private (TrainingHistory History, double[] θ)? Train(TrainingArchive? archive, int? killAt, int patience = 100, bool mayStep = true)
    {
        using Perceptron net = new([64, 16, 10], seed: 1, dropout: 0.2);
        using Batches rows = _digits.InBatches(30, seed: 4);
        using var rule = new Adam();
        using var kill = new CancellationTokenSource();
        ITrainingObserver[] observers =
        [
            new ScheduledLearningRate(new CosineDecay()), new GradientClipping(1), new UpdateRatioRecorder(3), new GradientNormRecorder(),
            new LearningRateRecorder(), new NonFiniteGuard(),
            new ActivationRecorder(net, _digits.Whole.X, minSteps: 20), new EarlyStopping(patience),
        ];
        ITrainingObserver[] keeping = archive is null ? [] : [new StoredCheckpoints(archive, "rate 0.01, seed 1", rule, net, observers)];
        var killer = new Killer(killAt, kill, mayStep);
        var options = new TrainingOptions { LearningRate = 0.01, Epochs = Epochs };
        int epoch = 0;
        var validation = new ValidationPass(
            _digits.Whole, batch => patience > 0 ? Autograd.For(net, 0).Loss(batch) : ++epoch == 4 ? 9 : 5 - epoch);
        try
        {
            TrainingHistory history = new Trainer(options, rule, [.. observers, .. keeping, killer])
                .Fit(Autograd.For(net, 1e-3), rows, validation, kill.Token);
            return (history, net.Parameters.ToArray());
        }
        catch (OperationCanceledException) when (killAt is not null)
        {
            return null;
        }
    }

    private (TrainingHistory History, string? Offender) Diverge(TrainingArchive archive)
    {
        using Perceptron net = new([64, 16, 10], seed: 1);
        using Batches rows = _digits.InBatches(30, seed: 4);
        GradientDescent rule = new();
        NonFiniteGuard guard = NonFiniteGuard.For(net);
        TrainingHistory history = new Trainer(
            new TrainingOptions { LearningRate = 1e30, Epochs = Epochs }, rule, guard,
            new StoredCheckpoints(archive, "steep", rule, net, [guard]))
            .Fit(Autograd.For(net, 0), rows, cancellation: TestContext.Current.CancellationToken);
        return (history, guard.Offender);
    }

    private static string Hash((TrainingHistory History, double[] θ) result)
    {
        byte[] rows = [.. result.History.Rows.SelectMany(row =>
            Encoding.UTF8.GetBytes(
                $"{row.Run};{row.Step};{row.Epoch:R};{row.Split};{row.Quantity};"
                + $"{BitConverter.DoubleToInt64Bits(row.Value)}\n"))];
        byte[] ending = Encoding.UTF8.GetBytes(result.History.Ending);
        return Convert.ToHexString(SHA256.HashData([.. rows, .. ending, .. MemoryMarshal.AsBytes<double>(result.θ)]));
    }

    /// <summary>A second passes whenever it is looked at: a checkpoint is nearly always due.</summary>
    private sealed class HastyClock : TimeProvider
    {
        private long _seconds;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Interlocked.Increment(ref _seconds);
    }

    private sealed class Killer(int? step, CancellationTokenSource kill, bool mayStep) : ITrainingObserver
    {
        public void OnGradients(TrainingState state) => Assert.True(mayStep);

        public void OnStep(TrainingState state)
        {
            if (state.Step == step)
                kill.Cancel();
        }
    }
}
