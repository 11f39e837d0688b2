using System.Runtime.InteropServices;
using System.Security.Cryptography;
using MlMaths.Torch.Calculus;
using MlMaths.Torch.Data;
using MlMaths.Torch.Diagnosis;
using MlMaths.Torch.Models;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Tests.Optimisation;

public sealed class LearningRateSweepTests : IDisposable
{
    private readonly Digits _digits = new(320, torch.ScalarType.Float32);

    public void Dispose() => _digits.Dispose();

    [Fact]
    public void Trials_side_by_side_give_the_numbers_of_one_after_another()
    {
        LearningRateSweep sideBySide = Sweep([0.01, 0.1, 1], sideBySide: 3), oneByOne = Sweep([0.01, 0.1, 1], sideBySide: 1);
        Assert.Equal(9, oneByOne.Trials.Count);
        foreach ((LearningRateTrial one, LearningRateTrial other) in sideBySide.Trials.Zip(oneByOne.Trials))
        {
            Assert.Equal((one.LearningRate, one.Seed), (other.LearningRate, other.Seed));
            Assert.Equal(one.History.Rows, other.History.Rows);
        }
    }

    [Fact]
    public void A_seed_begins_alike_at_every_rate()
    {
        LearningRateSweep sweep = Sweep([0.01, 1], sideBySide: 2);
        foreach (IGrouping<int, LearningRateTrial> seed in sweep.Trials.GroupBy(trial => trial.Seed))
            Assert.Single(seed.Select(trial => trial.History.Curve("loss").Values[0]).Distinct());
        Assert.Equal(3, sweep.Trials.Select(trial => trial.History.Curve("loss").Values[0]).Distinct().Count());
    }

    [Fact]
    public void Every_rate_gets_its_sentence_and_the_best_its_reason()
    {
        LearningRateSweep sweep = Sweep([1e-4, 0.3, 1e30], sideBySide: 2);
        LearningRateSweepReading reading = LearningRateSweepReading.Of(sweep);
        Assert.Equal([LearningRateVerdict.TooSmall, LearningRateVerdict.Good, LearningRateVerdict.Diverged], reading.LearningRates.Select(
            rate => rate.Verdict));
        Assert.StartsWith("Learning rate 0.0001 is too small: it "
            + "covered ", reading.LearningRates[0].Sentence, StringComparison.Ordinal);
        Assert.Contains("of the way down", reading.LearningRates[1].Sentence, StringComparison.Ordinal);
        int step = sweep.Trials[6].History.Steps;
        Assert.StartsWith($"Learning rate 1e30 diverged at step {step}, ", reading.LearningRates[2].Sentence, StringComparison.Ordinal);
        Assert.Equal(0.3, reading.Recommended);
        Assert.StartsWith("Learning rate 0.3: of the rates that fall steadily, it has the lowest "
            + "mean loss, ", reading.Reason,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Where_every_rate_diverges_none_is_recommended()
    {
        LearningRateSweepReading reading = LearningRateSweepReading.Of(Sweep([1e30], sideBySide: 2));
        Assert.Null(reading.Recommended);
        Assert.StartsWith("Every learning rate diverged", reading.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_loss_that_jumps_is_called_unstable()
    {
        double[] jumping = [2, 1, 1.5, 1, 1.4, 0.9, 1.3];
        var history = new TrainingHistory("jumps", TrainingStatus.Completed, 7,
            [
                new("jumps", 0, 0, "training", "loss", 2.3),
                .. jumping.Select((loss, i) => new HistoryRow("jumps", i + 1, i + 1, "training", "epoch_loss", loss)),
            ]);
        SweptLearningRate reading =
            LearningRateSweepReading.Of(new LearningRateSweep([new LearningRateTrial(0.5, 1, history)])).LearningRates[0];
        Assert.Equal(LearningRateVerdict.TooLarge, reading.Verdict);
        Assert.StartsWith("Learning rate 0.5 is unstable: the loss rose in 50 % of "
            + "the epochs", reading.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rate_that_stands_still_where_a_smaller_one_arrived_is_too_large()
    {
        LearningRateSweep sweep = new([Trial(0.01, 1.0, 0.3, 0.1), Trial(0.1, 0.4, 0.1, 0.01), Trial(1, 1.9, 1.9, 1.9)]);
        LearningRateSweepReading reading = LearningRateSweepReading.Of(sweep);
        Assert.Equal(
            [LearningRateVerdict.Good, LearningRateVerdict.Good, LearningRateVerdict.TooLarge],
            reading.LearningRates.Select(rate => rate.Verdict));
        Assert.StartsWith(
            "Learning rate 1 is too large: it covered 17 % of the way down, and a smaller "
            + "rate 100 %", reading.LearningRates[2].Sentence,
            StringComparison.Ordinal);

        static LearningRateTrial Trial(double rate, params double[] losses) => new(rate, 1, new TrainingHistory(
            "flat", TrainingStatus.Completed, losses.Length,
            [
                new("flat", 0, 0, "training", "loss", 2.3),
                .. losses.Select((loss, i) => new HistoryRow("flat", i + 1, i + 1, "training", "epoch_loss", loss)),
            ]));
    }

    [Fact]
    public void A_failure_in_a_trial_comes_out_of_the_sweep() =>
        Assert.Throws<InvalidOperationException>(
            () => ParallelTrials.Run(4, 2, i => { if (i == 2) throw new InvalidOperationException(); }));

    [Fact]
    public void The_range_test_puts_everything_back_bit_for_bit()
    {
        using Perceptron model = new([64, 16, 10], seed: 1, dropout: 0.1);
        using var rule = new Adam();
        using Batches rows = _digits.InBatches(32, seed: 1);
        Autograd source = Autograd.For(model, 0);
        var stream = new DropoutMasks(model.Dropout!);
        new Trainer(new TrainingOptions { LearningRate = 0.01, Epochs = 1 }, rule).Fit(source, rows);
        string before = Hash(model, rule.Memory, stream);

        LearningRateRangeTest test = LearningRateRangeTest.Run(source, rule, rows, steps: 60, lowest: 1e-5, highest: 100, stream);

        Assert.Equal(before, Hash(model, rule.Memory, stream));
        Assert.InRange(test.LearningRates.Count, 20, 60);
        Assert.InRange(test.Steepest!.Value, 1e-4, 1);
        Assert.Equal(Hash(model, rule.Memory, stream), before);
        source.Differentiate(rows.Whole);
        Assert.NotEqual(Hash(model, rule.Memory, stream), before); // a mask more was drawn: the hash sees it
    }

    [Fact]
    public void The_rules_read_a_curve_whose_answers_are_known()
    {
        // Constant, then falling by 1 for each step from rate 1e-3 to 1e-1, then rising: 31 rates, ten for each power of ten.
        double[] rates = [.. Enumerable.Range(0, 41).Select(i => 1e-4 * Math.Pow(10, i / 10.0))];
        double[] losses = [.. Enumerable.Range(0, 41).Select(i => i <= 10 ? 30.0 : i <= 30 ? 40 - i : 10 + 3.0 * (i - 30))];
        var test = new LearningRateRangeTest(rates, losses, losses);
        Assert.Equal(1e-1 / 10, test.TenthOfMinimum!.Value, 1e-12);
        Assert.Equal(1e-2, test.Valley!.Value, 1e-12);
        Assert.InRange(test.Steepest!.Value, 1e-3 * 0.999, 1e-1);
    }

    [Fact]
    public void Rates_grow_evenly_on_a_logarithmic_axis_and_losses_are_smoothed_without_a_trace_of_zero()
    {
        double[] losses = [2, 1, 3];
        LearningRateRangeTest test = LearningRateRangeTest.From([0.1, 1, 10], losses);
        double a0 = 0.02 * 2, a1 = 0.98 * a0 + 0.02 * 1, a2 = 0.98 * a1 + 0.02 * 3;
        Assert.All(
            new[] { a0 / (1 - 0.98), a1 / (1 - 0.98 * 0.98), a2 / (1 - 0.98 * 0.98 * 0.98) }.Zip(test.Smoothed),
            pair => Assert.Equal(pair.First, pair.Second, 1e-12));
        Assert.Equal(2, LearningRateRangeTest.From([0.1, 1, 10], [1, 1, 1e6]).Losses.Count);
    }

    [Fact]
    public void The_number_of_threads_follows_from_the_work_alone()
    {
        int before = torch.get_num_threads();
        try
        {
            Assert.Equal([1, 1, 4], new[] { 1, 5_000_000L, 5_000_001 }.Select(ComputeThreads.Suit));
            Assert.Equal(4, torch.get_num_threads());
            Assert.Equal("1 thread: a step has 0.9 million multiplications, too few to share.",
                ComputeThreads.SuitSteps(900_000).Sentence);
            Assert.Equal("4 threads: a step has 200.0 million multiplications.",
                ComputeThreads.SuitSteps(200_000_000).Sentence);
            ParallelTrials.Run(2, 2, _ => Assert.Equal(1, torch.get_num_threads()));
            Assert.Equal(4, torch.get_num_threads());
        }
        finally
        {
            torch.set_num_threads(before);
        }
    }

    private LearningRateSweep Sweep(double[] rates, int sideBySide) =>
        LearningRateSweep.Run(rates, [1, 2, 3], Train, sideBySide);

    private TrainingHistory Train(double rate, int seed)
    {
        using Perceptron model = new([64, 16, 10], seed, dropout: 0.1);
        using Batches rows = _digits.InBatches(32, seed);
        var options = new TrainingOptions { Run = $"rate {rate}, seed {seed}", LearningRate = rate, Epochs = 12 };
        return new Trainer(options, new GradientDescent(), new GradientNormRecorder()).Fit(Autograd.For(model, 0), rows);
    }

    private static string Hash(Perceptron model, params IResumable[] parts)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(MemoryMarshal.AsBytes<double>(model.Parameters.ToArray()));
        foreach (IResumable part in parts)
            part.Save(writer);
        writer.Flush();
        return Convert.ToHexString(SHA256.HashData(stream.ToArray()));
    }
}
