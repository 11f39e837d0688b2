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

    private static RowStatistic MeanOf(double[] values) => rows =>
    {
        double sum = 0;
        foreach (int row in rows) sum += values[row];
        return sum / rows.Length;
    };
}
