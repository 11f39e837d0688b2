using MlMaths.Torch.Data;

namespace MlMaths.Torch.Tests.Data;

public sealed class StratifiedSplitTests
{
    private readonly Dataset _dataset = Tables.Labelled(Tables.Repeat(("a", 70), ("b", 30)));

    [Fact]
    public void Every_part_has_its_share_of_every_class()
    {
        DataSplit split = StratifiedSplit.Of(_dataset, seed: 7);
        Assert.Equal(
            ["training a 42 b 18", "validation a 14 b 6", "test a 14 b 6"],
            split.Parts.Select(part => $"{part.Name} a {Count(part, "a")} b {Count(part, "b")}"));
    }

    [Fact]
    public void Every_row_is_in_one_part_and_every_part_ascends()
    {
        DataSplit split = StratifiedSplit.Of(_dataset, seed: 7);
        Assert.Equal(Enumerable.Range(0, 100), split.Parts.SelectMany(part => part.Rows).Order());
        Assert.All(split.Parts, part => Assert.Equal(part.Rows.Order(), part.Rows));
    }

    [Fact]
    public void Other_fractions_are_kept_too()
    {
        DataSplit split = StratifiedSplit.Of(_dataset, seed: 7, new(Validation: 0.1, Test: 0.3));
        Assert.Equal([60, 10, 30], split.Parts.Select(part => part.Count));
    }

    [Fact]
    public void The_same_seed_gives_the_same_rows_and_another_seed_others()
    {
        Assert.Equal(StratifiedSplit.Of(_dataset, 7).Test.Rows, StratifiedSplit.Of(_dataset, 7).Test.Rows);
        Assert.NotEqual(StratifiedSplit.Of(_dataset, 7).Test.Rows, StratifiedSplit.Of(_dataset, 8).Test.Rows);
    }

    [Fact]
    public void Breast_cancer_is_split_on_every_machine_as_here()
    {
        DataSplit split = StratifiedSplit.Of(BinaryTarget.From(DatasetCatalogue.Load("breast_cancer")), seed: 1);
        Assert.Equal([341, 113, 115], split.Parts.Select(part => part.Count));
        Assert.Equal([7, 10, 18, 19, 20], split.Test.Rows[..5]);
    }

    [Fact]
    public void One_against_the_rest_needs_no_rows_of_every_label_of_the_rest()
    {
        Dataset dataset = Tables.Labelled(Tables.Repeat(("a", 10), ("b", 9), ("c", 1)));
        Assert.Equal(20, StratifiedSplit.Of(BinaryTarget.From(dataset, "a"), 1).Parts.Sum(part => part.Count));
        Assert.Equal(
            "'labelled' has 1 row of the class 'c', and a 60/20/20 split into training, "
            + "validation and test needs at least 5 of each class: "
            + "add rows, or leave that class out.",
            Tables.Mistake(() => StratifiedSplit.Of(dataset, 1)));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    public void The_fewest_rows_allowed_give_every_part_one(int rows)
    {
        DataSplit split = StratifiedSplit.Of(Tables.Labelled(Tables.Repeat(("a", rows), ("b", rows))), 1);
        Assert.All(split.Parts, part => Assert.True(Count(part, "a") >= 1 && Count(part, "b") >= 1));
    }

    [Theory]
    [InlineData(0.35, 0.55, 10, "1 4 5")]
    [InlineData(0.45, 0.45, 10, "1 4 5")]
    [InlineData(0.01, 0.01, 100, "98 1 1")]
    [InlineData(0.2, 0.2, 8, "5 2 1")]
    public void Rounding_never_takes_the_last_training_row(double validation, double test, int rows, string sizes)
    {
        DataSplit split = StratifiedSplit.Of(Tables.Labelled(Tables.Repeat(("a", rows))), 1, new(validation, test));
        Assert.Equal(sizes, string.Join(' ', split.Parts.Select(part => part.Count)));
    }

    [Theory]
    [InlineData(0.5, 0.5, "The split has 0.5 of the rows in validation and 0.5 in test")]
    [InlineData(0, 0.2, "The split has 0 of the rows in validation and 0.2 in test")]
    public void Fractions_that_leave_a_part_empty_are_refused(double validation, double test, string start) => Assert.Equal(
        $"{start}: both must be above 0, and their sum below 1, so that rows are left to train on.",
        Tables.Mistake(() => StratifiedSplit.Of(_dataset, 1, new(validation, test))));

    [Fact]
    public void Without_a_split_every_row_trains()
    {
        DataSplit split = DataSplit.None(_dataset);
        Assert.Equal([100, 0, 0], split.Parts.Select(part => part.Count));
    }

    [Fact]
    public void Every_row_is_held_out_by_one_fold_with_its_share_of_every_class()
    {
        IReadOnlyList<Fold> folds = Folds.Stratified(_dataset, 5, seed: 3);
        Assert.Equal(Enumerable.Range(0, 100), folds.SelectMany(fold => fold.HeldOut.Rows).Order());
        Assert.All(folds, fold => Assert.Equal((14, 6), (Count(fold.HeldOut, "a"), Count(fold.HeldOut, "b"))));
        Assert.All(folds, fold => Assert.Equal(Enumerable.Range(0, 100), fold.Training.Rows.Concat(fold.HeldOut.Rows).Order()));
    }

    [Fact]
    public void Folds_differ_by_one_row_at_most() => Assert.Equal(
        [5, 5, 4], Folds.Stratified(Tables.Labelled(Tables.Repeat(("a", 7), ("b", 7))), 3, seed: 1).Select(fold => fold.HeldOut.Count));

    [Fact]
    public void More_folds_than_rows_of_a_class_are_refused()
    {
        Dataset dataset = Tables.Labelled(Tables.Repeat(("a", 9), ("b", 3)));
        Assert.Equal(
            "'labelled' has 3 rows of the class 'b', and 4 folds need at least 4 of each class: ask for fewer folds, or add rows.",
            Tables.Mistake(() => Folds.Stratified(dataset, 4, seed: 1)));
        Assert.Equal("Cross-validation was asked for 1 folds: it needs at least 2.",
            Tables.Mistake(() => Folds.Stratified(dataset, 1, seed: 1)));
    }

    private static int Count(SplitPart part, string label) => part.Rows.Count(row => part.Whole.Labels[row] == label);
}
