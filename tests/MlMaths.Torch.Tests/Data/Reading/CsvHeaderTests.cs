using MlMaths.Torch.Data;
using static System.FormattableString;

namespace MlMaths.Torch.Tests.Data;

/// <summary>Headers of several lines, and headers that hold numbers.</summary>
public sealed class CsvHeaderTests
{
    // As pandas writes a table whose columns have levels.
    private static readonly string Networks = "network,1,1,2,2\nnode,1,1,1,2\nhemi,lh,rh,lh,rh\n,,,,\n" + Rows(5);

    private static string Rows(int cells) => string.Concat(Enumerable.Range(0, 40).Select(row => string.Join(',',
        Enumerable.Range(0, cells).Select(cell => cell == 0 ? $"{row}" : Invariant($"{row * (7 + cell) % 41 + 0.5}"))) + "\n"));

    [Fact]
    public void Four_header_lines_bring_an_option_that_reads_them()
    {
        string told = Told(Networks, new());
        Assert.Contains("the first 4 lines look like names of columns", told, StringComparison.Ordinal);
        Assert.EndsWith("--header-lines 4", told, StringComparison.Ordinal);
        Dataset read = Read(Networks, new() { HeaderLines = 4 }, "2 1 lh");
        Assert.Equal(
            ["network node hemi", "1 lh", "1 rh", "2 1 lh", "2 rh"], read.Raw!.Table.Columns.Select(plan => plan.Column.Name));
        Assert.Equal((40, 5), (read.Rows, read.Raw.Table.LineOf(0)));
    }

    [Theory]
    [InlineData("Sales report Q1,,,,\nCreated by:,Controlling,,,\n,,,,\n", 3)]
    [InlineData("Sales report Q1,,,,\n", 1)]
    public void Title_lines_that_a_spreadsheet_fills_up_are_skipped_and_not_joined_to_the_names(string titles, int lines)
    {
        string told = Told(titles + "Region,Units,Price,Sum,Met\n" + Rows(5), new());
        Assert.EndsWith($"--skip-lines {lines}", told, StringComparison.Ordinal);
        Assert.DoesNotContain("--header-lines", told, StringComparison.Ordinal);
    }

    [Fact]
    public void Joined_names_that_are_not_distinct_are_told()
    {
        string told = Told("a,a,b\nx,x,y\nm,m,n\n" + Rows(3), new() { HeaderLines = 3 });
        Assert.Contains("has the column 'a x m' 2 times", told, StringComparison.Ordinal);
        Assert.Contains("--skip-lines 3 --names", told, StringComparison.Ordinal);
    }

    [Fact]
    public void A_word_below_every_name_of_a_survey_belongs_to_the_header()
    {
        string rows = string.Concat(Enumerable.Range(0, 30).Select(row =>
            $"{1000 + row},{(row % 2 == 0 ? "Yes" : "No")},{(row % 3 == 0 ? "Yes" : "No")},{(row % 5 == 0 ? "Rare" : "Well done")}\n"));
        string survey = "RespondentID,Do you smoke?,Do you drink?,Your steak\n,Response,Response,Response\n" + rows;
        Assert.EndsWith("--header-lines 2", Told(survey, new()), StringComparison.Ordinal);
        Dataset read = Read(survey, new() { HeaderLines = 2 }, "Your steak Response");
        Assert.Equal((30, ColumnKind.Binary), (read.Rows, read.Raw!.Table.Columns[1].Kind));
        // An answer that comes again is one.
        Assert.Equal(31, Read("RespondentID,Do you smoke?,Do you drink?,Your steak\n999,No,No,No\n" + rows, new(), "Your steak").Rows);
    }

    [Fact]
    public void Years_that_rise_beside_a_word_are_names()
    {
        string rows = string.Concat(Enumerable.Range(0, 30).Select(row => $"land {row},{row * 7 % 30}.5,{row * 11 % 30},{row % 2}\n"));
        Assert.Equal(30, Read($"country,2000,2001,2002\n{rows}", new(), "2002").Rows);
        // One number alone may be a row's.
        string districts = string.Concat(Enumerable.Range(0, 30).Select(row => $"A-{row},{row * 7 % 30}.5\n"));
        string told = Told($"district,2021\n{districts}", new());
        Assert.Contains("--no-header", told, StringComparison.Ordinal);
        Assert.Contains("If these are its names, --skip-lines 1 --names district,2021 keeps them", told, StringComparison.Ordinal);
        // Years above years are a row.
        string years = string.Concat(Enumerable.Range(0, 30).Select(row => $"a{row},{1950 + row},{1951 + row}\n"));
        Assert.Contains("looks like data", Told($"a,2000,2001\n{years}", new()), StringComparison.Ordinal);
    }

    private static Dataset Read(string csv, TableOptions options, string target) =>
        Tables.Read(System.Text.Encoding.UTF8.GetBytes(csv), new ColumnRoles(target), options);

    private static string Told(string csv, TableOptions options) =>
        Tables.Refusal(csv, new ColumnRoles { TargetMayLack = true, IsOverview = true }, options);
}
