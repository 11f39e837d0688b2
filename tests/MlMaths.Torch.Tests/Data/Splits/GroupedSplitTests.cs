using FsCheck.Xunit;
using MlMaths.Torch.Data;

namespace MlMaths.Torch.Tests.Data;

public sealed class GroupedSplitTests
{
    [Property]
    public void Every_row_is_in_one_part_and_no_group_in_two(byte[] drawn, int seed)
    {
        int[] sizes = [1, 2, 3, .. drawn.Select(size => 1 + size % 20)];
        Dataset dataset = RoleTables.Grouped(sizes);
        foreach (DataSplit split in new[] { GroupedSplit.Of(dataset, seed), GroupedSplit.Stratified(dataset, seed) })
        {
            Assert.Equal(Enumerable.Range(0, dataset.Rows), split.Parts.SelectMany(part => part.Rows).Order());
            Assert.All(split.Parts, part => Assert.NotEmpty(part.Rows));
            Assert.Equal(sizes.Length, split.Parts.Sum(part => part.Rows.Select(row => dataset.Group!.OfRow[row]).Distinct().Count()));
        }
    }

    [Property]
    public void Every_row_is_held_out_once_and_its_group_with_it(byte[] drawn, int seed)
    {
        Dataset dataset = RoleTables.Grouped([1, 2, 3, 4, .. drawn.Select(size => 1 + size % 20)]);
        foreach (IReadOnlyList<Fold> folds in new[] { GroupedFolds.Of(dataset, 4, seed), GroupedFolds.Stratified(dataset, 4, seed) })
        {
            Assert.Equal(Enumerable.Range(0, dataset.Rows), folds.SelectMany(fold => fold.HeldOut.Rows).Order());
            Assert.All(folds, fold => Assert.Empty(GroupsOf(fold.Training).Intersect(GroupsOf(fold.HeldOut))));
            Assert.All(folds, fold => Assert.NotEmpty(fold.HeldOut.Rows));
        }
    }

    [Fact]
    public void Groups_of_one_row_give_every_fold_its_share_of_every_class_up_to_one_row()
    {
        Dataset dataset = RoleTables.Grouped([.. Enumerable.Repeat(1, 103)]);
        int all = dataset.Labels.Count(label => label == "a");
        Assert.All(
            GroupedFolds.Stratified(dataset, 5, seed: 4),
            fold => Assert.InRange(fold.HeldOut.Rows.Count(row => dataset.Labels[row] == "a"), all / 5.0 - 1, all / 5.0 + 1));
    }

    [Fact]
    public void Equal_groups_meet_the_fractions_exactly() => Assert.Equal(
        [60, 20, 20], GroupedSplit.Of(RoleTables.Grouped([.. Enumerable.Repeat(2, 50)]), seed: 1).Parts.Select(part => part.Count));

    [Fact]
    public void Keeping_the_classes_puts_a_group_of_one_class_where_that_class_lacks()
    {
        string[] groups = [.. Enumerable.Range(0, 80).Select(row => $"g{row / 10}")];
        Dataset dataset = new(
            "pure", ["x"], new double[80], "y", [.. Enumerable.Range(0, 80).Select(row => row < 40 ? "a" : "b")],
            new("here", "none", "none"))
        {
            Group = new("patient", groups),
        };
        Assert.All(GroupedFolds.Stratified(dataset, 4, seed: 2),
            fold => Assert.Equal(10, fold.HeldOut.Rows.Count(row => dataset.Labels[row] == "a")));
    }

    [Fact]
    public void A_seed_decides_who_is_where()
    {
        Dataset dataset = RoleTables.Grouped([.. Enumerable.Repeat(2, 50)]);
        Assert.Equal(GroupedSplit.Of(dataset, 1).Test.Rows, GroupedSplit.Of(dataset, 1).Test.Rows);
        Assert.NotEqual(GroupedSplit.Of(dataset, 1).Test.Rows, GroupedSplit.Of(dataset, 2).Test.Rows);
    }

    [Fact]
    public void Fewer_groups_than_parts_are_refused()
    {
        Assert.Equal(
            "The column 'patient' of 'rows' has 2 groups, and a split into training, validation and test needs at least 3, as a group is "
            + "never split: ask for fewer parts, or add rows of other groups.",
            Tables.Mistake(() => GroupedSplit.Of(RoleTables.Grouped(5, 5), 1)));
        Assert.Throws<ArgumentException>(() => GroupedFolds.Of(Tables.Labelled("a", "b"), 2, 1));
    }

    private static IEnumerable<string> GroupsOf(SplitPart part) => part.Rows.Select(row => part.Whole.Group!.OfRow[row]).Distinct();
}
