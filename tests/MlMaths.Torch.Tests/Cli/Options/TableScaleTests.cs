using MlMaths.Torch.Cli;
using MlMaths.Torch.Data;

namespace MlMaths.Torch.Tests.Cli;

public sealed class TableScaleTests
{
    private static readonly TableScale Scale = new(MaxRows: 200_000, MeasuredRows: 1_000_000, Seconds: 100, Gigabytes: 1.46);

    [Fact]
    public void A_small_table_is_not_worth_a_word() => Assert.Null(Scale.Expect(Table(rows: 99_999, columns: 10)));

    [Theory]
    [InlineData(100_000, 10, "100,000 rows of 10 columns: expect about 10 s of processor time, and 0.4 GB of memory.")]
    [InlineData(100_000, 20, "100,000 rows of 20 columns: expect about 20 s of processor time, and 0.5 GB of memory.")]
    [InlineData(
        300_000, 40,
        "300,000 rows of 40 columns, and more rows than the 200,000 that this command is designed for: "
        + "expect about 2 minutes of processor time, and 1.7 GB of memory.")]
    public void What_a_large_table_takes_grows_with_rows_and_columns(int rows, int columns, string said) =>
        Assert.Equal(said, Scale.Expect(Table(rows, columns)));

    [Fact]
    public void The_help_says_what_was_measured() => Assert.Equal(
        "Designed for up to 200,000 rows. 1,000,000 rows of 10 columns took 2 minutes of processor time and 1.5 GB of "
        + "memory; both grow with rows and columns.",
        Scale.Sentence);

    [Fact]
    public void Reading_a_large_file_is_told_from_the_start()
    {
        using CommandTrial trial = new();
        string csv = trial.Csv("a,b,c,d,e,f,g,h,i,j,t\n2,2,2,2,2,2,2,2,2,2,no\n" + string.Concat(Enumerable.Repeat(
            "0.1,1000000000,0.1,0.1,1000000000,0.1,0.1,0.1,0.10000000000,0.1000000000000,yes\n", 119_999)));
        Assert.Equal(0, trial.Run("--data", csv, "--target", "t", "--positive", "yes"));
        string[] lines = trial.Console.Output.Split('\n');
        Assert.Equal("Reading rows …", lines[0]);
        Assert.Contains("120,000 rows of 10 columns: expect about 12 s of processor time, and 0.4 GB of memory.", lines);
    }

    private static Dataset Table(int rows, int columns) => new(
        "large", [.. Enumerable.Range(0, columns).Select(column => $"x{column}")], new double[rows * columns], "y",
        new string[rows], new("here", "none", "none"));
}
