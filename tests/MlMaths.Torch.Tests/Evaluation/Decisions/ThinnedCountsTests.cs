using MlMaths.Torch.Evaluation;

namespace MlMaths.Torch.Tests.Evaluation;

public sealed class ThinnedCountsTests
{
    [Fact]
    public void Few_thresholds_are_all_there()
    {
        var counts = ThresholdCounts.From([true, false, true, false], [0.9, 0.8, 0.8, 0.123456]);
        var thinned = ThinnedCounts.Of(counts, kept: 0.5);

        Assert.True(thinned.IsWhole);
        Assert.Equal([double.PositiveInfinity, 0.9, 0.5, 0], thinned.Thresholds);
        Assert.Equal([(0, 0), (1, 0), (2, 1), (2, 2)], thinned.Matrices.Select(one => ((int)one.TruePositives, (int)one.FalsePositives)));
    }

    [Fact]
    public void Every_threshold_calls_exactly_the_rows_that_it_says()
    {
        (bool[] labels, double[] scores) = Rows(9_000, seed: 4);
        var thinned = ThinnedCounts.Of(ThresholdCounts.From(labels, scores), kept: 0.0485, most: 60);

        Assert.False(thinned.IsWhole);
        Assert.InRange(thinned.Thresholds.Count, 30, 100);
        Assert.Contains(0.0485, thinned.Thresholds);
        Assert.All(thinned.Thresholds.Zip(thinned.Matrices),
            one => Assert.Equal(ConfusionMatrix.Of(labels, scores, one.First), one.Second));
        Assert.Equal(9_000, thinned.Matrices[^1].PredictedPositive);
    }

    [Fact]
    public void The_cheapest_of_a_few_is_the_cheapest_of_all()
    {
        (bool[] labels, double[] scores) = Rows(9_000, seed: 5);
        var counts = ThresholdCounts.From(labels, scores);
        var thinned = ThinnedCounts.Of(counts, kept: 0.5, most: 40);
        double rate = (double)counts.Positives / labels.Length;
        foreach (ErrorCosts costs in (ErrorCosts[])[
            new(100, 4) { Review = 1 }, new(1, 1), new(5, 0), new(0, 5), new(900, 1), new(3, 2) { Review = 9 },
        ])
        {
            int best = thinned.Cheapest(rate, costs)!.Value;
            Assert.Equal(
                CostCurve.From(counts, costs).BestCostPerCase,
                thinned.Outcome(best, rate, costs).Cost!.Value / ShiftedOutcome.Rows, 1e-12);
        }
    }

    [Fact]
    public void Curves_keep_their_shape()
    {
        (bool[] labels, double[] scores) = Rows(50_000, seed: 6, share: 0.3);
        ThinnedCounts thinned = ThinnedCounts.Of(ThresholdCounts.From(labels, scores), kept: 0.5);

        Assert.InRange(thinned.Thresholds.Count, 1_000, ThinnedCounts.DefaultMax);
        foreach ((ConfusionMatrix before, ConfusionMatrix after) in thinned.Matrices.Zip(thinned.Matrices.Skip(1)))
        {
            Assert.InRange((after.Recall - before.Recall)!.Value, 0, 1.0 / 400 + 1e-4);
            Assert.InRange((before.Specificity - after.Specificity)!.Value, 0, 1.0 / 400 + 1e-4);
        }
    }

    /// <summary>The slow definition: a point is a corner if some costs make it, and no other before it, the cheapest.</summary>
    [Fact]
    public void Corners_of_the_hull_are_what_some_costs_choose()
    {
        (bool[] labels, double[] scores) = Rows(300, seed: 7, share: 0.4);
        var counts = ThresholdCounts.From(labels, scores);
        IReadOnlyList<int> corners = RocHull.Corners(counts);

        Assert.Equal((0, counts.Thresholds.Count), (corners[0], corners[^1]));
        for (double angle = 0.001; angle < Math.PI / 2; angle += 0.001)
        {
            var curve = CostCurve.From(counts, new ErrorCosts(Math.Sin(angle), Math.Cos(angle)));
            Assert.Contains(Enumerable.Range(0, curve.CostPerCase.Count)
                .First(k => curve.CostPerCase[k] <= curve.BestCostPerCase + 1e-12),
                corners);
        }
    }

    [Fact]
    public void One_distinct_score_leaves_all_or_nothing()
    {
        var thinned = ThinnedCounts.Of(ThresholdCounts.From([true, false], [0.25, 0.25]), kept: 2);

        Assert.Equal([double.PositiveInfinity, 0], thinned.Thresholds);
        Assert.Equal(0, thinned.IndexOf(2));
        Assert.Equal(0, thinned.IndexOf(0.2));
        Assert.Equal(1, thinned.IndexOf(0));
    }

    [Fact]
    public void Logits_are_refused() =>
        Assert.Throws<ArgumentException>(() => ThinnedCounts.Of(ThresholdCounts.From([true, false], [1.5, 0.2]), 0.5));

    private static (bool[] Labels, double[] Scores) Rows(int rows, int seed, double share = 0.012)
    {
        var random = new Random(seed);
        bool[] labels = [.. Enumerable.Range(0, rows).Select(_ => random.NextDouble() < share)];
        return (labels, [.. labels.Select(label => 1 / (1 + Math.Exp(
            4 - (label ? 2 : 0)
            - 1.5 * (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5) * 2)))]);
    }
}
