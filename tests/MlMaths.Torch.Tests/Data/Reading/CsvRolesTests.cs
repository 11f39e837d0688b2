using MlMaths.Torch.Data;

namespace MlMaths.Torch.Tests.Data;

public sealed class CsvRolesTests
{
    private static readonly ColumnRoles All = new("y") { Group = "who", Time = "when", Batch = "plate" };

    [Fact]
    public void Group_and_time_are_read_and_are_no_features()
    {
        Dataset dataset = Read("who,x,when,plate,y\nann,1,2026-01-01,p,no\nbob,2,2026-01-02T12:00,q,yes\n", All);
        Assert.Equal(["x"], dataset.ColumnNames);
        Assert.Equal([1, 2], dataset.Features.ToArray());
        Assert.Equal(["ann", "bob"], dataset.Group!.OfRow);
        Assert.Equal("who", dataset.Group.Name);
        Assert.Equal([20454, 20455.5], dataset.Time!.OfRow);
        Assert.True(dataset.Time.IsDate);
        Assert.Equal(["p", "q"], dataset.Batch!.OfRow);
    }

    [Fact]
    public void Times_may_be_numbers_and_follow_their_rows()
    {
        Dataset dataset = Read("who,x,when,plate,y\nann,1,-2.5,p,no\nbob,2,1e3,q,yes\n", All);
        Assert.False(dataset.Time!.IsDate);
        Dataset second = dataset.Select([1]);
        Assert.Equal([1000], second.Time!.OfRow);
        Assert.Equal(["bob"], second.Group!.OfRow);
        Assert.Equal(["bob"], second.WithFeatures([7]).Group!.OfRow);
        Assert.Equal([1000], second.WithFeatures([7]).Time!.OfRow);
    }

    [Fact]
    public void Without_the_roles_there_is_neither()
    {
        Dataset dataset = Read("x,y\n1,no\n2,yes\n", new("y"));
        Assert.Null(dataset.Group);
        Assert.Null(dataset.Time);
    }

    [Theory]
    [InlineData(
        "who,x,when,plate,y\nann,1,soon,p,no\n",
        "'cells.csv', line 2, column 'when', the time, is 'soon', and must be a number or a date: "
            + "write numbers in all rows, or dates like 2026-01-31 or 2026-01-31T09:30.")]
    [InlineData(
        "who,x,when,plate,y\nann,1,7,p,no\nann,2,2026-01-01,p,no\n",
        "'cells.csv', line 3, column 'when', the time, is '2026-01-01', and must be a "
            + "number, as in the rows above: write numbers in all rows, or dates like 2026-01-31 or 2026-01-31T09:30.")]
    [InlineData(
        "who,x,when,plate,y\n,1,7,p,no\n",
        "'cells.csv', line 2, column 'who', the group, is blank: fill it in, or remove the row.")]
    [InlineData(
        "who,when,plate,y\nann,7,p,no\n",
        "'cells.csv' has no column besides the target 'y' and the batch 'plate' and the group 'who' and the time "
            + "'when': add columns to learn from, separated by a comma, semicolon, tab or bar.")]
    [InlineData(
        "whom,x,when,plate,y\nann,1,7,p,no\n",
        "'cells.csv' has no column 'who' (did you mean 'whom'?): --group may be 'whom', 'x', 'when', 'plate', 'y'.")]
    public void A_mistake_in_a_role_is_said(string text, string sentence) =>
        Assert.Equal(sentence, Tables.Mistake(() => Read(text, All)));

    [Fact]
    public void A_column_has_one_role() => Assert.Equal(
        "--group and --time both name the column 'when': a column has only one role.",
        Tables.Mistake(() => Read("x,when,y\n1,7,no\n", new("y") { Group = "when", Time = "when" })));

    private static Dataset Read(string text, ColumnRoles roles)
    {
        string folder = Directory.CreateTempSubdirectory("mlmaths-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "cells.csv"), text);
            return CsvDataset.Read(Path.Combine(folder, "cells.csv"), roles);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
