namespace MlMaths.Torch.Tests.Projects;

/// <summary>What makes no sense to project 3 gets exit code 2, one helpful sentence, and no run folder.</summary>
public sealed class DecisionBadInputTests
{
    [Theory]
    [InlineData("'-1'", "--cost-miss=-1")]
    [InlineData("'-4'", "--cost-false-alarm=-4")]
    [InlineData("'nan'", "--cost-review=nan")]
    [InlineData("both", "--cost-miss=0", "--cost-false-alarm=0")]
    [InlineData("review", "--cost-miss=5", "--cost-review=5")]
    [InlineData("'0'", "--capacity=0")]
    [InlineData("'2'", "--deployed-rate=2")]
    [InlineData("'0'", "--deployed-rate=0")]
    [InlineData("--time", "--time=week")]
    [InlineData("later rows", "--deployed-rate=0.1")]
    [InlineData("wein", "--data=wein")]
    [InlineData("amont", "--amount=amont")]
    public void An_option_that_makes_no_sense(string named, params string[] options) => Refused(named, options);

    [Fact]
    public void A_class_of_too_few_rows()
    {
        using var file = new CsvFile(
            "x,y\n" + string.Concat(Enumerable.Range(0, 100).Select(row => $"{row},{(row < 12 ? "yes" : "no")}\n")));
        Refused("'yes'", "--data", file.Path, "--target", "y");
    }

    [Fact]
    public void An_amount_below_nothing()
    {
        using var file = new CsvFile("x,value,y\n" + string.Concat(
            Enumerable.Range(0, 300).Select(row => $"{row % 17},{2 * row - 3},{(row % 3 == 0 ? "yes" : "no")}\n")));
        Refused("less than nothing", "--data", file.Path, "--target", "y", "--amount", "value");
    }

    [Fact]
    public void A_time_that_is_misspelt_gets_the_nearest_name()
    {
        using CsvFile file = CsvFile.TwoClasses();
        Refused("did you mean", "--data", file.Path, "--target", "kind", "--time", "heigth");
    }

    private static void Refused(string named, params string[] arguments)
    {
        using var run = new DecisionRunOf([.. arguments, "--quick"]);
        Assert.Equal(2, run.ExitCode);
        Assert.Null(run.Folder);
        Assert.Contains(named, run.Errors, StringComparison.Ordinal);
        Assert.Single(run.Errors.Split('\n'), line => !line.StartsWith("Ready to copy: ", StringComparison.Ordinal));
    }
}
