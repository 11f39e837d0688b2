using FsCheck.Xunit;
using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.Evaluation;

public sealed class DeLongTests
{
    [Property]
    public void Midranks_give_the_variance_of_the_double_loop(byte[] rows)
    {
        var sample = LabelledScores.From(rows);
        if (sample.Labels.Count(label => label) < 2 || sample.Labels.Count(label => !label) < 2) return;
        (double area, double variance) = ByPairs(sample);
        var fast = DeLong.Of(sample.Labels, sample.Scores);
        Assert.Equal(area, fast.Area!.Value, 1e-14);
        Assert.Equal(variance, fast.Variance!.Value, 1e-14);
    }

    [Property]
    public void The_interval_holds_the_area_and_stays_between_0_and_1(byte[] rows)
    {
        var sample = LabelledScores.From(rows);
        if (!sample.HasBothClasses) return;
        Interval interval = DeLong.Of(sample.Labels, sample.Scores).AreaInterval();
        Assert.Equal(RocCurve.From(ThresholdCounts.From(sample.Labels, sample.Scores)).Area!.Value, interval.Value!.Value, 1e-14);
        if (!interval.HasEnds)
        {
            Assert.False(string.IsNullOrWhiteSpace(interval.WhyUndefined));
            return;
        }
        Assert.True(interval.Contains(interval.Value.Value));
        Assert.InRange(interval.Low!.Value, 0, 1);
        Assert.InRange(interval.High!.Value, 0, 1);
    }

    [Fact]
    public void The_error_is_that_of_the_stratified_bootstrap()
    {
        LabelledScores sample = LabelledScores.Seeded(seed: 4, rows: 800);
        Ranking ranking = Ranking.Of(sample.Labels, sample.Scores);
        RowStatistic area = DrawnRanking.Statistic(ranking, RocCurve.AreaUnder);
        var bootstrap = Bootstrap.Of(Resampling.Stratified(ranking.Labels), area, seed: 1, resamples: 4000);

        var fast = DeLong.Of(sample.Labels, sample.Scores);
        Assert.Equal(fast.Area!.Value, bootstrap.Estimate!.Value, 1e-14);
        Assert.Equal(1, bootstrap.StandardError!.Value / Math.Sqrt(fast.Variance!.Value), 0.05);
    }

    [Fact]
    public void Ninety_five_percent_intervals_hold_the_true_area()
    {
        // Positive U + V·1 against negative U on [0, 1]: scores shifted by ½ have the true area 1 − ½·½² = 0.875.
        var random = new Random(8);
        int holds = 0;
        for (int sample = 0; sample < 2000; sample++)
        {
            bool[] labels = [.. Enumerable.Range(0, 80).Select(row => row % 2 == 0)];
            double[] scores = [.. labels.Select(label => random.NextDouble() + (label ? 0.5 : 0))];
            if (DeLong.Of(labels, scores).AreaInterval().Contains(0.875)) holds++;
        }
        Assert.InRange(holds / 2000.0, 0.92, 0.975);
    }

    [Fact]
    public void Of_many_rows_the_interval_is_taken_on_the_logit_scale_with_the_degrees_of_freedom_of_both_classes()
    {
        Interval interval = RocAreaInterval.Of(0.75, ofPositives: 0.0002, ofNegatives: 0.0001, 500, 250, 0.95);
        double degrees = 0.0003 * 0.0003 / (0.0002 * 0.0002 / 499 + 0.0001 * 0.0001 / 249);
        double reach = StudentT.TwoSidedQuantile(0.95, degrees) * Math.Sqrt(0.0003) / (0.75 * 0.25), logit = Math.Log(3);
        Assert.Equal(1 / (1 + Math.Exp(reach - logit)), interval.Low!.Value, 1e-12);
        Assert.Equal(1 / (1 + Math.Exp(-reach - logit)), interval.High!.Value, 1e-12);
        Assert.Equal("DeLong, logit scale", interval.Method);
    }

    // By definition: at its ends the area that was seen lies z errors of the end's own away.
    [Theory]
    [InlineData(0.75, 5, 45)]
    [InlineData(0.96, 20, 30)]
    [InlineData(0.5, 150, 150)]
    public void Newcombes_ends_are_areas_that_lie_z_of_their_own_errors_away(double area, int positives, int negatives)
    {
        (double low, double high) = NewcombeArea.Ends(area, positives, negatives, 0.95);
        Assert.All([low, high], end => Assert.Equal(
            1.959963984540054, Math.Abs(area - end) / Math.Sqrt(NewcombeArea.VarianceAt(end, positives, negatives)), 1e-9));
        Assert.InRange(area, low, high);
    }

    [Fact]
    public void What_is_missing_is_said()
    {
        Interval oneClass = DeLong.Of([false, false], [0.1, 0.2]).AreaInterval();
        Assert.Null(oneClass.Value);
        Assert.Equal("there are no positive rows", oneClass.WhyUndefined);

        Interval onePositive = DeLong.Of([true, false, false], [0.15, 0.1, 0.2]).AreaInterval();
        Assert.Equal(0.5, onePositive.Value);
        Assert.Equal("a class has only one row", onePositive.WhyUndefined);
    }

    [Fact]
    public void A_perfect_separation_of_few_rows_leaves_room_below()
    {
        Interval perfect = DeLong.Of([true, true, true, false, false, false], [0.9, 0.8, 0.7, 0.3, 0.2, 0.1]).AreaInterval();
        Assert.Equal((1.0, 1.0), (perfect.Value, perfect.High));
        Assert.InRange(perfect.Low!.Value, 0.3, 0.8);
    }

    [Fact]
    public void A_paired_comparison_sees_what_two_intervals_do_not()
    {
        LabelledScores sample = LabelledScores.Seeded(seed: 9, rows: 400);
        var random = new Random(1);
        double[] noisier = [.. sample.Scores.Select(score => score + 0.2 * random.NextDouble())];
        var paired = PairedRocAreas.Of(sample.Labels, sample.Scores, noisier);

        Assert.True(paired.First.Low < paired.Second.High, "the two intervals overlap");
        Assert.True(paired.Difference.Low > 0, $"{paired.Difference}");
        Assert.True(paired.PValue < 0.05);
        Assert.Equal(paired.First.Value!.Value - paired.Second.Value!.Value, paired.Difference.Value!.Value, 1e-15);
    }

    [Fact]
    public void The_variance_of_a_difference_is_that_of_the_double_loop()
    {
        LabelledScores first = LabelledScores.Seeded(seed: 1, rows: 60, steps: 12);
        LabelledScores second = first with { Scores = [.. first.Scores.Select((score, row) => score + row % 3 * 0.2)] };
        (double[] v10, double[] v01) = Components(first);
        (double[] w10, double[] w01) = Components(second);
        double[] d10 = [.. v10.Zip(w10, (v, w) => v - w)], d01 = [.. v01.Zip(w01, (v, w) => v - w)];
        double variance = Variance(d10) / d10.Length + Variance(d01) / d01.Length;

        var paired = PairedRocAreas.Of(first.Labels, first.Scores, second.Scores);
        double halfWidth = (paired.Difference.High!.Value - paired.Difference.Low!.Value) / 2;
        Assert.Equal(Math.Sqrt(variance), halfWidth / 1.959963984540054, 1e-12);
    }

    [Fact]
    public void Two_models_that_rank_alike_do_not_differ()
    {
        LabelledScores sample = LabelledScores.Seeded(seed: 3, rows: 100);
        var paired = PairedRocAreas.Of(sample.Labels, sample.Scores, [.. sample.Scores.Select(score => Math.Exp(score))]);
        Assert.Equal(1, paired.PValue);
        Assert.Equal(0, paired.Difference.Value);
        Assert.Null(PairedRocAreas.Of([true], [0.1], [0.2]).PValue);
    }

    private static (double Area, double Variance) ByPairs(LabelledScores sample)
    {
        (double[] v10, double[] v01) = Components(sample);
        return (v10.Average(), Variance(v10) / v10.Length + Variance(v01) / v01.Length);
    }

    private static (double[] OfPositives, double[] OfNegatives) Components(LabelledScores sample)
    {
        double[] positives = [.. sample.Scores.Where((_, row) => sample.Labels[row])];
        double[] negatives = [.. sample.Scores.Where((_, row) => !sample.Labels[row])];
        return ([.. positives.Select(x => negatives.Average(y => Wins(x, y)))],
                [.. negatives.Select(y => positives.Average(x => Wins(x, y)))]);

        static double Wins(double x, double y) => x > y ? 1 : x == y ? 0.5 : 0;
    }

    private static double Variance(double[] values) =>
        values.Sum(value => (value - values.Average()) * (value - values.Average())) / (values.Length - 1);
}
