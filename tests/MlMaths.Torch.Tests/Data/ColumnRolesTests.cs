using System.Text;
using MlMaths.Torch.Data;

namespace MlMaths.Torch.Tests.Data;

public sealed class ColumnRolesTests
{
    private const string Text = "a,day,b,kind\n1,mon,2,x\n3,tue,4,y\n5,mon,6,x\n";

    [Fact]
    public void A_batch_is_kept_beside_the_features()
    {
        Dataset rows = Read(Text, new("kind") { Batch = "day" });
        Assert.Equal(["a", "b"], rows.ColumnNames);
        Assert.Equal([1, 2, 3, 4, 5, 6], rows.Features.ToArray());
        Assert.Equal("day", rows.Batch!.Name);
        Assert.Equal(["mon", "tue", "mon"], rows.Batch.OfRow);
    }

    [Fact]
    public void Parts_and_transformed_rows_keep_their_batches()
    {
        Dataset rows = Read(Text, new("kind") { Batch = "day" });
        Assert.Equal(["mon", "tue"], rows.Select([2, 1]).Batch!.OfRow);
        Assert.Equal(rows.Batch, rows.WithColumns([1]).Batch);
        Assert.Equal([2, 4, 6], rows.WithColumns([1]).Features.ToArray());
    }

    [Fact]
    public void Rows_without_a_target_are_rows_where_that_makes_sense()
    {
        Dataset rows = Read("a,b\n1,2\n3,4\n", new() { TargetMayLack = true });
        Assert.Null(rows.TargetName);
        Assert.Equal(2, rows.Columns);
        Assert.Equal(["", ""], rows.Labels);
        Assert.Throws<ArgumentException>(() => BinaryTarget.From(rows));
        Assert.Contains("without a target", Tables.Mistake(() => Read("a,b\n1,2\n3,4\n", new())), StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_that_are_left_out_may_hold_anything()
    {
        Dataset rows = Read("id,a,note,kind\nx-1,1,fine,x\nx-2,2,,y\n", new("kind") { LeftOut = ["note", "id"] });
        Assert.Equal(["a"], rows.ColumnNames);
        Assert.Equal([1, 2], rows.Features.ToArray());
    }

    [Fact]
    public void A_column_has_one_role()
    {
        Assert.Contains(
            "--target and --leave-out both name the column 'kind'",
            Tables.Mistake(() => Read(Text, new("kind") { LeftOut = ["kind"] })), StringComparison.Ordinal);
        Assert.Contains("--leave-out may be", Tables.Mistake(() => Read(Text, new("kind") { LeftOut = ["kindd"] })),
            StringComparison.Ordinal);
        Assert.Contains(
            "besides those that are left out",
            Tables.Mistake(() => Read("a,b\n1,2\n", new() { TargetMayLack = true, LeftOut = ["a", "b"] })),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a,day\n1,mon\n3,\n", "the batch, is blank")]
    [InlineData("day\nmon\n", "no column besides the batch")]
    [InlineData("a,b\n1,2\n", "--batch may be 'a', 'b'")]
    public void A_batch_that_cannot_be_read_is_explained(string text, string said) =>
        Assert.Contains(said, Tables.Mistake(() => Read(text, new() { TargetMayLack = true, Batch = "day" })), StringComparison.Ordinal);

    private static Dataset Read(string text, ColumnRoles roles) =>
        CsvDataset.Parse(Encoding.UTF8.GetBytes(text), new("rows.csv", "rows", roles, "a test", "none"));
}
