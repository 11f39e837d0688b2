using MlMaths.Torch.Simulations;

namespace MlMaths.Torch.Tests.Evaluation;

/// <summary>
/// Intervals and tests keep their word where the truth is known; full tables:
/// <c>tests/Benchmarks -- tables coverage</c>.
/// </summary>
public sealed class IntervalTrialTests
{
    [Fact]
    public void Wilsons_interval_holds_the_rate_for_93_to_97_of_100_data_sets() =>
        Promised(3000, random => IntervalTrial.Wilson(0.1, 100, random));

    [Fact]
    public void Newcombes_interval_holds_the_difference_for_93_to_97_of_100_data_sets() =>
        Promised(3000, random => IntervalTrial.Newcombe(0.05, 0.08, 300, random));

    [Fact]
    public void DeLongs_interval_holds_the_area_for_93_to_97_of_100_data_sets() =>
        Promised(3000, random => IntervalTrial.RocArea(1, 60, random));

    [Fact]
    public void The_bootstrap_interval_of_a_Brier_score_holds_it_for_93_to_97_of_100_data_sets() =>
        Promised(1200, random => IntervalTrial.Brier(150, 250, random));

    [Fact]
    public void Walds_interval_of_a_rare_rate_misses_far_more_often_than_it_promises() =>
        Assert.InRange(IntervalTrial.Rate(3000, seed: 1, random => IntervalTrial.Wald(0.01, 100, random)).Value!.Value, 0.5, 0.7);

    [Fact]
    public void Of_two_equal_learners_the_naive_t_calls_one_better_in_more_than_15_of_100_comparisons_the_corrected_t_in_3_to_8()
    {
        EqualLearnersTrial[] trials =
            [.. Enumerable.Range(1, 600).Select(seed => EqualLearnersTrial.Of(rows: 60, folds: 10, repeats: 5, seed))];
        Assert.True(trials.Count(trial => trial.NaivePValue < 0.05) > 0.15 * trials.Length);
        Assert.InRange((double)trials.Count(trial => trial.CorrectedPValue < 0.05) / trials.Length, 0.03, 0.08);
    }

    private static void Promised(int trials, Func<Random, bool> trial) =>
        Assert.InRange(IntervalTrial.Rate(trials, seed: 1, trial).Value!.Value, 0.93, 0.97);
}
