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

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Chance_brings_a_pair_in_few_tables_where_one_column_holds_whole_numbers(int beside)
    {
        // Twelve values in one column, which rows within a small reach share or not at all;
        // with them counted as a dimension, 76 tables of one column beside them were cried at.
        int cried = Enumerable.Range(0, 100).Count(seed =>
        {
            var random = new Random(50 + seed);
            return Of(CutClustersTests.Table(
                [.. Enumerable.Range(0, 300).SelectMany(_ => (double[])
                    [random.Next(12), .. Enumerable.Range(0, beside).Select(_ => Normal.Draw(random))])],
                beside + 1)).Pairs.Count > 0;
        });
        Assert.InRange(cried, 0, 8);
    }

    [Fact]
    public void A_jittered_copy_is_found_beside_whole_numbers_too()
    {
        var random = new Random(9);
        double[] features = [.. Enumerable.Range(0, 200).SelectMany(_ => (double[])
            [random.Next(12), Normal.Draw(random), Normal.Draw(random), Normal.Draw(random)])];
        for (int row = 0; row < 20; row++)
        {
            for (int j = 0; j < 4; j++) features[4 * (180 + row) + j] = features[4 * row + j] + (j == 0 ? 0 : 1e-6);
        }

        Assert.InRange(Of(CutClustersTests.Table(features, 4)).Pairs.Count, 20, 22);
    }

    [Fact]
    public void Rounded_rows_that_agree_by_chance_are_not_called_copies_and_copies_are()
    {
        int called = 0, byShuffling = 0;
        for (int seed = 0; seed < 60; seed++)
        {
            // Columns that go together, rounded: shuffled by themselves they hardly ever agree, as they are they do.
            var random = new Random(700 + seed);
            double[] rounded =
            [
                .. Enumerable.Range(0, 150).Select(_ => Normal.Draw(random))
                    .SelectMany(z => Enumerable.Range(0, 4).Select(_ => Math.Round(z + 0.2 * Normal.Draw(random), 1))),
            ];
            var twins = TwinRows.Of(CutClustersTests.Table(rounded, 4), seed);
            if (twins.IsMoreThanChance) called++;
            if (twins.Surplus > 10 * twins.SurplusByChance) byShuffling++;
            rounded.AsSpan(0, 240).CopyTo(rounded.AsSpan(300));
            Assert.True(TwinRows.Of(CutClustersTests.Table(rounded, 4), seed).IsMoreThanChance);
        }

        // At most one of fifty by each table's own chance.
        Assert.InRange(called, 0, 5);
        Assert.InRange(byShuffling, 20, 60);
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
