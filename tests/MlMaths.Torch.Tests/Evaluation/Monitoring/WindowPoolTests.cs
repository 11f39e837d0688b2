using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Simulations;

namespace MlMaths.Torch.Tests.Evaluation;

public sealed class WindowPoolTests
{
    [Fact]
    public void Windows_have_the_rate_they_are_asked_for_and_rows_of_the_pool_alone()
    {
        bool[] labels = [.. Enumerable.Range(0, 50).Select(row => row < 5)];
        IReadOnlyList<int[]> windows = WindowPool.Of(labels).Windows([0.5, 0.02], 4000, seed: 1);
        Assert.InRange(windows[0].Count(row => labels[row]), 1850, 2150);
        Assert.InRange(windows[1].Count(row => labels[row]), 45, 115);
        Assert.Equal(Enumerable.Range(0, 50), windows[0].Distinct().Order());
    }

    [Fact]
    public void A_pool_of_one_class_gives_what_it_has() =>
        Assert.All(WindowPool.Of([false, false]).Windows([0.9], 10, seed: 1)[0], row => Assert.InRange(row, 0, 1));

    [Fact]
    public void What_all_rows_save_alike_has_no_interval()
    {
        bool[] labels = [.. Enumerable.Range(0, 12).Select(row => row < 6)];
        Interval mean = WindowPool.Of(labels).Mean(
            3, [new PooledWindow([.. labels.Select(_ => 3.0)], 10, 0.5)], seed: 1, resamples: 50);
        Assert.Equal(3, mean.Value);
        Assert.False(mean.HasEnds);
        Assert.Contains("the same value", mean.WhyUndefined, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_hardly_a_positive_is_called_otherwise_there_is_no_interval()
    {
        bool[] labels = [.. Enumerable.Range(0, 100).Select(row => row < 12)];
        double[] saved = [.. Enumerable.Range(0, 100).Select(row => row < 2 ? 10.0 : row is >= 12 and < 40 ? -1 : 0)];
        Interval mean = WindowPool.Of(labels).Mean(0.2, [new PooledWindow(saved, 100, 0.3)], seed: 1, resamples: 50);
        Assert.Equal((0.2, "only 2 of the 100 rows drawn from, of one class, change it"), (mean.Value, mean.WhyUndefined));
    }

    /// <summary>
    /// Taken for rows of the world, 2,400 drawn ones of a pool of 300 give intervals that hold the truth half of the time. 50 worlds tell:
    /// of about 45 that are asked, intervals that hold at 95 % hold in 84 % or more with a chance of 0.998, and those that hold half of
    /// the time with one of a millionth.
    /// </summary>
    [Fact]
    public void Drawing_the_pool_again_holds_the_money_saved_where_its_windows_alone_do_not()
    {
        const int Worlds = 50;
        PoolTrial[] trials = [.. Enumerable.Range(1, Worlds)
            .Select(world => PoolTrial.Of(300, 300, Seeds.Generator(2, DrawnFor.Worlds, world), simulations: 0))];
        int asked = trials.Count(trial => trial.Holds is not null);
        Assert.InRange(asked, 38, Worlds);
        Assert.InRange(trials.Count(trial => trial.Holds == true) / (double)asked, 0.84, 1);
        Assert.InRange(trials.Count(trial => trial.HoldsAsWorld), 0, 37); // of 50, with a chance of 0.9998 where half of them hold
        Assert.All(trials, trial => Assert.True(!trial.Saved.HasEnds || trial.Saved.Contains(trial.Saved.Value!.Value)));
    }

    /// <summary>
    /// Windows of 1,200 rows out of a pool of 80: what strays is the pool. Of 60 worlds at 10 %, an alarm that keeps its rate rings 1 to 14
    /// times with a chance of 0.998; one that takes the windows for rows of the world rings in half of them, and 15 times or more with a
    /// chance of 0.99998.
    /// </summary>
    [Fact]
    public void An_alarm_that_knows_of_the_pool_rings_as_often_as_was_asked_and_one_that_does_not_far_too_often()
    {
        const int Worlds = 60, Pool = 80, Rows = 1200, Simulations = 299;
        int rung = 0, rungAsWorld = 0;
        for (int world = 1; world <= Worlds; world++)
        {
            PriorStream reference = PriorStream.Draw(0.2, 0.2, 1200, 31 * world), test = PriorStream.Draw(0.2, 0.2, Pool, 31 * world + 1);
            int[] window = WindowPool.Of(test.Reference.Labels).Windows([reference.Reference.BaseRate], Rows, 31 * world + 2)[0];
            double mean = MeanNullDistribution.Mean([.. window.Select(row => test.Probabilities[row])]);
            rung += Rings(MeanNullDistribution.OfPool(reference.Reference, Pool, 31 * world + 3, Simulations), mean);
            rungAsWorld += Rings(MeanNullDistribution.Of(reference.Reference.Probabilities.ToArray(), 31 * world + 3, Simulations), mean);
        }

        Assert.InRange(rung, 1, 14);
        Assert.InRange(rungAsWorld, 15, Worlds);

        static int Rings(MeanNullDistribution strays, double mean) => strays.Alarm(Rows, 0.1).RingsAt(mean) ? 1 : 0;
    }
}
