using MlMaths.Torch.Portfolio.History;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>What was tried, in which order, and what it did; in sentences that follow from rules.</summary>
public sealed class HistoryToolTests : IDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("mlmaths-");

    private string Home => _home.FullName;

    public void Dispose() => _home.Delete(recursive: true);

    [Fact]
    public void A_gain_is_paired_on_the_rows_that_both_judged_and_a_wrong_turn_stays_in()
    {
        TriedRun runs = new(Home);
        string first = runs.Write(Rows(noise: 1.0));
        runs.Write(Rows(noise: 0.1), new() { ["penalty"] = "0.1" });
        runs.Write(Rows(noise: 3.0), new() { ["penalty"] = "100", ["out"] = "elsewhere" });
        runs.Write(Rows(noise: 0.1), new() { ["penalty"] = "0.1" });
        (string page, string said) = Told();
        HistoryStep[] steps = [.. RunHistory.Below(Home).Steps];
        Assert.Equal([Turn.First, Turn.Better, Turn.Worse, Turn.Better], steps.Select(step => step.Turn));
        Assert.Equal($"Since {first}: --penalty from its default to 0.1.", steps[1].Changed);
        Assert.StartsWith("ROC AUC became better: a gain of 0.", steps[1].Did, StringComparison.Ordinal);
        Assert.EndsWith("paired over 200 test rows. The next run took it back.", steps[2].Did, StringComparison.Ordinal);
        Assert.Equal(Area(0.1) - Area(1.0), steps[1].Effect!.Gain!.Value!.Value, 1e-12);
        Assert.Equal(Area(3.0) - Area(0.1), steps[2].Effect!.Gain!.Value!.Value, 1e-12);
        Assert.DoesNotContain("--out", said, StringComparison.Ordinal);
        Assert.Contains(
            "4 runs of 1 command, on 2026-01-02. Compared with a run before: 2 better, 1 worse.", said, StringComparison.Ordinal);
        Assert.Contains("a wrong turn", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("runs/logistic")]
    [InlineData("logistic")]
    [InlineData("portfolio/runs/logistic")]
    public void Runs_by_command_are_found_where_portfolio_wrote_them(string below)
    {
        new TriedRun(Path.Combine(Home, below)).Write(Rows(1));
        Assert.Single(RunHistory.Below(Home).Steps);
    }

    [Fact]
    public void A_run_is_found_once_wherever_one_looks_from()
    {
        new TriedRun(Path.Combine(Home, "runs")).Write(Rows(1));
        Assert.Single(FinishedRuns.Below(Home).Runs);
        Assert.Single(FinishedRuns.Below(Path.Combine(Home, "runs")).Runs);
        Assert.False(RunFolders.IsNamedByTime(Home + Path.DirectorySeparatorChar));
    }

    [Fact]
    public void A_spec_that_says_a_field_twice_is_read()
    {
        string name = new TriedRun(Home, "train").Write(Rows(1));
        File.WriteAllText(Path.Combine(Home, name, "spec.json"), """{"rule": {"name": "adam", "name": "sgd"}, "rule.name": "x"}""");
        Assert.Equal("adam", Assert.Single(Assert.Single(RunHistory.Below(Home).Steps).Run.Spec).Value);
    }

    [Fact]
    public void Two_runs_that_did_not_judge_the_same_rows_are_not_compared_and_it_is_said_why()
    {
        TriedRun runs = new(Home);
        runs.Write(Rows(1));
        runs.Write(Rows(1, from: 500), seed: 8);
        runs.Write(Rows(1, from: 521), seed: 9);
        runs.Write(Rows(1, from: 541), seed: 10);
        runs.Write(Rows(1), data: "bb");
        runs.Write(Rows(1).Where(row => row.Target == "yes"));
        runs.Write(null);
        runs.Write(Rows(1), status: "cancelled");
        string[] did = [.. RunHistory.Below(Home).Steps.Select(step => step.Did)];
        Assert.Equal(
        [
            "", "Not comparable with it: no row was a test row in both.",
            "The rows leave open what that did to ROC AUC: a", "Not comparable with it: the targets are not the same.",
            "Not comparable with it: the rows are not the same.",
            "Not comparable with it: the rows that both judged are of one class.",
            "Not comparable with it: logistic scores no rows one by one.", "It did not end well (cancelled), and has no numbers.",
        ], did.Select((said, i) => i == 2 ? said[..47] : said));
    }

    [Fact]
    public void The_run_before_is_one_that_was_split_alike_where_there_is_one()
    {
        TriedRun runs = new(Home);
        string first = runs.Write(Rows(1));
        runs.Write(Rows(1, from: 500), seed: 8);
        runs.Write(Rows(1));
        HistoryStep last = RunHistory.Below(Home).Steps[^1];
        Assert.Equal($"Nothing changed since {first}: the same options, seed, rows and versions.", last.Changed);
        Assert.Equal("The 200 test rows that both judged were scored exactly as before.", last.Did);
    }

    [Fact]
    public void Numbers_are_compared_by_their_errors()
    {
        TriedRun runs = new(Home, "regression");
        runs.Write(Enumerable.Range(0, 60).Select(i => (i, $"{i}", i + 4 * Math.Sin(i))));
        runs.Write(Enumerable.Range(0, 60).Select(i => (i, $"{i}", i + 1 * Math.Sin(i))), new() { ["absolute"] = "true" });
        HistoryStep step = RunHistory.Below(Home).Steps[1];
        Assert.Equal(Turn.Better, step.Turn);
        double root = Math.Sqrt(Enumerable.Range(0, 60).Average(i => Math.Sin(i) * Math.Sin(i)));
        Assert.Equal(3 * root, step.Effect!.Gain!.Value!.Value, 1e-9);
        Assert.StartsWith("RMSE became better: a gain of 2.1", step.Did, StringComparison.Ordinal);
    }

    [Fact]
    public void Runs_of_several_classes_are_compared_by_what_they_called()
    {
        string[] classes = ["a", "b, c", "\"d\""];
        TriedRun runs = new(Home, "net");
        foreach ((int wrong, int off) in new[] { (3, 0), (10, 1) })
        {
            string name = runs.Write(Enumerable.Range(0, 90).Select(i => (i, classes[i % 3], 0.5 + 0.001 * off * i)), new()
            {
                ["rate"] = $"{off}",
            });
            runs.Call(name, Enumerable.Range(0, 90).Select(i => (i, classes[i % 3], classes[(i + (i % wrong == 0 ? 1 : 0)) % 3])));
        }

        HistoryStep step = RunHistory.Below(Home).Steps[1];
        Assert.Equal("accuracy", step.Effect!.Measure);
        Assert.Equal((30 - 9) / 90.0, step.Effect.Gain!.Value!.Value, 1e-12);
        Assert.Equal(Turn.Better, step.Turn);
    }

    [Fact]
    public void Hostile_names_stay_names()
    {
        TriedRun runs = new(Home) { Positive = "<b>, \"x\"" };
        runs.Write(Rows(1, positive: "<b>, \"x\""));
        runs.Write(Rows(0.1, positive: "<b>, \"x\""), new() { ["target"] = "<script>alert(1)</script>\u001b[31m **x** [a](b)" });
        (string page, string said) = Told();
        Assert.Equal(Turn.Better, RunHistory.Below(Home).Steps[1].Turn);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<strong>x</strong>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", said, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_run_is_passed_over_and_no_run_at_all_is_a_mistake()
    {
        Typed none = PortfolioRunOf.Answer("history", "--runs", Home);
        Assert.Equal(2, none.ExitCode);
        Assert.Contains("There is no run below", none.Errors, StringComparison.Ordinal);
        string half = Directory.CreateDirectory(Path.Combine(Home, "20260109-030405-pca-7")).FullName;
        Assert.Contains("never brought to an end", PortfolioRunOf.Answer("history", "--runs", Home).Errors, StringComparison.Ordinal);
        string old = Path.Combine(Home, new TriedRun(Home).Write(Rows(1)), "results.json");
        new TriedRun(Home, "pca").Write(null);
        File.WriteAllText(old, File.ReadAllText(old).Replace("\"schema\": 2", "\"schema\": 1"));
        File.WriteAllText(Path.Combine(half, "results.json"), "[1, 2");
        (_, string said) = Told();
        Assert.Equal(2, said.Split("is damaged or of another version.").Length - 1);
        Assert.Contains("1 run of 1 command, on 2026-01-02.", said, StringComparison.Ordinal);
    }

    private (string Page, string Said) Told()
    {
        Typed told = PortfolioRunOf.Answer("history", "--runs", Home);
        Assert.Equal(0, told.ExitCode);
        return (File.ReadAllText(Path.Combine(Home, "history.html")), told.Output);
    }

    // Scores that follow the label, with noise that is the same in every run but for its size.
    private static IEnumerable<(int Row, string Target, double Score)> Rows(double noise, int from = 0, string positive = "yes")
    {
        Random chance = new(5);
        for (int i = 0; i < 200; i++)
        {
            double drawn = chance.NextDouble() - 0.5;
            yield return (from + i, i % 3 == 0 ? positive : "no", (i % 3 == 0 ? 0.3 : 0) + noise * drawn);
        }
    }

    // Pair by pair.
    private static double Area(double noise)
    {
        double[] above = [.. Rows(noise).Where(row => row.Target == "yes").Select(row => row.Score)],
            below = [.. Rows(noise).Where(row => row.Target == "no").Select(row => row.Score)];
        return above.Average(one => below.Average(other => one > other ? 1 : one == other ? 0.5 : 0));
    }
}
