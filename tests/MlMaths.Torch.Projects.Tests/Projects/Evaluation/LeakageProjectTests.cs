using System.Globalization;
using System.Text;
using System.Text.Json;
using MlMaths.Torch.Data;
using MlMaths.Torch.Evaluation;
using MlMaths.Torch.EvaluationPack.Leakage;

namespace MlMaths.Torch.Tests.Projects;

public sealed class LeakageProjectTests
{
    private const string Script = "<script>alert(1)</script>", Formula = "=HYPERLINK(\"http://evil\")";

    [Fact]
    public void A_file_full_of_leaks_is_told_so_on_the_console_on_the_page_and_in_the_files()
    {
        using CsvFile file = Leaking();
        using var run = new LeakageRunOf("--quick", "--data", file.Path, "--target", "outcome", "--positive", Formula);

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Contains(
            "2 of 8 checks found a leak, 1 something worth checking. 2 of 10 checks could not be made.", run.Output,
            StringComparison.Ordinal);
        Assert.Contains("equal rows on both sides: found:", run.Output, StringComparison.Ordinal);
        Assert.Contains($"a column that is too good: hint: 1 column ('{Script}')", run.Output, StringComparison.Ordinal);
        Assert.Equal(2, run.Value("leakage.checks.found"));
        string page = run.Read("report.html");
        Assert.DoesNotContain("<script>alert", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("nearly line", page, StringComparison.Ordinal);
        JsonElement statistics = JsonDocument.Parse(run.Read("statistics.json")).RootElement.GetProperty("leakage");
        Assert.Equal("found", statistics.GetProperty("checks")[0].GetProperty("status").GetString());
        Assert.Equal(4, statistics.GetProperty("flattery").GetArrayLength());
        Assert.Equal(Script, statistics.GetProperty("checks")[6].GetProperty("columns")[0].GetString());
        LeaksFlatter(run);
    }

    private static void LeaksFlatter(RunOf run)
    {
        foreach (string id in (string[])["selection", "copies", "near_copies", "group", "disguise"])
            Assert.True(run.Measurement($"leakage.{id}.difference").GetProperty("low").GetDouble() > 0.05, id);
        Assert.True(run.Value("leakage.selection.inflated") > 0.9);
        Assert.InRange(run.Value("leakage.selection.honest"), 0.3, 0.7);
        Assert.InRange(run.Value("leakage.scaler.difference"), -0.01, 0.01);
    }

    [Fact]
    public void Groups_that_stay_together_pass_and_chance_would_cut_them_all()
    {
        using CsvFile file = Grouped();
        var target = BinaryTarget.From(CsvDataset.Read(file.Path, new ColumnRoles("outcome") { Group = "patient" }));
        var checks = LeakageChecks.Of(
            target, GroupedSplit.Stratified(target, seed: 7), [GroupedFolds.Stratified(target, 5, seed: 7)], seed: 7);
        var findings = new LeakageFindings(checks, ChanceFolds.Of(target, seed: 7), [], []);
        Assert.Equal(["None of 8 checks found a leak. 2 of 10 checks could not be made."], LeakageLines.Of(findings));
        Assert.InRange(findings.ByChance!.CutRows!.Value, 110, 120);
        Assert.Null(findings.ByChance.FutureRows);
    }

    [Theory]
    [InlineData("needs at least 5 of each class", "--target=y")]
    [InlineData("'b'", "--target=y", "--group=c")]
    public void What_makes_no_sense_is_refused_in_one_sentence(string said, params string[] options)
    {
        using var file = new CsvFile("a,b,y\n1,2,p\n2,3,p\n3,1,n\n5,2,n\n");
        using var run = new LeakageRunOf(["--data", file.Path, .. options]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(said, run.Errors, StringComparison.Ordinal);
        Assert.Null(run.Folder);
    }

    [Fact]
    public void An_honest_evaluation_tells_the_truth_where_the_leak_does_not()
    {
        LeakScores[] worlds = [.. Enumerable.Range(0, 12).Select(world => new GroupLeak().In(1000 + 31 * world))];
        Assert.InRange(worlds.Average(one => one.Honest - one.Truth), -0.06, 0.06);
        Assert.True(worlds.Average(one => one.Inflated - one.Truth) > 0.3);
    }

    // Two columns that say a little, the target under another name, four rows twice and four nearly twice.
    private static CsvFile Leaking()
    {
        var random = new Random(1);
        string[] lines = [.. Enumerable.Range(0, 80).Select(row => string.Create(
            CultureInfo.InvariantCulture,
            $"{random.NextDouble() + 0.5 * (row % 2):0.00000},{random.NextDouble():0.00000},"
            + $"{row % 2 + 0.01 * random.Next(9):0.00},"
            + $"5,\"{(row % 2 == 0 ? "no" : Formula.Replace("\"", "\"\"", StringComparison.Ordinal))}\""))];
        string[] near = [.. lines[10..14].Select(line => line.Insert(7, "1"))];
        StringBuilder text = new($"a,b,{Script},five,outcome\n");
        foreach (string line in (string[])[.. lines, .. lines[..4], .. near])
            text.Append(line).Append('\n');
        return new CsvFile(text.ToString());
    }

    private static CsvFile Grouped()
    {
        var random = new Random(2);
        StringBuilder text = new("x,z,patient,outcome\n");
        for (int row = 0; row < 120; row++)
        {
            text.Append(CultureInfo.InvariantCulture,
                $"{random.NextDouble():0.00000},{random.NextDouble():0.00000},p{row / 4},"
                + $"{(row / 4 % 2 == 0 ? "ill" : "well")}\n");
        }
        return new CsvFile(text.ToString());
    }
}
