using MlMaths.Torch.Diagnosis;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Tests.Optimisation;

public sealed class StrengthSweepTests
{
    [Fact]
    public void Both_losses_are_those_of_the_epoch_of_the_least_validation_loss()
    {
        StrengthTrial trial = new(0.1, 1, History([0.9, 0.5, 0.2], [1.0, 0.7, 0.8]));
        Assert.Equal((0.5, 0.7), (trial.TrainingLoss, trial.ValidationLoss));
    }

    [Fact]
    public void Without_validation_rows_the_last_epoch_counts_and_after_divergence_none()
    {
        StrengthTrial unwatched = new(0.1, 1, History([0.9, 0.5, 0.2], []));
        Assert.Equal((0.2, null), (unwatched.TrainingLoss, unwatched.ValidationLoss));
        StrengthTrial diverged = new(0.1, 1, History([0.9], [1.0], TrainingStatus.Diverged));
        Assert.Equal((null, null), (diverged.TrainingLoss, diverged.ValidationLoss));
    }

    [Fact]
    public void Every_strength_meets_every_seed_in_the_order_given_side_by_side_or_not()
    {
        StrengthSweep sideBySide = Sweep([0, 0.1], [1, 2, 3], (strength, seed) => strength + seed, sideBySide: 3);
        Assert.Equal([(0, 1), (0, 2), (0, 3), (0.1, 1), (0.1, 2), (0.1, 3)],
            sideBySide.Trials.Select(trial => (trial.Strength, trial.Seed)));
        Assert.Equal([1, 2, 3, 1.1, 2.1, 3.1], sideBySide.Trials.Select(trial => trial.ValidationLoss!.Value));
        Assert.Equal([0, 0.1], sideBySide.Strengths);
    }

    [Fact]
    public void Pairs_see_a_difference_that_the_spread_between_seeds_would_hide()
    {
        // Seeds differ by 1, the strength by 0.2 ± 0.01 in each: x̄ = -0.2, s = 0.01, s/√3 = 0.0057735, t(0.975; 2) = 4.30265.
        double[] gain = [0.19, 0.20, 0.21];
        StrengthSweepReading reading = StrengthSweepReading.Of(
            Sweep([0, 0.1], [1, 2, 3], (strength, seed) => strength == 0 ? seed : seed - gain[seed - 1]),
            "the penalty");
        Assert.Equal((0.1, true), (reading.Best, reading.IsBetter));
        StrengthReading best = reading.Strengths[1];
        Assert.Equal(1.8, best.MeanLoss!.Value, 1e-12);
        Assert.Equal(0.99, best.Deviation!.Value, 1e-12);
        Assert.Equal(-0.2 - 4.302652729911 * 0.01 / Math.Sqrt(3), best.FromNone!.Low!.Value, 1e-9);
        Assert.StartsWith(
            "Strength 0.1 of the penalty is better than none by more than the difference between seeds: "
            + "its mean loss is 1.8, 0.2 below none's 2 (paired over 3 seeds: −0.2248 to −0.1752 at 95 %",
            reading.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_difference_within_what_seeds_differ_is_said_to_be_none()
    {
        double[] gain = [0.3, -0.1, -0.1];
        StrengthSweepReading reading = StrengthSweepReading.Of(
            Sweep([0, 0.1, 0.5], [1, 2, 3], (strength, seed) => strength == 0 ? 1 : 1 - gain[seed - 1] + strength / 10),
            "dropout");
        Assert.Equal((0.1, false), (reading.Best, reading.IsBetter));
        Assert.StartsWith(
            "No strength of dropout was better than none by more than the difference between seeds: "
            + "the best, 0.1, has a mean loss of 0.9767, 0.02333 below none's 1",
            reading.Reason, StringComparison.Ordinal);
        Assert.Equal(0.5, reading.Simplest); // 0.9767 + 0.2309/√3 = 1.11 is not exceeded by 1.0167
        Assert.EndsWith(
            "Strength 0.5 is the strongest within one standard error of it, and the simpler net.", reading.Reason,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Many_strengths_must_differ_by_more_before_one_is_called_better()
    {
        double[] gain = [0.1, 0.2, 0.3]; // t = 0.2 / (0.1/√3) = 3.46, p = 0.0742; with one strength compared already too little
        StrengthReading one = StrengthSweepReading.Of(Sweep([0, 0.1], [1, 2, 3], Loss), "x").Strengths[1];
        StrengthReading three = StrengthSweepReading.Of(Sweep([0, 0.1, 0.2, 0.3], [1, 2, 3], Loss), "x").Strengths[1];
        Assert.Equal(0.0741799, one.PValue!.Value, 1e-6);
        Assert.Equal(3 * one.PValue.Value, three.PValue!.Value, 1e-12);

        double? Loss(double strength, int seed) => strength == 0 ? 1 : 1 - gain[seed - 1];
    }

    [Fact]
    public void No_regularisation_may_be_the_best()
    {
        StrengthSweepReading reading = StrengthSweepReading.Of(
            Sweep([0, 0.1], [1, 2, 3], (strength, seed) => 1 + strength + 0.01 * seed), "the penalty");
        Assert.Equal((0, 0, false), (reading.Best, reading.Simplest, reading.IsBetter));
        Assert.Equal(
            "No strength of the penalty was better than none: none at all has the lowest mean loss, 1.02 over 3 seeds.",
            reading.Reason);
    }

    [Fact]
    public void One_seed_says_nothing_of_chance()
    {
        StrengthSweepReading reading = StrengthSweepReading.Of(Sweep([0, 0.1], [1], (strength, _) => 1 - strength), "the penalty");
        Assert.False(reading.IsBetter);
        Assert.Contains("one pair has no spread: how much of that is chance is unknown", reading.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_a_seed_diverged_the_strength_is_out_and_where_all_did_so_is_the_sweep()
    {
        StrengthSweepReading some = StrengthSweepReading.Of(
            Sweep([0, 0.1], [1, 2], (strength, seed) => strength == 0 && seed == 2 ? null : 1), "the penalty");
        Assert.Equal((0.1, 1), (some.Best, some.Strengths[0].Diverged));
        Assert.Contains("without any, 1 of 2 seeds diverged", some.Reason, StringComparison.Ordinal);
        StrengthSweepReading all = StrengthSweepReading.Of(Sweep([0, 0.1], [1, 2], (_, _) => null), "the penalty");
        Assert.Equal((null, null), (all.Best, all.Simplest));
        Assert.StartsWith("Every strength of the penalty diverged", all.Reason, StringComparison.Ordinal);
    }

    private static StrengthSweep Sweep(double[] strengths, int[] seeds, Func<double, int, double?> loss, int sideBySide = 1) =>
        StrengthSweep.Run(strengths, seeds, (strength, seed) => loss(strength, seed) is { } finite
            ? History([finite / 2], [finite]) : History([], [], TrainingStatus.Diverged), sideBySide);

    private static TrainingHistory History(
        double[] training, double[] validation, TrainingStatus status = TrainingStatus.Completed) =>
        new("run", status, training.Length,
        [
            .. training.Select((loss, i) => new HistoryRow("run", i + 1, i + 1, "training", "epoch_loss", loss)),
            .. validation.Select((loss, i) => new HistoryRow("run", i + 1, i + 1, "validation", "loss", loss)),
        ]);
}
