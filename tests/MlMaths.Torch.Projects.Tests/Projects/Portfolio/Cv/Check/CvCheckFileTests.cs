using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Tests.Projects;

/// <summary><c>cv check</c> as one types it: what is read of a file, what is passed over, and what is refused.</summary>
public sealed class CvCheckFileTests : IDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("mlmaths-");

    public void Dispose() => _home.Delete(recursive: true);

    [Fact]
    public void Numbers_that_claim_nothing_are_passed_over_and_listed()
    {
        const string Text = """
            # Ada Example
            +44 20 7946 0958, ada@example.org, https://example.org/2024/1
            2019–2023 engineer, team of 12; since 3 May 2024 lead. Grade 2.1.
            1. C# 13, .NET 10 and Python 3.12.1
            2. F1 and L2 are words; split 80/20; see week 3
            - ROC AUC 0.998, 95 % interval 0.959 to 1.000, with logistic regression
            """;
        (int exitCode, string said) = Checked("cv.md", Text, Runs());
        Assert.Equal(0, exitCode);
        Assert.Contains("1 of 1 claim supported by the runs.", said, StringComparison.Ordinal);
        foreach (string passed in new[]
        {
            "'+44 20 7946 0958'", "'2019–2023'", "'C# 13'", "'Python 3.12.1'", "'80/20'", "'12'", "'week 3'", "'95 % interval'",
        })
        {
            Assert.Contains(passed, said, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("cv.md", "- **ROC AUC**: `0.998` with [logistic regression](https://example.org)", 0)]
    [InlineData("cv.md", "<!-- accuracy 0.12 --> Logistic regression with\naccuracy 0.957.\n```\naccuracy 0.11\n```", 0)]
    [InlineData("cv.tex", @"\item Logistic regression in C\# reached \textbf{95.7\,\%} accuracy % 12 % recall", 0)]
    [InlineData("cv.txt", "Logistic regression: AUC 0.998, 95 % interval 0.99 to 1.000.", 3)]
    [InlineData("cv.txt", "test.recall is 0.658 and k-means", 3)]
    [InlineData("cv.txt", "logistic recall 0.50", 3)]
    [InlineData("cv.txt", "Logistic AUC 0.998, run 20250101-000000-logistic-regression-7.", 3)]
    public void Markup_ranges_ids_and_names_of_runs_are_read(string name, string text, int exitCode) =>
        Assert.Equal(exitCode, Checked(name, text, Runs()).ExitCode);

    [Fact]
    public void A_run_that_was_changed_and_one_that_is_gone_support_nothing()
    {
        string changed = MadeRun.In(_home.FullName, "logistic", isChanged: true, MadeRun.Number("test.roc_auc", 0.95, 0.9, 0.98));
        (int exitCode, string said) = Checked("cv.txt", "ROC AUC of 0.95", [FinishedRun.Open(changed)]);
        Assert.Equal(3, exitCode);
        Assert.Contains("from a run that was changed, 'results.json' was changed after the run", said, StringComparison.Ordinal);
        said = Checked("cv.txt", "ROC AUC 0.95 (20250101-000000-net-7)", [FinishedRun.Open(changed)]).Said;
        Assert.Contains("from a run that is gone", said, StringComparison.Ordinal);
        Assert.Contains("20250101-000000-net-7", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_was_published_without_some_files_is_judged_by_what_is_there()
    {
        string sample = Path.Combine(Repository.Folder, "runs", "sample", "linear-regression"),
            published = Path.Combine(_home.FullName, "linear-regression");
        Directory.CreateDirectory(published);
        foreach (string file in Directory.EnumerateFiles(sample))
            File.Copy(file, Path.Combine(published, Path.GetFileName(file)));
        FinishedRun run = FinishedRun.OpenPublished(published);
        Assert.Contains(run.Changed!, one => one is { Name: "command.json", How: FileChange.Gone });
        double rmse = run.Measurements.Single(one => one.Id == "regression.rmse").Value!.Value;
        string text = string.Create(CultureInfo.InvariantCulture, $"Linear regression, RMSE {rmse:0.0}");
        (int exitCode, string said) = Checked("cv.txt", text, [run]);
        Assert.Equal(0, exitCode);
        Assert.Equal(2, said.Split("files that it wrote are not there").Length);
        Assert.Contains("'command.json'", said, StringComparison.Ordinal);
        Assert.Contains("1 of 1 claim supported by the runs.", said, StringComparison.Ordinal);

        File.AppendAllText(Path.Combine(published, "report.md"), "It is perfect.");
        said = Checked("cv.txt", text, [run]).Said;
        Assert.Contains("from a run that was changed, 'report.md' was changed after the run", said, StringComparison.Ordinal);
        Assert.Throws<UserMistakeException>(() => FinishedRun.Open(published));
    }

    [Fact]
    public void A_run_that_was_changed_supports_no_number_of_rows_or_folds()
    {
        string changed = MadeRun.In(_home.FullName, "regression", isChanged: true, MadeRun.Number("regression.rmse", 54.8, 48, 62)),
            results = Path.Combine(changed, "results.json");
        JsonObject read = JsonNode.Parse(File.ReadAllText(results))!.AsObject();
        DataDescription data = new("diabetes", 442, 10, "progression", null, "");
        read["data"] = JsonSerializer.SerializeToNode(data, RunManifest.Format);
        read["options"] = new JsonObject { ["folds"] = 5, ["group"] = null };
        File.WriteAllText(results, read.ToJsonString());
        FinishedRun run = FinishedRun.Open(changed);
        Assert.Equal("5", Assert.Single(run.Options).Value);
        (int exitCode, string said) = Checked("cv.txt", "Linear regression on 442 patients, by 5-fold cross-validation.", [run]);
        Assert.Equal(3, exitCode);
        Assert.Contains("'442': from a run that was changed", said, StringComparison.Ordinal);
        Assert.Contains("'5-fold': from a run that was changed", said, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_runs_cannot_decide_is_told_and_is_no_fault()
    {
        (int exitCode, string said) = Checked("cv.txt", "A neural net with 96.7 % accuracy, shown in 640 hotels.", Runs());
        Assert.Equal(0, exitCode);
        Assert.Contains("'640': not judged, because no run counts what it counts", said, StringComparison.Ordinal);
        Assert.Contains("0 of 1 claim supported by the runs, 1 not judged.", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cv.docx", "x", "is no .md, .txt or .tex file")]
    [InlineData("cv.md", "I am a kind person.", "has no number that a run could support: name a metric")]
    [InlineData("cv.md", "Since 2019.", "(1 number passed over, such as '2019', a year)")]
    [InlineData("cv.txt", "a\0b", "is no text")]
    [InlineData("<b>x\u202e.md", "No number", "'")]
    public void A_file_that_cannot_be_checked_is_one_sentence(string name, string text, string sentence)
    {
        (int exitCode, string said) = Checked(name, text, Runs());
        Assert.Equal(2, exitCode);
        Assert.Contains(sentence, said, StringComparison.Ordinal);
        Assert.DoesNotContain("\u202e", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_five_megabytes_and_a_missing_one_are_refused()
    {
        Assert.Contains("and a CV at most 1,048,576", Checked("cv.md", new string('x', 5 << 20), Runs()).Said, StringComparison.Ordinal);
        Assert.Contains("There is no file", Cv("check", Path.Combine(_home.FullName, "no.md")).Said, StringComparison.Ordinal);
        Assert.Contains("Name the file of a CV", Cv("check").Said, StringComparison.Ordinal);
        string cv = Path.Combine(_home.FullName, "one.md");
        File.WriteAllText(cv, "Accuracy 0.9");
        string said = Cv("check", cv, "--runs", Path.Combine(_home.FullName, "none")).Said;
        Assert.Contains("There is no run below", said, StringComparison.Ordinal);
    }

    private Typed Checked(string name, string text, IReadOnlyList<FinishedRun> runs)
    {
        string file = Path.Combine(_home.FullName, name);
        File.WriteAllText(file, text);
        return Cv(["check", file, .. runs.Select(run => run.Folder)]);
    }

    private static Typed Cv(params string[] words) => PortfolioRunOf.Answer(["cv", .. words]);

    private IReadOnlyList<FinishedRun> Runs() => new MadeRuns(_home.FullName).All();
}
