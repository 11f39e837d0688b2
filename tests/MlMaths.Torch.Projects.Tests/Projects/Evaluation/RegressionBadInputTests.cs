using System.Globalization;
using System.Text;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>What makes no sense to a regression gets exit code 2, one helpful sentence, and no run folder.</summary>
public sealed class RegressionBadInputTests
{
    [Theory]
    [InlineData("--positive=yes", "--positive")]
    [InlineData("--folds=1", "'1'")]
    [InlineData("--test=0.9", "'0.9'")]
    [InlineData("--data=diabetis", "diabetis")]
    public void An_option_that_makes_no_sense(string option, string named) => Refused(named, option);

    [Fact]
    public void A_target_that_is_no_number_is_named_with_its_line()
    {
        using CsvFile file = Rows("x,y", 40, row => $"{row},{(row == 6 ? "high" : "1.5")}");
        Refused("'mine': line 8 of the file has 'high' in the target column 'y'", "--data", file.Path, "--target", "y");
    }

    [Fact]
    public void Rows_without_a_target_are_counted_and_gaps_refused_where_that_was_asked_for()
    {
        using CsvFile target = Rows("x,y", 40, row => $"{row},{(row == 6 ? "" : $"{row % 9}.5")}"),
            cell = Rows("x,y", 40, row => $"{(row == 6 ? "" : $"{row % 7}")},{row}");
        using var run = new RegressionRunOf("--data", target.Path, "--target", "y", "--quick");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal("no target: 1", run.Results.GetProperty("data").GetProperty("rows_left_out").GetString());
        Assert.Equal((40, 39), (run.Results.GetProperty("data").GetProperty("rows_read").GetInt32(),
            run.Results.GetProperty("data").GetProperty("rows").GetInt32()));
        Refused("has 1 cell without a value", "--data", cell.Path, "--target", "y", "--missing", "refuse");
    }

    [Fact]
    public void A_target_that_never_changes()
    {
        using CsvFile file = Rows("x,y", 40, row => $"{row},3");
        Refused("there is nothing to predict", "--data", file.Path, "--target", "y");
    }

    [Fact]
    public void Columns_that_never_change()
    {
        using CsvFile file = Rows("x,y", 40, row => $"1,{row}");
        Refused("has no column besides the target 'y' to learn from", "--data", file.Path, "--target", "y");
    }

    [Fact]
    public void Targets_whose_squares_do_not_fit_a_number()
    {
        using CsvFile file = Rows("x,y", 40, row => $"{row},{row}e200");
        Refused("other units", "--data", file.Path, "--target", "y");
    }

    [Fact]
    public void Too_few_rows_and_more_columns_than_rows()
    {
        using CsvFile few = Rows("x,y", 19, row => $"{row},{row}");
        Refused("at least 20", "--data", few.Path, "--target", "y");
        string header = string.Join(',', Enumerable.Range(0, 30).Select(column => $"c{column}"));
        var random = new Random(1);
        using CsvFile wide = Rows($"{header},y", 30, row => string.Join(
            ',', Enumerable.Range(0, 31).Select(_ => random.NextDouble().ToString(CultureInfo.InvariantCulture))));
        Refused("31 weights need at least 36 training rows", "--data", wide.Path, "--target", "y");
    }

    private static void Refused(string named, params string[] arguments)
    {
        using var run = new RegressionRunOf(arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(named, run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
        Assert.Null(run.Folder);
    }

    internal static CsvFile Rows(string header, int rows, Func<int, string> line)
    {
        var text = new StringBuilder(header).Append('\n');
        for (int row = 0; row < rows; row++)
            text.Append(line(row)).Append('\n');
        return new CsvFile(text.ToString());
    }
}
