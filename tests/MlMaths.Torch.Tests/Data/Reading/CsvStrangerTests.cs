using MlMaths.Torch.Data;

namespace MlMaths.Torch.Tests.Data;

/// <summary>What a stranger stumbled over: headers, title lines, dates and times, several faults at once.</summary>
public sealed class CsvStrangerTests
{
    [Fact]
    public void A_table_of_markdown_has_no_row_of_dashes()
    {
        Dataset read = Tables.Read("| size | kind | y |\n|------|:----:|--:|\n| 1.5 | a | 0 |\n| 2.5 | b | 1 |\n| 3.5 | a | 0 |\n");
        Assert.Equal(3, read.Rows);
        Assert.Equal(3, read.Raw!.Table.LineOf(0));
        Assert.Contains(read.Raw.Table.Notes, note => note.Sentence.Contains("line of dashes", StringComparison.Ordinal));
    }

    [Fact]
    public void A_header_that_begins_with_a_hash_is_a_header()
    {
        Dataset read = Tables.Read("#id,size,y\n1,5,0\n2,7,1\n3,6,0\n");
        Assert.Equal(["id", "size", "y"], read.Raw!.Table.Columns.Select(plan => plan.Column.Name));
        Assert.Equal("#", Tables.Read("#,size,y\n1,5,0\n2,7,1\n3,6,0\n").Raw!.Table.Columns[0].Column.Name);
        // A comment with as many commas above names is still a comment.
        Assert.Equal("a", Tables.Read("# made by me, today, here\na,b,y\n1,5,0\n2,7,1\n").Raw!.Table.Columns[0].Column.Name);
    }

    [Fact]
    public void Title_lines_above_the_header_bring_the_option_that_skips_them()
    {
        string told = Told("Sales report\n\nof last year\na,b,y\n1,5,0\n2,7,1\n3,6,0\n");
        Assert.Contains("with --skip-lines 3 the table begins there", told, StringComparison.Ordinal);
        Assert.EndsWith("--skip-lines 3", told, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_that_come_twice_bring_names_that_do_not()
    {
        string told = Told("size,size,y\n1,5,0\n2,7,1\n3,6,0\n");
        Assert.Contains("has the column 'size' 2 times", told, StringComparison.Ordinal);
        Assert.EndsWith("--skip-lines 1 --names size,size_2,y", told, StringComparison.Ordinal);
    }

    [Fact]
    public void A_short_row_hides_no_other_fault()
    {
        string rows = string.Concat(Enumerable.Range(0, 20).Select(row => $"{row * 3 % 20},{row},{row % 2}\n"));
        string told = Told($"a,b,y\n{rows}1,2\nx,3,1\n");
        Assert.Contains("line 22 has 2 cells, and the header has 3", told, StringComparison.Ordinal);
        Assert.Contains("column 'a' is 'x'", told, StringComparison.Ordinal);
        Assert.Contains("Once the file is corrected where no option helps, ready to copy", told, StringComparison.Ordinal);
    }

    [Fact]
    public void Times_and_mixed_dates_are_no_names_of_rows()
    {
        string csv = "at,on,y\n" + string.Concat(Enumerable.Range(0, 24).Select(row =>
            $"{row:00}:{row * 2:00},{(row % 2 == 0 ? $"2026-01-{row + 1:00}" : $"{row + 1}.01.2026")},{row % 2}\n"));
        Dataset read = Tables.Read(System.Text.Encoding.UTF8.GetBytes(csv), new ColumnRoles("y") { IsOverview = true }, new());
        Assert.Equal((ColumnKind.Text, ColumnKind.Text), (read.Raw!.Table.Columns[0].Kind, read.Raw.Table.Columns[1].Kind));
        Assert.StartsWith("times of the day", read.Raw.Table.Columns[0].Reason, StringComparison.Ordinal);
        Assert.StartsWith("dates in more than one notation", read.Raw.Table.Columns[1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Dates_written_as_one_number_are_dates()
    {
        string csv = "day,size,y\n" + string.Concat(Enumerable.Range(1, 28).Select(day => $"202602{day:00},{day * 5 % 28},{day % 2}\n"));
        Dataset read = Tables.Read(csv);
        Assert.Equal((ColumnKind.Date, ColumnAction.Dropped), (read.Raw!.Table.Columns[0].Kind, read.Raw.Table.Columns[0].Action));
        Assert.Equal(ColumnKind.Number, Tables.Read(csv.Replace("20260228", "20260230",
            StringComparison.Ordinal)).Raw!.Table.Columns[0].Kind);
    }

    [Fact]
    public void A_target_of_numbers_or_dates_is_called_so()
    {
        Dataset numbers = Tables.Read("size,y\n" + string.Concat(Enumerable.Range(0, 90)
            .Select(row => $"{row * 7 % 90},{row * 11 % 97}.5\n")));
        Assert.Equal(ColumnKind.Number, numbers.Raw!.Table.Columns[1].Kind);
        Dataset dates = Tables.Read("size,y\n" + string.Concat(Enumerable.Range(1, 28)
            .Select(day => $"{day * 7 % 28},2026-02-{day:00}\n")));
        Assert.Equal(ColumnKind.Date, dates.Raw!.Table.Columns[1].Kind);
    }

    [Theory]
    [InlineData("Jan 1 2000", "Feb 13 2001", 409)]
    [InlineData("January 1, 2000", "February 13, 2001", 409)]
    [InlineData("1-Jan-00", "13-Feb-01", 409)]
    [InlineData("Jan-75", "Apr-77", 821)]
    [InlineData("2000-01", "2001-05", 486)]
    public void Dates_with_the_month_as_a_word_are_dates(string first, string second, double days)
    {
        Dataset read = Tables.Read("day,size,y\n" + string.Concat(Enumerable.Range(0, 30)
            .Select(row => $"\"{(row % 2 == 0 ? first : second)}\",{row * 7 % 30},{row % 3}\n")));
        ColumnPlan plan = read.Raw!.Table.Columns[0];
        Assert.Equal(ColumnKind.Date, plan.Kind);
        Assert.Equal(days, plan.Days![1] - plan.Days[0], 1e-9);
    }

    [Fact]
    public void Seasons_of_two_years_are_no_months()
    {
        string rows = string.Concat(Enumerable.Range(0, 40).Select(row => $"200{row % 4 + 5}-{row % 4 + 6:00},{row * 7 % 40},{row % 2}\n"));
        Assert.Equal(ColumnKind.Category, Tables.Read($"season,size,y\n{rows}").Raw!.Table.Columns[0].Kind);
    }

    [Fact]
    public void A_date_that_every_row_has_is_constant_and_orders_nothing()
    {
        Dataset read = Tables.Read("model_date,size,y\n" + string.Concat(Enumerable.Range(0, 30)
            .Select(row => $"2024-01-16,{row * 7 % 30},{row % 2}\n")));
        Assert.Equal(ColumnKind.Constant, read.Raw!.Table.Columns[0].Kind);
    }

    [Fact]
    public void A_percent_sign_is_taken_off_a_target_of_many_numbers_and_left_on_classes()
    {
        string rows = string.Concat(Enumerable.Range(0, 60).Select(row => $"{row * 7 % 60},{row * 11 % 61}.5%\n"));
        Assert.Equal(11.5, Tables.Read($"size,y\n{rows}").TargetNumbers![1]);
        string hours = string.Concat(Enumerable.Range(0, 60).Select(row => $"{row * 7 % 60},{24 * (1 + row % 2)}h\n"));
        Assert.Equal("24h", Tables.Read($"size,y\n{hours}").Labels[0]);
    }

    [Fact]
    public void A_value_of_the_target_may_be_declared_missing()
    {
        string rows = string.Concat(Enumerable.Range(0, 40).Select(row => $"{row * 7 % 40},{row * 11 % 41}.5\n"));
        Dataset read = Tables.Read(
            System.Text.Encoding.UTF8.GetBytes($"size,y\n{rows}3,70.6\\\n"), new ColumnRoles("y"),
            new() { MissingValues = [("y", "70.6\\")] });
        Assert.Equal(40, read.Rows);
        Assert.Equal(Enumerable.Range(0, 40).Select(row => row * 11 % 41 + 0.5), read.TargetNumbers);
    }

    [Fact]
    public void A_number_that_stands_for_somebody_is_no_feature_though_it_comes_again()
    {
        string csv = "rating_id,grade_id,size,y\n" + string.Concat(Enumerable.Range(0, 400).Select(row =>
            $"{row * 37 % 97},{row % 7},{row * 7 % 60},{row % 2}\n"));
        IReadOnlyList<ColumnPlan> columns = Tables.Read(csv).Raw!.Table.Columns;
        Assert.Equal((ColumnKind.Identifier, ColumnKind.Number), (columns[0].Kind, columns[1].Kind));
    }

    private static string Told(string csv) =>
        Tables.Refusal(csv, new ColumnRoles("y"), new());
}
