using FsCheck.Xunit;
using MlMaths.Torch.Data;

namespace MlMaths.Torch.Tests.Data;

public sealed class TimeSplitTests
{
    [Property]
    public void The_future_never_trains_and_every_row_is_in_one_part(byte[] drawn)
    {
        Dataset dataset = RoleTables.Timed([5, 3, 900, .. drawn.Select(time => (double)time)]);
        var split = TimeSplit.Of(dataset);
        Assert.Empty(split.Purged);
        Assert.Equal(Enumerable.Range(0, dataset.Rows), split.Parts.Parts.SelectMany(part => part.Rows).Order());
        Assert.True(Last(split.Parts.Training) < First(split.Parts.Validation));
        Assert.True(Last(split.Parts.Validation) < First(split.Parts.Test));
    }

    [Property]
    public void A_gap_keeps_the_parts_apart_and_says_who_is_left_out(byte[] drawn)
    {
        Dataset dataset = RoleTables.Timed(
            [.. Enumerable.Range(0, 100).Select(day => (double)day), .. drawn.Select(time => (double)(time % 100))]);
        var split = TimeSplit.Of(dataset, gap: 3);
        Assert.Equal(Enumerable.Range(0, dataset.Rows), split.Parts.Parts.SelectMany(part => part.Rows).Concat(split.Purged).Order());
        Assert.True(First(split.Parts.Validation) - Last(split.Parts.Training) >= 3);
        Assert.True(First(split.Parts.Test) - Last(split.Parts.Validation) >= 3);
        Assert.NotEmpty(split.Purged);
    }

    [Property]
    public void A_fold_learns_from_its_past_alone(byte[] drawn)
    {
        Dataset dataset = RoleTables.Timed([1, 300, 2, 301, .. drawn.Select(time => (double)time)]);
        IReadOnlyList<Fold> folds = TimeFolds.Of(dataset, 3);
        Assert.All(folds, fold => Assert.True(Last(fold.Training) < First(fold.HeldOut)));
        Assert.Equal(
            Enumerable.Range(0, dataset.Rows),
            folds[0].Training.Rows.Concat(folds.SelectMany(fold => fold.HeldOut.Rows)).Order());
    }

    [Fact]
    public void Ten_days_are_cut_at_six_and_eight()
    {
        DataSplit split = TimeSplit.Of(RoleTables.Timed(9, 8, 7, 6, 5, 4, 3, 2, 1, 0)).Parts;
        Assert.Equal([4, 5, 6, 7, 8, 9], split.Training.Rows);
        Assert.Equal([2, 3], split.Validation.Rows);
        Assert.Equal([0, 1], split.Test.Rows);
    }

    [Fact]
    public void Four_folds_of_ten_days_are_five_stretches_of_two()
    {
        IReadOnlyList<Fold> folds = TimeFolds.Of(RoleTables.Timed(0, 1, 2, 3, 4, 5, 6, 7, 8, 9), 4, gap: 2);
        Assert.Equal(["0", "0,1,2", "0,1,2,3,4", "0,1,2,3,4,5,6"], folds.Select(fold => string.Join(',', fold.Training.Rows)));
        Assert.Equal(["2,3", "4,5", "6,7", "8,9"], folds.Select(fold => string.Join(',', fold.HeldOut.Rows)));
    }

    [Fact]
    public void Too_few_times_and_a_gap_that_leaves_nothing_are_refused()
    {
        Assert.Equal(
            "The column 'day' of 'rows' has 2 different times, and a split into training, "
            + "validation and test needs at least 3, as rows of one "
            + "time stay together: ask for fewer parts, or give finer times.",
            Tables.Mistake(() => TimeSplit.Of(RoleTables.Timed(1, 1, 1, 2))));
        Assert.Equal(
            "A gap of 99.5 in 'day' leaves no training row in 'rows': ask for a smaller gap, fewer parts, or add rows.",
            Tables.Mistake(() => TimeSplit.Of(RoleTables.Timed(1, 2, 3), gap: 99.5)));
        Assert.Throws<ArgumentOutOfRangeException>(() => TimeSplit.Of(RoleTables.Timed(1, 2, 3), gap: -1));
    }

    private static double First(SplitPart part) => part.Rows.Min(row => part.Whole.Time!.OfRow[row]);

    private static double Last(SplitPart part) => part.Rows.Max(row => part.Whole.Time!.OfRow[row]);
}
