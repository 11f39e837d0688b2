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

    // Taken for rows of the world, 2,400 drawn ones of a pool of 300 give intervals that hold the truth half of the time.
    [Fact]
    public void Drawing_the_pool_again_holds_the_money_saved_where_its_windows_alone_do_not()
    {
        PoolTrial[] trials = [.. Enumerable.Range(1, 100)
            .Select(world => PoolTrial.Of(300, 300, Seeds.Generator(2, DrawnFor.Worlds, world), simulations: 0))];
        int asked = trials.Count(trial => trial.Holds is not null);
        Assert.InRange(asked, 75, 100);
        Assert.InRange(trials.Count(trial => trial.Holds == true) / (double)asked, 0.88, 1); // 0.95 less three deviations
        Assert.True(trials.Count(trial => trial.HoldsAsWorld) < 50, $"{trials.Count(trial => trial.HoldsAsWorld)}");
        Assert.All(trials, trial => Assert.True(!trial.Saved.HasEnds || trial.Saved.Contains(trial.Saved.Value!.Value)));
    }

    [Fact]
    public void An_alarm_that_knows_of_the_pool_rings_as_often_as_was_asked()
    {
        // At 10 % in place of 1 %, so that few worlds tell: alarms that take the windows for rows of the world ring at 15.
        const int Worlds = 400;
        int rung = 0;
        for (int world = 1; world <= Worlds; world++)
        {
            PriorStream reference = PriorStream.Draw(0.2, 0.2, 300, 31 * world), test = PriorStream.Draw(0.2, 0.2, 300, 31 * world + 1);
            int[] window = WindowPool.Of(test.Reference.Labels).Windows([reference.Reference.BaseRate], 300, 31 * world + 2)[0];
            if (MeanNullDistribution.OfPool(reference.Reference, 300, 31 * world + 3, simulations: 299).Alarm(300, 0.1)
                .RingsAt(MeanNullDistribution.Mean([.. window.Select(row => test.Probabilities[row])])))
            {
                rung++;
            }
        }

        Assert.InRange(rung, 22, 60); // 40 expected; 99.8 % of binomial(400, 0.1)
    }
}
