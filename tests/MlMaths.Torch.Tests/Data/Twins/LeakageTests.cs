using MlMaths.Torch.Data;

namespace MlMaths.Torch.Tests.Data;

public sealed class LeakageTests
{
    // Rows:                                          0     1     2     3     4     5     6
    private readonly Dataset _dataset = new(
        "seven", ["a", "b"], [1, 2, 3, 4, 1, 2, 1, 2, 0, 5, -0.0, 5, 3, 4.000000001], "y",
        ["p", "q", "p", "p", "q", "q", "p"], new("here", "none", "none"));

    [Fact]
    public void A_held_out_row_that_was_seen_before_is_found_with_its_twin()
    {
        var split = DataSplit.Of(_dataset, training: [0, 1, 2], validation: [3, 4], test: [5, 6]);
        Assert.Equal([new(3, "validation", 0, "training"), new(5, "test", 4, "validation")], DuplicateRows.Across(split));
    }

    [Fact]
    public void Twins_within_one_part_leak_nothing() =>
        Assert.Empty(DuplicateRows.Across(DataSplit.Of(_dataset, training: [0, 2, 3], validation: [4, 5], test: [1, 6])));

    [Fact]
    public void No_two_rows_of_breast_cancer_are_the_same() =>
        Assert.Empty(DuplicateRows.Across(StratifiedSplit.Of(DatasetCatalogue.Load("breast_cancer"), seed: 1)));

    [Fact]
    public void A_column_that_parts_the_classes_without_error_is_found()
    {
        Dataset dataset = new(
            "four", ["copy", "mirrored", "useful", "touching"], [1, 9, 1, 0, 2, 8, 3, 1, 3, 7, 2, 1, 4, 6, 4, 2], "y",
            ["p", "p", "q", "q"], new("here", "none", "none"));
        var target = BinaryTarget.From(dataset, "q");
        Assert.Equal([0, 1], SeparatingColumns.In(DataSplit.None(dataset).Training, target));
    }

    [Fact]
    public void Training_rows_of_one_class_are_parted_by_nothing()
    {
        var target = BinaryTarget.From(_dataset, "q");
        Assert.Empty(SeparatingColumns.In(new(_dataset, [0, 2, 3]), target));
    }
}
