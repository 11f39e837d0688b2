using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Simulations;

namespace MlMaths.Torch.Tests.LinearAlgebra;

/// <summary>One world of each kind; how often they are counted right over many worlds is a table of the benchmarks.</summary>
public sealed class SeparatedGroupsTests
{
    [Theory]
    [InlineData("3 normal columns beside a coin")]
    [InlineData("horseshoe sheet")]
    [InlineData("ring, 3 columns")]
    [InlineData("Poisson counts, 4 columns")]
    [InlineData("lognormal, 4 columns")]
    [InlineData("binary, 8 columns")]
    [InlineData("normal columns beside codes 0, 1, 9")]
    public void Rows_without_groups_have_one(string kind) => Assert.Equal(1, Found(ClusterKind.WithoutGroups, kind, seed: 11).K);

    // Without the rule that groups lie further apart than parts of a curve these are 3, 4, 3 and 3 groups.
    [Theory]
    [InlineData("a sheet bent like an S", 3)]
    [InlineData("a sheet bent like an S", 40)]
    [InlineData("a spiral band of one turn and a half", 1)]
    [InlineData("a spiral band of one turn and a half", 20)]
    public void A_curve_that_is_cut_where_its_rows_lie_thin_has_one_group(string kind, int seed) =>
        Assert.Equal(1, Found(ClusterKind.WithoutGroups, kind, seed).K);

    [Theory]
    [InlineData("2 groups apart in one of four columns", 2, 2)]
    [InlineData("3 groups of unequal spread", 3, 2)]
    [InlineData("2 groups, 260 rows and 40", 2, 3)]
    [InlineData("2 oblong groups side by side", 2, 2)]
    [InlineData("6 equal groups, 5 columns", 6, 2)]
    public void Groups_that_lie_apart_are_counted_and_told(string kind, int k, int seed)
    {
        ClusterWorld world = ClusterKind.WithGroups.Single(one => one.Name == kind).World(seed);
        using Tensor X = Rows(world);

        SeparatedGroups groups = SeparatedGroups.Find(X, seed: 1);

        Assert.Equal(k, groups.K);
        Assert.InRange(PartitionAgreement.Of(groups.Labels, world.Groups).AdjustedRand, 0.9, 1);
        Assert.Equal(k * (k - 1) / 2, groups.Pairs.Count);
        Assert.All(groups.Pairs, pair => Assert.True(pair.IsApart));
        Assert.Null(groups.Refused);
    }

    [Fact]
    public void A_split_that_is_one_columns_values_is_that_column()
    {
        SeparatedGroups groups = Found(ClusterKind.WithoutGroups, "normal columns beside codes 0, 1, 9", seed: 1);

        Assert.Equal(1, groups.K);
        Assert.Equal(3, groups.Refused!.OneColumn);
    }

    [Fact]
    public void A_ring_has_a_gap_along_the_line_between_its_halves_that_its_rows_bridge()
    {
        double[][] ring = [.. Enumerable.Range(0, 200).Select(i =>
            (double[])[Math.Cos(2 * Math.PI * i / 200), Math.Sin(2 * Math.PI * i / 200)])];
        GroupTable table = new(ring, seed: 1);

        Separation halves = Separation.Of(
            table, new RowGroup(table, [.. Enumerable.Range(0, 200).Where(i => ring[i][0] < 0)]),
            new RowGroup(table, [.. Enumerable.Range(0, 200).Where(i => ring[i][0] >= 0)]));

        Assert.True(halves.StraightP < 0.001);
        Assert.True(halves.Fullness > Separation.MostFull);
        Assert.False(halves.IsApart);
    }

    [Fact]
    public void Where_units_decide_the_column_is_named()
    {
        Draws draws = new(4);
        // The last column is as wide as noise can be: as given, k-means sees nothing else.
        double[][] rows = [.. Enumerable.Range(0, 200).Select(row =>
            (double[])[draws.Normal() + row % 2 * 7, draws.Normal() + row % 2 * 7, 100 * draws.Unit()])];
        using Tensor X = torch.tensor(rows.SelectMany(row => row).ToArray(), [200, 3]);

        SeparatedGroups groups = SeparatedGroups.Find(X, seed: 1);

        Assert.Equal((2, 1, 2), (groups.K, groups.ByUnits[ColumnUnits.AsGiven], groups.ByUnits[ColumnUnits.Standardised]));
        Assert.Equal(2, groups.DecidingColumn);
    }

    [Fact]
    public void The_units_of_the_columns_do_not_change_how_many_are_found()
    {
        ClusterWorld world = ClusterKind.WithGroups.Single(kind => kind.Name == "2 groups apart in one of four columns").World(3);
        double[] unit = [0.001, 1, 1000, 1e6];
        using Tensor X = Rows(world with { Rows = [.. world.Rows.Select(row => row.Zip(unit, (x, u) => u * x).ToArray())] });

        Assert.Equal(2, SeparatedGroups.Find(X, seed: 1).K);
    }

    [Fact]
    public void Few_rows_show_less_and_say_how_much()
    {
        Assert.InRange(Smallest(300, columns: 3)!.Value, 3, 5);
        Assert.True(Smallest(20, columns: 3) is not { } few || few > Smallest(300, columns: 3));
    }

    [Fact]
    public void Many_columns_do_not_hide_two_groups_that_are_ten_deviations_apart() =>
        Assert.InRange(Smallest(134, columns: 13)!.Value, 3, 8);

    private static double? Smallest(int rows, int columns)
    {
        Draws draws = new(5);
        return DetectableSeparation.Of([.. Enumerable.Range(0, rows).Select(_ => draws.Normals(columns))], seed: 1);
    }

    [Fact]
    public void Rounded_values_are_spread_over_their_step_and_keep_their_order()
    {
        SplitMix64 chance = new(1);

        double[] coin = SpreadTies.Of([0, 1, 1, 0], ref chance);

        Assert.Equal([-0.25, 0.25, 0.75, 1.25], coin.Order());
        Assert.True(coin[0] < coin[1] && coin[3] < coin[2]);
        Assert.Equal([3.0, 1.0, 2.5], SpreadTies.Of([3, 1, 2.5], ref chance));
    }

    [Fact]
    public void A_column_tells_groups_as_far_as_its_values_do()
    {
        Assert.Equal(1, new FewValues([0, 0, 1, 1]).Tells([0, 1], [2, 3]));
        Assert.Equal(0, new FewValues([0, 1, 0, 1]).Tells([0, 1], [2, 3]));
        Assert.Equal(0, new FewValues([.. Enumerable.Range(0, 20).Select(value => (double)value)]).Tells([0, 1], [18, 19]));
    }

    [Fact]
    public void A_way_round_a_half_circle_is_its_arc()
    {
        (double, double)[] arc = [.. Enumerable.Range(0, 101).Select(i => (Math.Cos(Math.PI * i / 100), Math.Sin(Math.PI * i / 100)))];

        double[] s = AlongRows.Of(arc, 0, 100);

        for (int i = 0; i <= 100; i++) Assert.Equal(Math.PI * i / 100, s[i], 0.1);
    }

    [Fact]
    public void Along_a_straight_line_it_is_the_projection_beyond_its_ends_too()
    {
        (double, double)[] line = [.. Enumerable.Range(0, 60).Select(i => (0.1 * i, 0.0))];

        double[] s = AlongRows.Of(line, 20, 40);

        Assert.All(Enumerable.Range(0, 60), i => Assert.Equal(0.1 * (i - 20), s[i], 1e-9));
    }

    [Fact]
    public void A_mixture_finds_oblong_clouds_and_its_likelihood_is_that_of_the_formula()
    {
        ClusterWorld world = ClusterKind.WithGroups.Single(kind => kind.Name == "2 oblong groups side by side").World(1);
        GaussianMixture fit = GaussianMixture.Fit(world.Rows, world.Groups, 2, 500);
        Assert.True(PartitionAgreement.Of<int, int>(fit.Labels, world.Groups).AdjustedRand > 0.95);

        // One cloud in one column: Σ ln N(x; m, s² + ridge), by hand; the ridge is s²/1000.
        double[] x = [1, 2, 4, 9];
        double variance = Moments.Of(x).PopulationVariance * 1.001;
        double expected = x.Sum(value => -0.5 * (Math.Log(2 * Math.PI * variance) + (value - 4) * (value - 4) / variance));
        Assert.Equal(expected, GaussianMixture.Fit([.. x.Select(value => new[] { value })], [0, 0, 0, 0], 1).LogLikelihood, 1e-9);
    }

    private static SeparatedGroups Found(IReadOnlyList<ClusterKind> kinds, string name, int seed)
    {
        using Tensor X = Rows(kinds.Single(kind => kind.Name == name).World(seed));
        return SeparatedGroups.Find(X, seed);
    }

    private static Tensor Rows(ClusterWorld world) =>
        torch.tensor(world.Rows.SelectMany(row => row).ToArray(), [world.Rows.Length, world.Rows[0].Length]);
}
