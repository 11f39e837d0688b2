using FsCheck.Xunit;
using MlMaths.Torch.Data;

namespace MlMaths.Torch.Tests.Data;

public sealed class FoldsOfFoldsTests
{
    [Property]
    public void Random_folds_hold_every_row_out_once_and_differ_by_one_row_at_most(byte more, int seed)
    {
        Dataset dataset = Tables.Labelled([.. Enumerable.Repeat("a", 4 + more)]);
        IReadOnlyList<Fold> folds = RandomFolds.Of(dataset, 4, seed);
        Assert.Equal(Enumerable.Range(0, dataset.Rows), folds.SelectMany(fold => fold.HeldOut.Rows).Order());
        Assert.All(folds, fold => Assert.Equal(dataset.Rows, fold.Training.Count + fold.HeldOut.Count));
        Assert.InRange(folds.Max(fold => fold.HeldOut.Count) - folds.Min(fold => fold.HeldOut.Count), 0, 1);
    }

    [Fact]
    public void More_folds_than_rows_are_refused() => Assert.Equal(
        "'labelled' has 3 rows, and 4 folds need at least one each: ask for fewer folds, or add rows.",
        Tables.Mistake(() => RandomFolds.Of(Tables.Labelled("a", "b", "c"), 4, 1)));

    [Fact]
    public void Repeats_shuffle_anew_and_share_no_shuffle_with_the_next_seed()
    {
        Dataset dataset = Tables.Labelled(Tables.Repeat(("a", 20), ("b", 20)));
        string[] Shuffles(int seed) =>
            [.. RepeatedFolds.Of(10, seed, each => Folds.Stratified(dataset, 4, each))
                .Select(folds => string.Join(',', folds[0].HeldOut.Rows))];
        Assert.Equal(20, Shuffles(1).Concat(Shuffles(2)).Distinct().Count());
        Assert.Equal(Shuffles(1), Shuffles(1));
        Assert.Equal("Cross-validation was asked for 0 repeats: it needs at least 1.",
            Tables.Mistake(() => RepeatedFolds.Of(0, 1, _ => [])));
    }

    [Fact]
    public void Inner_folds_share_out_the_outer_training_rows_and_never_see_the_outer_held_out_ones()
    {
        Dataset dataset = Tables.Labelled(Tables.Repeat(("a", 30), ("b", 30)));
        IReadOnlyList<NestedFold> nested =
            NestedFolds.Of(Folds.Stratified(dataset, 5, seed: 1), rows => Folds.Stratified(rows, 3, seed: 2));
        Assert.Equal(5, nested.Count);
        foreach (NestedFold one in nested)
        {
            Assert.Equal(one.Outer.Training.Rows, one.Inner.SelectMany(inner => inner.HeldOut.Rows).Order());
            Assert.All(one.Inner, inner => Assert.Equal(one.Outer.Training.Rows, inner.Training.Rows.Concat(inner.HeldOut.Rows).Order()));
            Assert.All(one.Inner, inner => Assert.Same(dataset, inner.Training.Whole));
            Assert.Equal(Folds.Stratified(dataset, 3, seed: 2).Select(fold => fold.Number), one.Inner.Select(inner => inner.Number));
        }
    }
}
