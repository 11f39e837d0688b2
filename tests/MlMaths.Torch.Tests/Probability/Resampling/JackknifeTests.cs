using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.Probability;

public sealed class JackknifeTests
{
    [Fact]
    public void The_acceleration_of_two_strata_is_that_of_a_difference_of_means()
    {
        // The difference of two means: each row's influence is its distance from its own mean over the stratum's size.
        double[] values = [1, 2, 9, 4, 30, 50, 10];
        int[] strata = [0, 0, 0, 0, 1, 1, 1];
        RowStatistic difference = rows =>
        {
            double[] sums = new double[2], counts = new double[2];
            foreach (int row in rows)
            {
                sums[strata[row]] += values[row];
                counts[strata[row]]++;
            }
            return sums[1] / counts[1] - sums[0] / counts[0];
        };
        double[] influences = [3.0 / 4, 2.0 / 4, -5.0 / 4, 0, 0, 20.0 / 3, -20.0 / 3];
        double expected = influences.Sum(l => l * l * l) / (6 * Math.Pow(influences.Sum(l => l * l), 1.5));

        Assert.Equal(expected, Jackknife.Acceleration(Resampling.Stratified(strata), difference)!.Value, 1e-12);
    }

    [Fact]
    public void Leaving_out_blocks_estimates_the_acceleration_of_many_rows()
    {
        var random = new Random(2);
        double[] waits = [.. Enumerable.Range(0, 4000).Select(_ => -Math.Log(1 - random.NextDouble()))];
        double exact = Moments.Of(waits).Skewness!.Value / (6 * Math.Sqrt(4000)); // of a mean

        double blocks = Jackknife.Acceleration(Resampling.OfRows(4000), MeanOf(waits))!.Value;
        Assert.Equal(exact, blocks, 1e-3);
    }

    [Fact]
    public void Rows_that_stand_in_order_give_the_same_acceleration()
    {
        // Blocks of every so many rows of a sorted column are all alike: their sums hardly vary, and say nothing of the tail.
        double[] waits = [.. Enumerable.Range(0, 4000).Select(i => -Math.Log(1 - (i + 0.5) / 4000))];
        double exact = Moments.Of(waits).Skewness!.Value / (6 * Math.Sqrt(4000));

        Assert.Equal(exact, Jackknife.Acceleration(Resampling.OfRows(4000), MeanOf(waits))!.Value, 1e-3);
        for (int seed = 1; seed <= 20; seed++)
        {
            double[] another = [.. waits];
            new Random(seed).Shuffle(another);
            Assert.Equal(exact, Jackknife.Acceleration(Resampling.OfRows(4000), MeanOf(another))!.Value, 1.5e-3);
        }
    }

    [Fact]
    public void A_hundred_positives_among_thousands_are_left_out_one_by_one()
    {
        // The area under the ROC curve: a positive's influence is its share of negatives below it, and the other way round.
        const int Positives = 110, Rows = 9230;
        double[] scores = [.. Enumerable.Range(0, Rows).Select(row => row < Positives
            ? 1.5 * Normal.Quantile((row + 0.5) / Positives) + 1.2
            : Normal.Quantile((row - Positives + 0.5) / (Rows - Positives)))];
        bool[] labels = [.. Enumerable.Range(0, Rows).Select(row => row < Positives)];
        double[] below = [.. scores[..Positives].Select(p => scores[Positives..].Count(n => n < p) / (Rows - Positives + 0.0))],
            above = [.. scores[Positives..].Select(n => scores[..Positives].Count(p => p > n) / (Positives + 0.0))];
        double area = below.Average();
        double[] influences =
            [.. below.Select(v => (v - area) / Positives), .. above.Select(v => (v - area) / (Rows - Positives))];
        double exact = influences.Sum(l => l * l * l) / (6 * Math.Pow(influences.Sum(l => l * l), 1.5));

        double blocks = Jackknife.Acceleration(Resampling.Stratified(labels), AreaOf(labels, scores))!.Value;
        Assert.Equal(exact, blocks, 5e-4);
    }

    private static RowStatistic AreaOf(bool[] labels, double[] scores)
    {
        int[] ascending = [.. Enumerable.Range(0, scores.Length).OrderBy(row => scores[row])];
        return DrawnCounts.Of(scores.Length, times =>
        {
            double pairs = 0, negatives = 0, positives = 0;
            foreach (int row in ascending)
            {
                if (!labels[row]) negatives += times[row];
                else (pairs, positives) = (pairs + times[row] * negatives, positives + times[row]);
            }
            return pairs / (positives * negatives);
        });
    }

    private static RowStatistic MeanOf(double[] values) => rows =>
    {
        double sum = 0;
        foreach (int row in rows) sum += values[row];
        return sum / rows.Length;
    };
}
