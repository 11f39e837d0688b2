using MlMaths.Torch.Data;

namespace MlMaths.Torch.Tests.Data;

public sealed class DatasetTests
{
    private readonly Dataset _dataset = new(
        "four", ["a", "same", "b"], [1, 7, 2, 3, 7, 4, 5, 7, 6, 7, 7, 8], "y", ["p", "q", "p", "q"], new("here", "none", "cafe"));

    [Fact]
    public void Rows_and_columns_are_what_was_put_in()
    {
        Assert.Equal((4, 3), (_dataset.Rows, _dataset.Columns));
        Assert.Equal([3, 7, 4], _dataset.Row(1).ToArray());
        Assert.Equal([2, 4, 6, 8], _dataset.Column(2));
        Assert.Throws<ArgumentOutOfRangeException>(() => _dataset.Column(3));
    }

    [Fact]
    public void Selected_rows_keep_their_order_labels_and_hash()
    {
        Dataset selected = _dataset.Select([3, 0]);
        Assert.Equal([7, 7, 8, 1, 7, 2], selected.Features.ToArray());
        Assert.Equal(["q", "p"], selected.Labels);
        Assert.Equal("cafe", selected.Sha256);
    }

    [Fact]
    public void A_column_with_one_value_is_constant() => Assert.Equal([1], _dataset.ConstantColumns());

    [Fact]
    public void The_tensor_has_a_row_per_row_and_leaves_nothing_behind()
    {
        long before = LiveTensors.Count;
        using (Tensor X = _dataset.X(dtype: torch.ScalarType.Float32))
        {
            Assert.Equal([4, 3], X.shape);
            Assert.Equal([1f, 7, 2, 3, 7, 4, 5, 7, 6, 7, 7, 8], X.data<float>().ToArray());
            X.fill_(0);
        }

        using (Tensor X = _dataset.X())
        using (Tensor first = X[0, 0])
            Assert.Equal(1.0, first.item<double>());
        Assert.Equal(before, LiveTensors.Count);
    }

    [Fact]
    public void A_tensor_that_is_written_to_does_not_change_the_data_set()
    {
        using Tensor X = _dataset.X();
        X.fill_(0);
        Assert.Equal([1, 7, 2], _dataset.Row(0).ToArray());
    }

    [Fact]
    public void Numbers_that_do_not_fill_the_table_are_refused() => Assert.Throws<ArgumentException>(
        () => new Dataset("x", ["a", "b"], [1, 2, 3], "y", ["p", "q"], new("here", "none", "none")));
}
