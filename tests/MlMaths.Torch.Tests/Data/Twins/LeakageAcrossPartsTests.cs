using MlMaths.Torch.Data;

namespace MlMaths.Torch.Tests.Data;

public sealed class LeakageAcrossPartsTests
{
    [Fact]
    public void A_row_that_was_measured_twice_is_found_with_its_twin_and_no_other()
    {
        Dataset clean = DatasetCatalogue.Load("breast_cancer");
        DataSplit split = StratifiedSplit.Of(clean, seed: 1);
        int twin = split.Training.Rows[40], other = split.Training.Rows[200], copy = split.Test.Rows[7], exact = split.Validation.Rows[3];
        double[] features = clean.Features.ToArray();
        for (int column = 0; column < clean.Columns; column++)
        {
            features[copy * clean.Columns + column] = clean.Row(twin)[column] * 1.0001;
            features[exact * clean.Columns + column] = clean.Row(other)[column];
        }

        var found = NearDuplicates.Across(split.On(clean.WithFeatures(features)));
        Assert.Equal(
            [(exact, "validation", other, "training"), (copy, "test", twin, "training")],
            found.Rows.Select(one => (one.Row, one.Part, one.TwinRow, one.TwinPart)));
        Assert.Equal(0, found.Rows[0].Distance);
        Assert.InRange(found.Rows[1].Distance, 1e-9, found.Threshold);
    }

    [Theory]
    [InlineData("breast_cancer")]
    [InlineData("wine")]
    public void Clean_rows_have_none(string name) =>
        Assert.Empty(NearDuplicates.Across(StratifiedSplit.Of(DatasetCatalogue.Load(name), seed: 1)).Rows);

    [Fact]
    public void The_quick_search_finds_what_comparing_all_finds()
    {
        var random = new Random(3);
        Dataset dataset = new("dense", ["a", "b"], [.. Enumerable.Range(0, 4000).Select(_ => Math.Round(random.NextDouble(), 2))],
            "y", [.. Enumerable.Repeat("p", 2000)], new("here", "none", "none"));
        var rows = Enumerable.Range(0, 1500).Select(row => (row, "training")).ToArray();
        var near = new NearRows(dataset, rows);
        for (int row = 1500; row < 2000; row++)
        {
            (double Distance, int Row) best = rows.Min(other => (NearRows.Distance(dataset, row, other.row), other.row));
            Assert.Equal(best.Distance <= 0.008 ? best.Row : null, near.Nearest(row, 0.008)?.Row);
        }
    }

    [Fact]
    public void Chance_neighbours_in_two_dimensions_are_as_rare_as_the_threshold_s_reason_says()
    {
        var random = new Random(5);
        double[] features = [.. Enumerable.Range(0, 8000).Select(_ => random.NextDouble())];
        Dataset dataset = new("square", ["a", "b"], features, "y", [.. Enumerable.Repeat("p", 4000)], new("here", "none", "none"));
        // 1,000 held-out rows: 0.07 are expected.
        Assert.InRange(NearDuplicates.Across(RandomSplit.Of(dataset, seed: 1)).Rows.Count, 0, 1);
    }

    [Fact]
    public void A_group_in_two_parts_is_named()
    {
        Dataset dataset = RoleTables.With(["ann", "ann", "bob", "bob", "eve", "ann"], times: null);
        SharedGroup shared = Assert.Single(SharedGroups.Across(DataSplit.Of(dataset, [0, 2, 3], [1], [4, 5])));
        Assert.Equal(("ann", "training, validation, test", 3), (shared.Group, string.Join(", ", shared.Parts), shared.Rows));
        Assert.Empty(SharedGroups.Across(GroupedSplit.Of(dataset, seed: 1)));
        Assert.Empty(SharedGroups.Across(StratifiedSplit.Of(Tables.Labelled(Tables.Repeat(("a", 9))), 1)));
    }

    [Fact]
    public void The_future_in_the_past_is_found_row_by_row()
    {
        Dataset dataset = RoleTables.Timed(1, 2, 9, 4, 5, 6);
        FutureInThePast[] found = [.. FutureRows.Across(DataSplit.Of(dataset, [0, 1, 2], [3], [4, 5]))];
        Assert.Equal(["training validation 2", "training test 2"],
            found.Select(one => $"{one.Part} {one.JudgedBy} {string.Join(',', one.Rows)}"));
        Assert.Empty(FutureRows.Across(TimeSplit.Of(dataset).Parts));
        Assert.Single(FutureRows.Across(DataSplit.Of(RoleTables.Timed(1, 2, 2), [0, 1], [], [2])));
    }
}
