using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.Evaluation;

public sealed class ClusteredRocAreasTests
{
    [Fact]
    public void Rows_that_stand_alone_give_the_paired_DeLong()
    {
        (bool[] labels, double[] first, double[] second) = Rows(4000, seed: 1);
        var paired = PairedRocAreas.Of(labels, first, second);
        var clustered = ClusteredRocAreas.Of(labels, first, second, [.. Enumerable.Range(0, labels.Length)]);
        Assert.Equal(paired.First.Value!.Value, clustered.First!.Value, 1e-12);
        Assert.Equal(paired.Difference.Value!.Value, clustered.Difference.Value!.Value, 1e-12);
        // Means are taken off class by class there, and the divisors differ by one row.
        Assert.Equal(paired.Difference.Low!.Value, clustered.Difference.Low!.Value, 1e-5);
        Assert.Equal(paired.Difference.High!.Value, clustered.Difference.High!.Value, 1e-5);
    }

    [Fact]
    public void Copies_of_rows_say_nothing_new()
    {
        (bool[] labels, double[] first, double[] second) = Rows(120, seed: 2);
        int[] copied = [.. Enumerable.Range(0, 360).Select(row => row % 120)];
        var once = ClusteredRocAreas.Of(labels, first, second, [.. Enumerable.Range(0, 120)]);
        var thrice = ClusteredRocAreas.Of(
            [.. copied.Select(row => labels[row])], [.. copied.Select(row => first[row])],
            [.. copied.Select(row => second[row])], copied);
        Assert.Equal(once.Difference.Value!.Value, thrice.Difference.Value!.Value, 1e-12);
        Assert.Equal(once.Difference.Low!.Value, thrice.Difference.Low!.Value, 1e-12);
    }

    [Fact]
    public void Its_intervals_hold_the_truth_as_often_as_they_say_where_rows_come_in_clusters()
    {
        int held = 0;
        for (int world = 0; world < 400; world++)
        {
            // Both score columns are equally good, so the difference is 0 in truth; rows of a cluster share their errors.
            var random = new Random(100 + world);
            List<bool> labels = [];
            List<double> first = [], second = [];
            for (int cluster = 0; cluster < 60; cluster++)
            {
                double one = Normal.Draw(random), other = Normal.Draw(random);
                for (int row = 0; row < 4; row++)
                {
                    labels.Add(cluster % 2 == 0);
                    first.Add((cluster % 2 == 0 ? 1 : 0) + one + 0.3 * Normal.Draw(random));
                    second.Add((cluster % 2 == 0 ? 1 : 0) + other + 0.3 * Normal.Draw(random));
                }
            }

            int[] clusterOf = [.. Enumerable.Range(0, labels.Count).Select(row => row / 4)];
            if (ClusteredRocAreas.Of([.. labels], [.. first], [.. second], clusterOf).Difference.Contains(0)) held++;
        }

        // 380 of 400 are expected; by 4 deviations from 362 to 398.
        Assert.InRange(held, 362, 398);
    }

    [Fact]
    public void Scores_that_rank_alike_differ_by_nothing_and_a_missing_class_is_said()
    {
        (bool[] labels, double[] first, _) = Rows(50, seed: 3);
        int[] alone = [.. Enumerable.Range(0, 50)];
        Assert.Equal((0.0, 0.0, 0.0), (Difference(labels).Value, Difference(labels).Low, Difference(labels).High));
        Assert.Contains("positive", Difference([.. labels.Select(_ => false)]).WhyUndefined, StringComparison.Ordinal);
        Assert.Equal("all rows are one cluster",
            ClusteredRocAreas.Of(labels, first, first, [.. alone.Select(_ => 0)]).Difference.WhyUndefined);

        Interval Difference(bool[] asked) => ClusteredRocAreas.Of(asked, first, [.. first.Select(score => 2 * score)], alone).Difference;
    }

    private static (bool[] Labels, double[] First, double[] Second) Rows(int count, int seed)
    {
        var random = new Random(seed);
        bool[] labels = [.. Enumerable.Range(0, count).Select(_ => random.Next(3) == 0)];
        return (labels, [.. labels.Select(label => Normal.Draw(random, mean: label ? 1 : 0))], [.. labels.Select(
            label => Math.Round(Normal.Draw(random, mean: label ? 0.7 : 0), 1))]);
    }
}
