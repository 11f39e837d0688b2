using System.Text;
using MlMaths.Torch.Data;

namespace MlMaths.Torch.Tests.Data;

public sealed class MeasurementLimitsTests
{
    [Theory]
    [InlineData("<4.5", "4.5")]
    [InlineData("< 4.5", "4.5")]
    [InlineData("≥40", "40")]
    [InlineData(">=1e3", "1000")]
    public void A_value_beyond_a_limit_is_read_as_the_limit_and_told(string cell, string number)
    {
        Dataset read = Tables.Read(File(row => row % 10 == 3 ? cell : $"{row}.5"));
        RawColumn column = read.Raw!.Table.Columns[0].Column;
        Assert.Equal((true, 0), (column.IsNumeric, column.Missing));
        Assert.Equal(["2.5", number, "4.5"], Enumerable.Range(2, 3).Select(column.Text));
        Assert.Equal(
            $"3 cells of 'b', such as '{cell}', say that the value lies beyond a limit of what was measured: the limit was read in "
                + "its place.",
            Assert.Single(read.Raw.Table.Notes).Sentence);
    }

    [Fact]
    public void Beside_decimal_commas_a_limit_has_one_too()
    {
        Dataset read = Tables.Read(File(row => row % 10 == 3 ? "<4,5" : $"{row},5").Replace("b,y", "b;y", StringComparison.Ordinal));
        Assert.Equal("4.5", read.Raw!.Table.Columns[0].Column.Text(3));
    }

    [Theory]
    [InlineData(" mg", "<5 mg")]
    [InlineData("%", "<5%")]
    public void Beside_a_unit_a_limit_has_one_too(string unit, string cell)
    {
        RawColumn column = Tables.Read(File(row => row % 10 == 3 ? cell : $"{row}.5{unit}")).Raw!.Table.Columns[0].Column;
        Assert.Equal((true, "5", unit.Trim()), (column.IsNumeric, column.Text(3), column.Unit));
    }

    [Fact]
    public void A_column_of_limits_is_no_target()
    {
        RawTable table = Tables.Read(
            new UTF8Encoding(false).GetBytes(File(row => row % 10 == 3 ? "<4.5" : $"{row}.5").Replace("y\n", "row\n")),
            new ColumnRoles { TargetMayLack = true, IsOverview = true }, new()).Raw!.Table;
        Assert.NotEqual("b", LikelyTarget.In(table, null)?.Plan.Column.Name);
        Assert.StartsWith(
            "'b' has cells that say a value lies beyond a limit",
            Assert.Throws<UserMistakeException>(() => LikelyTarget.In(table, "b")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_half_of_the_cells_are_limits_they_are_classes()
    {
        Dataset read = Tables.Read(File(row => row % 2 == 0 ? "<30" : ">30"));
        Assert.False(read.Raw!.Table.Columns[0].Column.IsNumeric);
        Assert.False(Tables.Read(File(row => row % 2 == 0 ? "<30" : "30")).Raw!.Table.Columns[0].Column.IsNumeric);
    }

    [Fact]
    public void Another_cell_that_is_no_number_is_told_alone()
    {
        string told = Assert.Throws<UserMistakeException>(
            () => Tables.Read(File(row => row == 5 ? "haemolysed" : row % 10 == 3 ? "<4.5" : $"{row}.5"))).Message;
        Assert.Contains(
            "line 7, column 'b' is 'haemolysed', and the other 29 cells of the column are numbers:",
            told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<b>")]
    [InlineData("<a few>")]
    [InlineData("<50K")]
    [InlineData("<>5")]
    [InlineData("<<6")]
    [InlineData(">=>500")]
    [InlineData("< >500")]
    [InlineData("=600")]
    public void What_only_begins_like_a_limit_is_none(string cell) => Assert.Contains(
        $"column 'b' is '{cell}'",
        Assert.Throws<UserMistakeException>(() => Tables.Read(File(row => row == 5 ? cell : $"{row}.5"))).Message,
        StringComparison.Ordinal);

    private static string File(Func<int, string> cell)
    {
        string[] rows = [.. Enumerable.Range(0, 30).Select(row => cell(row))];
        string separator = rows.Any(row => row.Contains(',')) ? ";" : ",";
        return "b,y\n" + string.Concat(rows.Select((text, row) => $"{text}{separator}{(row % 3 == 0 ? "yes" : "no")}\n"));
    }
}
