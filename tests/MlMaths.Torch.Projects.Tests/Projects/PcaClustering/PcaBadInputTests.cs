using System.Text;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>What makes no sense to project 2 gets exit code 2, one helpful sentence, and no run folder.</summary>
public sealed class PcaBadInputTests
{
    [Theory]
    [InlineData("--positive=yes", "--positive")]
    [InlineData("--batch=day", "--data FILE.csv")]
    [InlineData("--k=1", "'1'")]
    [InlineData("--k=three", "'three'")]
    [InlineData("--k=21", "'21'")]
    [InlineData("--scaling=log", "'log'")]
    [InlineData("--data=wein", "wein")]
    public void An_option_that_makes_no_sense(string option, string named) => Refused(named, option);

    [Theory]
    [InlineData(10, "at least 20")]
    [InlineData(19, "at least 20")]
    public void Too_few_rows(int rows, string named)
    {
        using CsvFile file = Rows("x,y", rows, row => $"{row},{row % 3}");
        Refused(named, "--data", file.Path);
    }

    [Fact]
    public void One_column()
    {
        using CsvFile file = Rows("x", 40, row => $"{3 * row}");
        Refused("two are needed", "--data", file.Path);
    }

    [Fact]
    public void Columns_that_never_change()
    {
        using CsvFile file = Rows("x,y,z", 40, row => $"{3 * row},1,2");
        Refused("1 column of numbers that vary", "--data", file.Path);
    }

    [Fact]
    public void Rows_that_are_all_but_alike()
    {
        using CsvFile file = Rows("x,y", 40, row => $"{row % 2},{row % 2}");
        Refused("different", "--data", file.Path);
    }

    [Fact]
    public void A_batch_that_is_misspelt_gets_the_nearest_name()
    {
        using CsvFile file = Rows("x,y,day", 40, row => $"{3 * row},{row * row},{row % 2}");
        Refused("did you mean 'day'", "--data", file.Path, "--batch", "dya");
    }

    [Fact]
    public void One_column_in_two_roles()
    {
        using CsvFile file = Rows("x,y,day", 40, row => $"{3 * row},{row * row},{row % 2}");
        Refused("one role", "--data", file.Path, "--batch", "day", "--target", "day");
    }

    [Fact]
    public void One_batch_only()
    {
        using CsvFile file = Rows("x,y,day", 40, row => $"{3 * row},{row * row},monday");
        Refused("at least two batches", "--data", file.Path, "--batch", "day");
    }

    [Fact]
    public void Words_among_the_numbers()
    {
        using CsvFile file = Rows("x,y,name", 40, row => $"{3 * row},{row * row},{(row == 7 ? "anna" : $"{row % 19}.5")}");
        Refused("'anna'", "--data", file.Path);
    }

    [Fact]
    public void Words_that_are_left_out_do_no_harm()
    {
        using CsvFile file = Rows("x,y,name,id", 40, row => $"{3 * row},{row * row},anna,a-{row}");
        using var run = new PcaRunOf("--quick", "--data", file.Path, "--leave-out", "name, id");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal(2, run.Results.GetProperty("data").GetProperty("columns").GetInt32());
    }

    private static CsvFile Rows(string names, int rows, Func<int, string> cells)
    {
        StringBuilder text = new($"{names}\n");
        for (int row = 0; row < rows; row++)
            text.Append(cells(row)).Append('\n');
        return new CsvFile(text.ToString());
    }

    private static void Refused(string named, params string[] arguments)
    {
        using var run = new PcaRunOf([.. arguments, "--quick"]);
        Assert.Equal(2, run.ExitCode);
        Assert.Null(run.Folder);
        Assert.Contains(named, run.Errors, StringComparison.Ordinal);
        Assert.Single(run.Errors.Split('\n'), line => !line.StartsWith("Ready to copy: ", StringComparison.Ordinal));
    }
}
