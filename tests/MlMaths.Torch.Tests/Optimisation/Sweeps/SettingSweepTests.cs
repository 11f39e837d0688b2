using MlMaths.Torch.Diagnosis;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Tests.Optimisation;

/// <summary>Settings compared with one of them, seed by seed.</summary>
public sealed class SettingSweepTests
{
    [Fact]
    public void A_trial_is_judged_by_its_last_epoch_and_after_divergence_by_none()
    {
        Assert.Equal(0.8, new SettingTrial("a", 1, History([1.0, 0.7, 0.8])).Loss);
        Assert.Null(new SettingTrial("a", 1, History([1.0], TrainingStatus.Diverged)).Loss);
        Assert.Null(new SettingTrial("a", 1, History([])).Loss);
    }

    [Fact]
    public void Every_setting_meets_every_seed_in_the_order_given() => Assert.Equal(
        [("a", 1, 1.1), ("a", 2, 2.1), ("b", 1, 1.2), ("b", 2, 2.2)],
        Sweep(["a", "b"], [1, 2], (setting, seed) => seed + (setting == "a" ? 0.1 : 0.2))
            .Trials.Select(trial => (trial.Setting, trial.Seed, Math.Round(trial.Loss!.Value, 6))));

    [Fact]
    public void Two_comparisons_share_the_five_in_a_hundred_between_them()
    {
        // Seeds differ by 1, b by 0.2 ± 0.01 from a: s/√3 = 0.0057735, t(1 − 0.0125; 2) = 6.205347.
        double[] gain = [0.19, 0.20, 0.21], noise = [0.3, -0.4, 0.2];
        var reading = SettingSweepReading.Of(
            Sweep(["a", "b", "c"], [1, 2, 3], (setting, seed) => setting switch
            {
                "a" => seed,
                "b" => seed - gain[seed - 1],
                _ => seed + noise[seed - 1],
            }),
            "a");
        Assert.Equal("b", reading.Best);
        SettingReading b = reading.Settings[1];
        Assert.Equal((true, false), (b.IsBetter, b.IsWorse));
        Assert.Equal(-0.2 - 6.205347 * 0.01 / Math.Sqrt(3), b.Difference!.Low!.Value, 1e-6);
        Assert.Equal("Over 3 seeds, in pairs: the loss is lower than with a with b (by 0.2); c cannot be told from a.", reading.Reason);
    }

    [Fact]
    public void What_diverged_is_said_and_not_compared()
    {
        var reading = SettingSweepReading.Of(
            Sweep(["a", "b"], [1, 2, 3], (setting, seed) => setting == "b" && seed == 2 ? null : seed * 0.1), "a");
        Assert.Equal((null, null, 1), (reading.Settings[1].Loss, reading.Settings[1].Difference, reading.Settings[1].Diverged));
        Assert.Equal("Over 3 seeds, in pairs: b diverged with 1 seed.", reading.Reason);
        Assert.StartsWith("The reference, b, diverged", SettingSweepReading.Of(
            Sweep(["a", "b"], [1, 2, 3], (setting, seed) => setting == "b" ? null : seed * 0.1), "b").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reference_that_was_not_tried_is_refused() => Assert.Throws<ArgumentException>(
        () => SettingSweepReading.Of(Sweep(["a"], [1], (_, _) => 1), "z"));

    private static SettingSweep Sweep(string[] settings, int[] seeds, Func<string, int, double?> loss) =>
        SettingSweep.Run(settings, seeds, (setting, seed) => loss(setting, seed) is { } finite
            ? History([finite]) : History([], TrainingStatus.Diverged));

    private static TrainingHistory History(double[] validation, TrainingStatus status = TrainingStatus.Completed) => new(
        "run", status, validation.Length,
        [.. validation.Select((loss, i) => new HistoryRow("run", i + 1, i + 1, "validation", "loss", loss))]);
}
