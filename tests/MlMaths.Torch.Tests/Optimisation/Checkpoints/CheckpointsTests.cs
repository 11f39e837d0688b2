using System.Runtime.InteropServices;
using System.Security.Cryptography;
using MlMaths.Torch.Calculus;
using MlMaths.Torch.Data;
using MlMaths.Torch.Models;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Tests.Optimisation;

/// <summary>A training that was interrupted and continued, beside one that was not.</summary>
public sealed class CheckpointsTests : IDisposable
{
    private const int Epochs = 6, StepsPerEpoch = 7;

    private readonly Digits _digits = new(200, torch.ScalarType.Float32);

    public void Dispose() => _digits.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(20)]
    [InlineData(21)]
    [InlineData(41)]
    public void A_training_continued_at_any_step_ends_with_the_same_bits(int step)
    {
        string whole = Hash(Train(resumeFrom: null, killAt: null, out _));
        Train(resumeFrom: null, killAt: step, out byte[] checkpoint);

        string continued = Hash(Train(checkpoint, killAt: null, out _));

        Assert.Equal(whole, continued);
    }

    [Fact]
    public void A_training_may_be_interrupted_again_and_again()
    {
        string whole = Hash(Train(resumeFrom: null, killAt: null, out _));
        byte[]? checkpoint = null;
        foreach (int step in new[] { 3, 4, 13, 14, 30 })
            Train(checkpoint, killAt: step, out checkpoint);
        Assert.Equal(whole, Hash(Train(checkpoint, killAt: null, out _)));
    }

    [Fact]
    public void A_training_without_its_dropout_stream_would_end_elsewhere()
    {
        // The hash would notice: the same training with another stream of masks is another training.
        string whole = Hash(Train(resumeFrom: null, killAt: null, out _));
        Assert.NotEqual(whole, Hash(Train(resumeFrom: null, killAt: null, out _, seed: 2)));
    }

    [Fact]
    public void The_best_checkpoint_is_that_of_the_least_validation_loss()
    {
        using Perceptron model = Net(1);
        double[] losses = [3, 1, 2, 0.5, 4, 4];
        int epoch = 0;
        List<(string Name, int Epoch)> saved = [];
        using Batches rows = _digits.InBatches(30);
        var checkpoints = new Checkpoints((name, _) => saved.Add((name, epoch)));
        new Trainer(new TrainingOptions { Epochs = 6 }, new GradientDescent(), checkpoints)
            .Fit(Autograd.For(model, 0), rows, new ValidationPass(_digits.Whole, _ => losses[epoch++]));
        Assert.Equal([1, 2, 4], saved.Where(one => one.Name == "best").Select(one => one.Epoch));
        Assert.Equal([1, 2, 3, 4, 5, 6], saved.Where(one => one.Name == "last").Select(one => one.Epoch));
    }

    [Fact]
    public void A_damaged_checkpoint_is_refused()
    {
        Train(resumeFrom: null, killAt: 5, out byte[] checkpoint);
        checkpoint[100] ^= 1;
        var mistake = Assert.Throws<UserMistakeException>(() => Train(checkpoint, killAt: null, out _));
        Assert.Contains("damaged", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_forged_checkpoint_with_a_valid_hash_is_refused_or_goes_on_and_never_breaks()
    {
        Train(resumeFrom: null, killAt: 5, out byte[] checkpoint);
        byte[] content = checkpoint[..^SHA256.HashSizeInBytes];
        Random chance = new(3);
        int refused = 0;
        for (int trial = 0; trial < 150; trial++)
        {
            byte[] forged = trial % 5 == 0 ? content[..chance.Next(content.Length)] : [.. content];
            int reach = trial % 2 == 0 ? Math.Min(forged.Length, 60) : forged.Length; // the lengths and counts stand in front
            for (int change = 0; change < 3 && reach > 0; change++)
                BitConverter.TryWriteBytes(forged.AsSpan(chance.Next(reach)), (byte)chance.Next(256) << chance.Next(2) * 23);
            try
            {
                Train([.. forged, .. SHA256.HashData(forged)], killAt: 6, out _);
            }
            catch (UserMistakeException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, 60, 150);
    }

    [Fact]
    public void A_checkpoint_of_another_net_is_refused()
    {
        Train(resumeFrom: null, killAt: 5, out byte[] checkpoint);
        using Perceptron other = new([64, 5, 10], seed: 1);
        using Batches rows = _digits.InBatches(30);
        var trainer = new Trainer(new TrainingOptions(), new GradientDescent(), new Checkpoints((_, _) => { }) { ResumeFrom = checkpoint });
        var mistake = Assert.Throws<UserMistakeException>(() => trainer.Fit(Autograd.For(other, 0), rows));
        Assert.Contains("number of parameters was 1210", mistake.Message, StringComparison.Ordinal);
    }

    private static Perceptron Net(int seed) => new([64, 16, 10], seed, dropout: 0.2);

    private (TrainingHistory History, double[] θ) Train(byte[]? resumeFrom, int? killAt, out byte[] last, int seed = 1)
    {
        using Perceptron model = Net(seed);
        using Batches rows = _digits.InBatches(30, seed: 4);
        using var rule = new Adam();
        using var cancellation = new CancellationTokenSource();
        byte[] kept = [];
        EarlyStopping stopping = new(patience: 100);
        GradientClipping clipping = new(1);
        ReduceOnPlateau plateau = new(patience: 0, γ: 0.5, progress: 0.2);
        var checkpoints = new Checkpoints(
            (name, bytes) => kept = name == "last" ? bytes : kept, rule.Memory, new DropoutMasks(model.Dropout!),
            stopping, clipping, plateau)
        {
            ResumeFrom = resumeFrom,
            EverySteps = 1,
        };
        var kill = new KillAt(killAt, cancellation);
        TrainingHistory history = new("none", TrainingStatus.Stopped, 0, []);
        try
        {
            history = new Trainer(
                new TrainingOptions { LearningRate = 0.01, Epochs = Epochs }, rule, plateau, clipping,
                new GradientNormRecorder(), new LearningRateRecorder(), stopping, kill, checkpoints)
                .Fit(Autograd.For(model, 1e-3), rows, new ValidationPass(_digits.Whole, Autograd.For(model, 0).Loss), cancellation.Token);
            if (killAt is null)
                Assert.Equal(Epochs * StepsPerEpoch, history.Steps);
        }
        catch (OperationCanceledException) when (killAt is not null)
        {
        }

        last = kept;
        return (history, model.Parameters.ToArray());
    }

    private static string Hash((TrainingHistory History, double[] θ) result)
    {
        byte[] rows = [.. result.History.Rows.SelectMany(row => System.Text.Encoding.UTF8.GetBytes(
            $"{row.Run};{row.Step};{row.Epoch:R};{row.Split};{row.Quantity};"
            + $"{BitConverter.DoubleToInt64Bits(row.Value)}\n"))];
        return Convert.ToHexString(SHA256.HashData([.. rows, .. MemoryMarshal.AsBytes<double>(result.θ)]));
    }

    private sealed class KillAt(int? step, CancellationTokenSource cancellation) : ITrainingObserver
    {
        public void OnStep(TrainingState state)
        {
            if (state.Step == step)
                cancellation.Cancel();
        }
    }
}
