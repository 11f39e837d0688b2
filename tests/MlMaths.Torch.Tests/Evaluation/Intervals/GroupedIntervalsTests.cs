using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Simulations;

namespace MlMaths.Torch.Tests.Evaluation;

public sealed class GroupedIntervalsTests
{
    private const double Threshold = 0.4;

    [Fact]
    public void An_influence_is_what_a_bit_more_of_a_row_brings()
    {
        // The slow definition: all rows a thousand times, and one of them once more.
        const int Times = 1000;
        (bool[] labels, double[] scores) = Rows(12, seed: 1);
        foreach (BinaryMetric metric in GroupedPairTrial.Measures)
        {
            var influences = RowInfluences.Of(metric, RankedScores.Of(labels, scores), Threshold);
            Assert.Equal(0, influences.OfRow.Sum(), 1e-7); // slopes of calls are differences
            for (int row = 0; row < labels.Length; row++)
            {
                int[] more = [.. Enumerable.Range(0, Times * labels.Length).Select(place => place % labels.Length), row];
                double moved = BinaryMetrics.Of(
                    [.. more.Select(one => labels[one])], [.. more.Select(one => scores[one])], Threshold)[metric]!.Value;
                Assert.Equal(Times * (moved - influences.Value), influences.OfRow[row], 1e-4);
            }
        }
    }

    [Fact]
    public void Copies_of_rows_say_nothing_new_where_they_are_one_group()
    {
        (bool[] labels, double[] scores) = Rows(80, seed: 2);
        int[] copied = [.. Enumerable.Range(0, 240).Select(row => row % 80)];
        var once = MetricIntervals.OfGroups(RankedScores.Of(labels, scores), Threshold, RowGroups.Of([.. Enumerable.Range(0, 80)]));
        var thrice = MetricIntervals.OfGroups(
            RankedScores.Of([.. copied.Select(row => labels[row])], [.. copied.Select(row => scores[row])]), Threshold,
            RowGroups.Of(copied));
        foreach (BinaryMetric metric in GroupedPairTrial.Measures)
        {
            Assert.Equal(once[metric].Value!.Value, thrice[metric].Value!.Value, 1e-9);
            Assert.Equal(once[metric].Low!.Value, thrice[metric].Low!.Value, 1e-6);
            Assert.Equal(once[metric].High!.Value, thrice[metric].High!.Value, 1e-6);
        }
    }

    [Fact]
    public void Where_no_group_errs_each_counts_as_a_row()
    {
        bool[] labels = [.. Enumerable.Range(0, 60).Select(row => row % 2 == 0)];
        double[] scores = [.. labels.Select((label, row) => label ? 0.9 - row / 1000.0 : 0.1 + row / 1000.0)];
        var groups = RowGroups.Of([.. Enumerable.Range(0, 60).Select(row => $"patient {row / 5}")]);
        var intervals = MetricIntervals.OfGroups(RankedScores.Of(labels, scores), 0.5, groups);
        Assert.Equal(WilsonInterval.Of(12, 12).Low, intervals[BinaryMetric.Accuracy].Low);
        Assert.Equal(1, intervals[BinaryMetric.RocArea].High);
        Assert.InRange(intervals[BinaryMetric.RocArea].Low!.Value, 0.6, 0.95);
        Assert.False(intervals[BinaryMetric.CalibrationError].HasEnds);
        Assert.NotNull(intervals[BinaryMetric.CalibrationError].WhyUndefined);
    }

    [Fact]
    public void One_group_has_no_intervals_and_every_row_needs_a_group()
    {
        (bool[] labels, double[] scores) = Rows(20, seed: 3);
        var rows = RankedScores.Of(labels, scores);
        Assert.Equal("all rows are one group",
            MetricIntervals.OfGroups(rows, Threshold, RowGroups.Of(new int[20]))[BinaryMetric.Brier].WhyUndefined);
        Assert.Throws<ArgumentException>(() => MetricIntervals.OfGroups(rows, Threshold, RowGroups.Of(new int[19])));
    }

    [Fact]
    public void Equal_models_on_groups_of_ten_are_called_different_about_as_often_as_promised()
    {
        BinaryMetrics truth = GroupedPairTrial.Truth(1);
        GroupedPairTrial[] trials = [.. Enumerable.Range(0, 80)
            .Select(world => GroupedPairTrial.Of(30, truth, Seeds.Generator(5, DrawnFor.Worlds, world), resamples: 60))];
        foreach (BinaryMetric metric in GroupedPairTrial.Measures)
        {
            // 4 of 80 are expected, and more than 12 once in ten thousand; taken row by row it is a quarter and more.
            Assert.InRange(trials.Count(trial => trial.CalledByGroups[metric] == true), 0, 12);
            Assert.InRange(trials.Count(trial => trial.Held[metric] == true), 67, 80);
            Assert.InRange(trials.Count(trial => trial.Called[metric] == true), 11, 80);
        }

        Assert.InRange(trials.Count(trial => trial.IsSuspected), 64, 80);
    }

    private static (bool[] Labels, double[] Scores) Rows(int count, int seed)
    {
        var random = new Random(seed);
        bool[] labels = [.. Enumerable.Range(0, count).Select(_ => random.Next(3) == 0)];
        return (labels, [.. labels.Select(label =>
            Math.Round(Logit.Probability(Normal.Draw(random, mean: label ? 0.5 : -0.5)), 2))]);
    }
}
