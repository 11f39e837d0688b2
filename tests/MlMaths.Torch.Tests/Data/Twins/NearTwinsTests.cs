using MlMaths.Torch.Data;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.Data;

public sealed class NearTwinsTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(5, 5)]
    public void Dimensions_are_counted_by_how_neighbours_grow(int columns, double expected)
    {
        NearTwins near = Of(Uniform(1500, columns, seed: 1));
        Assert.InRange(near.Dimensions!.Value, 0.75 * expected, 1.2 * expected);
    }

    [Fact]
    public void Pairs_are_those_that_comparing_all_rows_finds()
    {
        Dataset rows = CutClustersTests.Table(
            [
                .. Uniform(400, 3, seed: 2).Features,
                .. Uniform(400, 3, seed: 2).Features.ToArray().Select((x, i) => x + 1e-5 * (i % 7)),
            ],
            3);
        NearTwins near = Of(rows);
        Dataset scaled = StandardScaler.Fit(DataSplit.None(rows).Training).Transform(rows);
        IEnumerable<NearPair> expected = from row in Enumerable.Range(0, rows.Rows)
                                         from other in Enumerable.Range(0, row)
                                         let distance = Math.Sqrt(Enumerable.Range(0, 3)
                                             .Average(j => Math.Pow(scaled.Row(row)[j] - scaled.Row(other)[j], 2)))
                                         where distance > 0 && distance <= near.Reach
                                         select new NearPair(row, other, distance);
        Assert.Equal(expected.Select(pair => (pair.Row, pair.Other)), near.Pairs.Select(pair => (pair.Row, pair.Other)));
        Assert.InRange(near.Pairs.Count, 100, 500);
        Assert.Equal(rows.Rows - TwinRows.Of(rows, seed: 1).Surplus, near.Looked);
    }

    [Fact]
    public void Chance_brings_a_pair_in_few_tables_even_where_rows_are_dense()
    {
        int cried = Enumerable.Range(0, 100).Count(seed => Of(CutClustersTests.Table([.. Normals(200, seed)], 1)).Pairs.Count > 0);
        // 2 of 100 are expected; 9 or more come in one of 4,000 such hundreds.
        Assert.InRange(cried, 0, 8);
    }

    [Fact]
    public void Copies_of_copies_are_one_cluster()
    {
        double[] features = [.. Uniform(200, 4, seed: 3).Features];
        features.AsSpan(0, 4).CopyTo(features.AsSpan(4));
        for (int j = 0; j < 4; j++) features[8 + j] = features[j] + 1e-5;
        Dataset rows = CutClustersTests.Table(features, 4);
        var twins = TwinRows.Of(rows, seed: 1);
        int[] clusterOf = NearTwins.Search(rows, twins).ClustersWith(twins);
        Assert.Equal([0, 0, 0, 1], clusterOf[..4]);
        Assert.Equal(1, twins.Surplus);
        Assert.True(twins.IsMoreThanChance);
    }

    [Fact]
    public void On_a_grid_chance_explains_equal_rows_and_no_step_is_near()
    {
        var random = new Random(4);
        Dataset grid = CutClustersTests.Table([.. Enumerable.Range(0, 900).Select(_ => (double)random.Next(5))], 3);
        var twins = TwinRows.Of(grid, seed: 1);
        Assert.InRange(twins.Surplus, 100, 300);
        Assert.False(twins.IsMoreThanChance);
        Assert.Empty(NearTwins.Search(grid, twins).Pairs);
    }

    [Theory]
    [InlineData(11, "with 11 distinct rows")]
    [InlineData(1, "with 1 distinct row ")]
    public void Too_few_rows_say_so(int rows, string said)
    {
        NearTwins near = Of(CutClustersTests.Table([.. Enumerable.Range(0, rows).Select(row => (double)row)], 1));
        Assert.StartsWith(said, near.WhyUnchecked, StringComparison.Ordinal);
        Assert.Empty(near.Pairs);
    }

    [Fact]
    public void Columns_without_spread_bring_no_pair()
    {
        var random = new Random(5);
        double[] features = [.. Enumerable.Range(0, 100).SelectMany(row => new[] { 3, row % 50 == 0 ? 3 : random.NextDouble() })];
        NearTwins near = Of(CutClustersTests.Table(features, 2));
        Assert.Null(near.WhyUnchecked);
        Assert.True(double.IsFinite(near.Reach));
    }

    private static NearTwins Of(Dataset rows) => NearTwins.Search(rows, TwinRows.Of(rows, seed: 1));

    private static Dataset Uniform(int rows, int columns, int seed)
    {
        var random = new Random(seed);
        return CutClustersTests.Table([.. Enumerable.Range(0, rows * columns).Select(_ => random.NextDouble())], columns);
    }

    private static IEnumerable<double> Normals(int count, int seed)
    {
        var random = new Random(1000 + 7919 * seed);
        return [.. Enumerable.Range(0, count).Select(_ => Normal.Draw(random))];
    }
}
