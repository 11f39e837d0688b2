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

    private static Dataset Read(string csv) => Tables.Read(csv);

    private static double[] Column(Dataset read, string name) =>
        read.Raw!.Table.Columns.Single(column => column.Column.Name == name).Column.NumbersOfRows!;
}
