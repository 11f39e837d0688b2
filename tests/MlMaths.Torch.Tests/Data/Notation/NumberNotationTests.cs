using MlMaths.Torch.Data;

namespace MlMaths.Torch.Tests.Data;

/// <summary>What a point or a comma means is one thing in the whole file.</summary>
public sealed class NumberNotationTests
{
    private static readonly string[] Halves = ["0,5", "1,25", "2,75"];

    [Theory]
    [InlineData("1.206", 1206)]
    [InlineData("-1.206", -1206)]
    [InlineData("345", 345)]
    [InlineData("12.345.678", 12345678)]
    [InlineData("1.206,5", 1206.5)]
    public void Points_group_thousands_where_another_column_proves_decimal_commas(string cell, double number)
    {
        Dataset read = Read($"euro;x;y\n{cell};{Halves[0]};no\n2.345;{Halves[1]};yes\n9.876;{Halves[2]};no\n");
        Assert.Equal([number, 2345, 9876], Column(read, "euro"));
        Assert.Contains("Numbers were read with decimal commas: 'euro', 'x'.", CsvCaseFile.Notes(read));
    }

    [Theory]
    [InlineData("0.206")]
    [InlineData("1.2064")]
    [InlineData("1.2")]
    public void A_point_that_cannot_group_thousands_is_a_decimal_one(string cell)
    {
        Dataset read = Read($"euro;x;y\n{cell};{Halves[0]};no\n2.345;{Halves[1]};yes\n9.876;{Halves[2]};no\n");
        Assert.Equal(2.345, Column(read, "euro")[1]);
    }

    [Fact]
    public void Where_nothing_proves_a_comma_a_point_is_a_decimal_one() =>
        Assert.Equal([1.206, 2.345, 9.876], Column(Read("euro;y\n1.206;no\n2.345;yes\n9.876;no\n"), "euro"));

    [Fact]
    public void Where_both_are_proven_a_column_that_proves_neither_keeps_its_points() => Assert.Equal(
        [1.206, 2.345, 9.876], Column(Read("a;b;x;y\n1.206;0.5;0,5;no\n2.345;0.7;1,25;yes\n9.876;0.9;2,75;no\n"), "a"));

    [Fact]
    public void A_quoted_comma_follows_what_the_file_proves()
    {
        Assert.Equal([7.804, 1.25, 2.5], Column(Read("a,x,y\n\"7,804\",\"0,5\",no\n\"1,250\",\"1,25\",yes\n\"2,500\",\"2,75\",no\n"), "a"));
        Assert.Equal([7804, 1250, 2500], Column(Read("a,x,y\n\"7,804\",0.5,no\n\"1,250\",1.25,yes\n\"2,500\",2.75,no\n"), "a"));
    }

    [Theory]
    [InlineData("12\u00A0345", "999", "1\u00A0200", "spaces")]
    [InlineData("12 345", "999", "1 200", "spaces")]
    [InlineData("12\u202F345", "999,0", "1\u202F200", "spaces")]
    [InlineData("12'345", "999", "1'200", "apostrophes")]
    public void A_mark_between_thousands_is_taken_out(string first, string second, string third, string mark)
    {
        Dataset read = Read($"a;x;y\n{first};1;no\n{second};2;yes\n{third};4;no\n");
        Assert.Equal([12345, 999, 1200], Column(read, "a"));
        Assert.Contains($"Numbers were read with {mark} between thousands: 'a'.", CsvCaseFile.Notes(read));
    }

    [Fact]
    public void Words_with_digits_and_spaces_are_no_numbers() =>
        Assert.Null(Read("a,x,y\n12 34,1,no\n1 200,2,yes\n12 34,4,no\n").Raw!.Table.Columns[0].Column.NumbersOfRows);

    [Fact]
    public void A_typeset_minus_is_a_minus_and_the_page_says_so()
    {
        Dataset read = Read("a,x,y\n\u22121.5,1,no\n2,2,yes\n\u22123,4,no\n");
        Assert.Equal([-1.5, 2, -3], Column(read, "a"));
        Assert.Contains("Numbers were read with the minus of print (−): 'a'.", CsvCaseFile.Notes(read));
    }

    [Theory]
    [InlineData("161cm", "172.5cm", "cm")]
    [InlineData("1,248 CC", "998 CC", "CC")]
    [InlineData("-3 °C", "21 °C", "°C")]
    public void A_unit_behind_every_number_is_taken_off(string first, string second, string unit)
    {
        Dataset read = Read($"a,x,y\n\"{first}\",1,no\n{second},2,yes\n{second},4,no\n");
        Assert.Equal(2, Column(read, "a").Distinct().Count());
        Assert.Equal(unit, read.Raw!.Table.Columns[0].Column.Unit);
        Assert.Contains($"Numbers were read with {unit} taken off: 'a'.", CsvCaseFile.Notes(read));
    }

    [Theory]
    [InlineData("5A", "7A")]
    [InlineData("161cm", "160kg")]
    [InlineData("161cm", "tall")]
    public void Letters_that_are_no_unit_of_all_stay(string first, string second) =>
        Assert.Null(Read($"a,x,y\n{first},1,no\n{second},2,yes\n{first},4,no\n").Raw!.Table.Columns[0].Column.NumbersOfRows);

    [Fact]
    public void Names_with_a_number_and_a_unit_are_a_header() =>
        Assert.Equal(["1h", "24h"], Read("1h,24h,y\n1,2,no\n3,4,yes\n5,7,no\n").ColumnNames);

    [Fact]
    public void Digits_that_begin_with_0_are_codes_and_not_amounts()
    {
        string rows = string.Concat(Enumerable.Range(0, 12)
            .Select(row => $"{(row % 2 == 0 ? "01067" : "80331")},{row % 5},{row % 3 == 0}\n"));
        Dataset read = Read($"zip,x,y\n{rows}");
        Assert.Equal("01067", read.Raw!.Table.Columns[0].Column.Text(0));
        Assert.Contains(CsvCaseFile.Notes(read), note => note.StartsWith("'zip' holds digits that begin with 0", StringComparison.Ordinal));
        Assert.Equal([7, 12], Column(Read("n,x,y\n007,1,no\n012,2,yes\n007,4,no\n"), "n").Distinct());
    }

    [Fact]
    public void Words_that_mean_no_value_are_told_with_their_columns()
    {
        Dataset read = Read("continent,x,y\nNA,1,no\nEU,?,yes\nNA,4,no\nAS,NA,yes\n");
        Assert.Contains("Cells with 'NA' have no value: 2 of 'continent', 1 of 'x'.", CsvCaseFile.Notes(read));
        Assert.Contains("Cells with '?' have no value: 1 of 'x'.", CsvCaseFile.Notes(read));
    }

    private static Dataset Read(string csv) => Tables.Read(csv);

    private static double[] Column(Dataset read, string name) =>
        read.Raw!.Table.Columns.Single(column => column.Column.Name == name).Column.NumbersOfRows!;
}
