namespace MlMaths.Torch.Tests.Projects;

/// <summary>A command that <c>inspect</c> offers hands no model the columns that give its target away.</summary>
public sealed class InspectLeaksTests : StrangersFile
{
    [Theory]
    [InlineData("sum")]
    [InlineData("line")]
    [InlineData("copy")]
    public void Regression_is_offered_without_the_columns_from_which_the_target_follows(string kind)
    {
        string file = Written("rides.csv", ["day,casual,\"on, contract\",temp,cnt", .. Enumerable.Range(0, 120).Select(row =>
        {
            int casual = row * 13 % 47, contract = row * 29 % 61;
            string target = kind switch
            {
                "sum" => $"{casual + contract}",
                "line" => $"{3 * casual - 2 * contract + 5}",
                _ => $"{contract}",
            };
            return $"d{row},{casual},{contract},{row * 7 % 31},{target}";
        })]);
        using var run = new PortfolioRunOf("inspect", file);
        string command = Commands(run)[0];
        Assert.Matches(
            kind == "copy" ? "--leave-out '\"on, contract\"'" : "--leave-out '(casual,\"on, contract\"|\"on, contract\",casual)'", command);
        Assert.Contains("is left out of the commands that train", run.Output, StringComparison.Ordinal);
        Assert.Contains("A model that is trained leaves out", run.Read("report.md"), StringComparison.Ordinal);
        using var regression = new PortfolioRunOf([.. Words(command), "--quick"]);
        Assert.Equal((0, ""), (regression.ExitCode, regression.Errors));
        Assert.InRange(regression.Value("regression.r2"), double.NegativeInfinity, 0.9);
        Assert.DoesNotContain("Caution", regression.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Classes_are_offered_without_it_too_and_leakage_is_asked_of_all_columns()
    {
        string file = Written("leak.csv", ["size,code,kind", .. Enumerable.Range(0, 200)
            .Select(row => $"{row * 7 % 40},{(row % 8 == 0 ? "red" : row % 8 == 4 ? "" : "blue")},{(row % 4 == 0 ? "yes" : "no")}")]);
        using var run = new PortfolioRunOf("inspect", file, "--target", "kind");
        Dictionary<string, string> commands = Commands(run).ToDictionary(command => command.Split(' ')[1]);
        Assert.Contains("kind = 'yes' exactly where code is missing or 'red'", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("--leave-out code", commands["logistic"], StringComparison.Ordinal);
        Assert.DoesNotContain("--leave-out", commands["leakage"], StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_else_is_left_all_columns_stay()
    {
        string file = Written("degrees.csv", ["celsius,fahrenheit", .. Enumerable.Range(0, 60)
            .Select(row => FormattableString.Invariant($"{row * 7 % 60},{32 + 18 * (row * 7 % 60) / 10.0:0.0}"))]);
        using var run = new PortfolioRunOf("inspect", file);
        Assert.DoesNotContain("--leave-out", Commands(run)[0], StringComparison.Ordinal);
        using var regression = new PortfolioRunOf([.. Words(Commands(run)[0]), "--quick"]);
        Assert.Contains("Caution: the target is in the columns", regression.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_regression_of_too_few_rows_is_told_and_not_offered()
    {
        int[] columns = [.. Enumerable.Range(0, 16)];
        string file = Written("cup.csv", [string.Join(',', columns.Select(column => $"c{column}")), .. Enumerable.Range(0, 24)
            .Select(row => string.Join(',', columns.Select(column => $"{(row * (5 + 2 * column) + column * column) % 29}.5")))]);
        using var run = new PortfolioRunOf("inspect", file);
        Assert.Contains("too few for a regression that is tested", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Commands(run), command => command.Split(' ')[1] == "regression");
    }

    [Fact]
    public void A_date_alone_is_offered_as_its_parts_and_nothing_at_all_is_said()
    {
        string file = Written("prices.csv", ["date,price", .. Enumerable.Range(0, 90)
            .Select(row => $"{new DateOnly(2026, 1, 1).AddDays(row):yyyy-MM-dd},{row * 37 % 91}.25")]);
        using var run = new PortfolioRunOf("inspect", file);
        Assert.EndsWith("--date-parts", Commands(run)[0], StringComparison.Ordinal);
        Works(Commands(run), "regression");

        string names = Written("names.csv", ["name,city", .. Enumerable.Range(0, 40).Select(row => $"n{row},c{row * 7 % 40}")]);
        using var bare = new PortfolioRunOf("inspect", names);
        Assert.Contains("No program fits the file as it stands", bare.Output, StringComparison.Ordinal);
    }
}
