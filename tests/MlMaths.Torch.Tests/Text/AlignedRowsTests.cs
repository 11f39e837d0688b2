namespace MlMaths.Torch.Tests.Text;

public sealed class AlignedRowsTests
{
    [Fact]
    public void Cells_of_a_column_begin_below_each_other_and_no_line_ends_in_blanks() => Assert.Equal(
        ["", "a     long", "word  b"], AlignedRows.Of([["", ""], ["a", "long"], ["word", "b"]]));

    [Fact]
    public void Of_no_rows_there_are_no_lines() => Assert.Empty(AlignedRows.Of([]));

    [Fact]
    public void Columns_stand_as_far_apart_as_asked() => Assert.Equal(["a   b"], AlignedRows.Of([["a", "b"]], apart: 3));
}
