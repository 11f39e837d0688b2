using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.Probability;

public sealed class GroupedRowsTests
{
    [Fact]
    public void Groups_of_one_row_are_rows()
    {
        double[] values = [3, 1, 4, 1, 5, 9, 2, 6];
        RowStatistic mean = rows => Mean(values, rows);
        var groups = new GroupedRows([.. values.Select((_, row) => $"g{row}")]);
        Assert.Equal(Bootstrap.Of(Resampling.OfRows(values.Length), mean, seed: 3, resamples: 200).Replicates,
            Bootstrap.Of(groups.Resampling, groups.Over(mean), seed: 3, resamples: 200).Replicates);
    }

    [Fact]
    public void A_drawn_group_brings_all_its_rows()
    {
        var groups = new GroupedRows(["a", "b", "a", "c", "b", "a"]);
        Assert.Equal(3, groups.Groups);
        int[]? seen = null;
        groups.Over(rows =>
        {
            seen = rows.ToArray();
            return 0;
        })([1, 1, 0]);
        Assert.Equal([1, 4, 1, 4, 0, 2, 5], seen!);
    }

    // 40 groups of 5 rows that share most of their value: rows drawn one by one take 200 rows for 200 pieces of evidence.
    [Fact]
    public void Its_interval_of_a_mean_covers_where_that_of_single_rows_does_not()
    {
        const int Worlds = 300;
        var random = new Random(8);
        int byGroups = 0, byRows = 0;
        for (int world = 0; world < Worlds; world++)
        {
            double[] ofGroup = [.. Enumerable.Range(0, 40).Select(_ => Gaussian(random))];
            string[] names = [.. Enumerable.Range(0, 200).Select(row => $"g{row / 5}")];
            double[] values = [.. Enumerable.Range(0, 200).Select(row => ofGroup[row / 5] + 0.3 * Gaussian(random))];
            RowStatistic mean = rows => Mean(values, rows);
            var groups = new GroupedRows(names);
            if (Bootstrap.Of(groups.Resampling, groups.Over(mean), world, resamples: 300).Percentile().Contains(0)) byGroups++;
            if (Bootstrap.Of(Resampling.OfRows(200), mean, world, resamples: 300).Percentile().Contains(0)) byRows++;
        }

        Assert.InRange((double)byGroups / Worlds, 0.89, 0.985);
        Assert.InRange((double)byRows / Worlds, 0.3, 0.75);
    }

    private static double Mean(double[] values, ReadOnlySpan<int> rows)
    {
        double sum = 0;
        foreach (int row in rows) sum += values[row];
        return sum / rows.Length;
    }

    private static double Gaussian(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
