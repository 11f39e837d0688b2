namespace MlMaths.Torch.Tests.Projects;

/// <summary>Small invented files in which a column gives the target away, or rows come twice: every program says so.</summary>
public sealed class LeakingCasesTests
{
    [Fact]
    public void A_total_that_is_a_sum_of_columns_is_said_before_the_score_and_quoted_nowhere()
    {
        using var run = new PortfolioRunOf("regression", "--data", Case("26"), "--target", "total", "--quick");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Contains("total = guests + members", run.Output, StringComparison.Ordinal);
        Assert.Contains("**Caution: the target is in the columns**", run.Read("report.md").Split("\n## ")[0], StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(run.Folder!, "cv.md")));
    }

    [Theory]
    [InlineData("logistic", "--positive", "oak")]
    [InlineData("leakage")]
    [InlineData("pca", "--k", "3")]
    public void A_target_under_another_name_is_said_by_every_program(string verb, params string[] more)
    {
        using var run = new PortfolioRunOf([verb, "--data", Case("27"), "--target", "kind", "--quick", .. more]);
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        // On fewer than 150 rows a code that is right on all of them is a hint, said with its formula before the scores.
        string before = run.Read("report.md").Split("\n## What was done to your columns?")[1].Split("\n## ")[0];
        Assert.Contains("kind_id", before, StringComparison.Ordinal);
        Assert.Contains("Is a column known only afterwards?", before, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_that_come_again_are_warned_of_with_what_keeps_them_together()
    {
        using var run = new PortfolioRunOf("logistic", "--data", Case("29"), "--target", "y", "--quick");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Contains("23 rows equal an earlier one", run.Output, StringComparison.Ordinal);
        string report = run.Read("report.md");
        Assert.Contains("may be a copy or another case that looks alike", report, StringComparison.Ordinal);
        Assert.Contains("--group COLUMN", report, StringComparison.Ordinal);
        int caution = report.IndexOf("Caution: 23 rows equal an earlier one", StringComparison.Ordinal);
        Assert.InRange(caution, 0, report.IndexOf("\n## ", StringComparison.Ordinal));
    }

    [Fact]
    public void What_each_step_was_worth_stands_in_the_report_with_its_interval()
    {
        using var run = new PortfolioRunOf("logistic", "--data", "bank_calls", "--quick");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Contains("## What was each step worth?", run.Read("report.md"), StringComparison.Ordinal);
        System.Text.Json.JsonElement gain = run.Measurement("steps.categories.gain");
        Assert.InRange(run.Value("steps.categories.gain"), gain.GetProperty("low").GetDouble(), gain.GetProperty("high").GetDouble());
        Assert.Equal(2, System.Text.Json.JsonDocument.Parse(run.Read("preparation.json")).RootElement.GetProperty("copies").GetProperty(
            "rows").GetInt32());
    }

    private static string Case(string name) => Directory.EnumerateFiles(
        Path.Combine(Repository.Folder, "tests", "MlMaths.Torch.Tests", "Data", "Reading", "Cases", "Columns"), $"{name}*").Single();
}
