using System.Text.Json;
using MlMaths.Torch.Exercises.Learn;
using MlMaths.Torch.Exercises.MyWork;
using MlMaths.Torch.Exercises.Plan;

namespace MlMaths.Torch.Tests.Projects;

/// <summary><c>plan</c> as one types it: where one is, and a week to be published.</summary>
public sealed class PlanToolTests : IDisposable
{
    private const string Words = "A linear model adds up what its columns say, each times a weight of its own. The loss curve fell fast at "
        + "first and then hardly at all, so more steps would have changed little. I chose the threshold by what a miss costs. ";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlmaths-plan-");

    private string Paragraph => Path.Combine(_folder.FullName, "my-work", "week-2.md");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_newcomer_is_sent_to_the_first_exercise_and_later_on_to_what_is_missing()
    {
        Assert.Contains("Now: Week 1 of 6, shapes and similarity: write exercise 1", Plan().Output, StringComparison.Ordinal);
        WorkFolder work = new(Path.Combine(_folder.FullName, "my-work"));
        var progress = Progress.In(work);
        foreach (Exercise exercise in ExerciseCatalogue.All.Where(exercise => exercise.Week == 1))
            progress = progress.With(exercise, new(PartsRight: 2, Checks: 3));
        progress.Keep(work);
        string output = Plan().Ending(0);
        Assert.Contains("run ./mlmaths pca and read its report", output, StringComparison.Ordinal);
        Assert.Contains("3 of 3 exercises  in progress", output, StringComparison.Ordinal);
        progress.With(ExerciseCatalogue.Known("2"), new(PartsRight: 1, Checks: 3)).Keep(work);
        Assert.Contains("write part 2 of exercise 2 (PCA read-out)", Plan().Output, StringComparison.Ordinal);
        progress.Keep(work);
        Run("2026-a", "pca-clustering", "completed");
        Assert.Contains("read ./mlmaths learn lesson vectors", Plan().Output, StringComparison.Ordinal);
        foreach (string lesson in PlanCatalogue.Weeks[0].Lessons) Typed.In(_folder, ["learn", "lesson", lesson]).Ending(0);
        Assert.Contains("./mlmaths learn lesson vectors  (opened)", Plan("--week", "1").Output, StringComparison.Ordinal);
        output = Plan().Ending(0).ReplaceLineEndings(" ");
        Assert.Contains("write your paragraph into ", output, StringComparison.Ordinal);
        Assert.Contains("publish the week with ./mlmaths plan --week 1 --export week-1", output, StringComparison.Ordinal);
        File.WriteAllText(work.PathOf("week-1.md"), Words);
        Assert.Contains("Now: Week 2 of 6", Plan().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_two_weeks_ask_for_begins_the_earlier_one_alone()
    {
        Run("2026-a", "pca-clustering", "completed");
        string[] lines = Plan().Ending(0).ReplaceLineEndings("\n").Split('\n');
        Assert.Contains("in progress", lines.Single(line => line.StartsWith("week 1", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "in progress", lines.Single(line => line.StartsWith("week 5", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_changed_since_it_was_right_and_what_is_no_text_are_not_published()
    {
        WorkFolder work = new(Path.Combine(_folder.FullName, "my-work"));
        Exercise exercise = ExerciseCatalogue.Known("1");
        work.BeginText(exercise.Place, "right");
        File.WriteAllText(work.PathOf("week-1.md"), Words);
        Progress.In(work).With(exercise, new(PartsRight: 2, Checks: 1, Right: ExerciseProgress.HashOf("right"))).Keep(work);
        File.WriteAllText(work.PathOf(exercise.Place), "wrong");
        Assert.Contains("learn check 1, then publish", Plan("--week", "1", "--export", "out").Ending(3), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder.FullName, "out")));
        File.WriteAllText(work.PathOf(exercise.Place), "right");
        string page = Exported("1");
        Assert.Contains("dotnet run exercises/01-cosine-similarity.cs", page, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_folder.FullName, "out", "Directory.Build.props"))); // or the suite's own rules would build it
        File.WriteAllBytes(work.PathOf("week-1.md"), [.. Enumerable.Range(0, 400).Select(i => (byte)(i * 37))]);
        Assert.Contains("is no text", Plan("--week", "1", "--export", "other").Ending(2), StringComparison.Ordinal);
        Plan().Ending(0);
    }

    [Fact]
    public void A_folder_of_the_learners_machine_is_not_published()
    {
        string table = Path.Combine(_folder.FullName, "clients", "mine.csv");
        Run("2026-a", "logistic-regression", "completed", data: table);
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "my-work"));
        File.WriteAllText(Paragraph, Words);
        string page = Exported("2");
        Assert.Contains("./mlmaths logistic --data mine.csv\n", page, StringComparison.Ordinal);
        Assert.Contains("is not published here", page, StringComparison.Ordinal);
        Assert.DoesNotContain("clients", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_figures_that_a_week_is_about_come_first()
    {
        PlanRun run = new("pca", "pca-clustering") { Figures = ["b", "c"] };
        string[] inReport = ["f/a.svg", "f/c.svg", "f/b.svg", "f/d.svg"];
        Assert.Equal("f/b.svg f/c.svg f/a.svg f/d.svg", string.Join(' ', inReport.OrderBy(run.Place)));
    }

    [Fact]
    public void Of_several_studies_each_counts_for_itself()
    {
        Run("2026-a", "study", "completed", "width.32.validation_loss");
        string output = Plan("--week", "6").Output;
        Assert.Contains("./mlmaths study width  (done)", output, StringComparison.Ordinal);
        Assert.Contains("./mlmaths study batch\n", output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_failed_or_is_none_does_not_count()
    {
        Run("2026-a", "logistic-regression", "failed");
        string broken = Directory.CreateDirectory(Path.Combine(_folder.FullName, "runs", "2026-b")).FullName;
        File.WriteAllText(Path.Combine(broken, "results.json"), "[");
        Assert.DoesNotContain("(done)", Plan("--week", "2").Output, StringComparison.Ordinal);
        Run("2026-c", "logistic-regression", "completed");
        string output = Plan("--week", "2").Output;
        Assert.Contains("./mlmaths logistic  (done)", output, StringComparison.Ordinal);
        Assert.Contains("Now: Week 2 of 6, linear models: run ./mlmaths regression", output, StringComparison.Ordinal);
        Assert.Contains("plan --week 2 --export week-2", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_week_is_written_once_its_paragraph_is_and_every_number_in_it_is_of_a_run()
    {
        Run("2026-a", "logistic-regression", "completed");
        string output = Plan("--week", "2", "--export", "out").Ending(3);
        Assert.Contains("Write your paragraph first", output, StringComparison.Ordinal);
        Assert.True(File.Exists(Paragraph));

        File.WriteAllText(Paragraph, $"{Words} Its recall was 0.77 of 19.");
        output = Plan("--week", "2", "--export", "out").Ending(3);
        Assert.Contains("says 0.77 and 19, and none of your runs", output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder.FullName, "out")));

        File.WriteAllText(Paragraph, $"{Words} Its accuracy was 95.7 %, or 0.957.");
        output = Plan("--week", "2", "--export", "out").Ending(0);
        Assert.Contains("0.957  Accuracy <b> (logistic-regression)", output, StringComparison.Ordinal);
        Assert.Contains("cd ", output, StringComparison.Ordinal);
        string page = File.ReadAllText(Path.Combine(_folder.FullName, "out", "README.md"));
        Assert.Contains("Its accuracy was 95.7 %", page, StringComparison.Ordinal);
        Assert.Contains("| Accuracy &lt;b&gt; | 0.9565", page, StringComparison.Ordinal);
        Assert.Contains("![roc](figures/logistic-regression-roc.svg)\n\n*A curve &amp; its area.*", page, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_folder.FullName, "out", "figures", "logistic-regression-roc.svg")));
        Plan("--week", "2", "--export", "out").Ending(2);
    }

    [Theory]
    [InlineData("--week is a number from 1 to 6", "--week", "7")]
    [InlineData("--export writes one week", "--export", "out")]
    [InlineData("is not understood here", "tomorrow")]
    public void What_makes_no_sense_ends_with_2_and_a_sentence(string says, params string[] arguments)
    {
        string output = Plan(arguments).Ending(2);
        Assert.Contains(says, output, StringComparison.Ordinal);
    }

    private string Exported(string week)
    {
        Plan("--week", week, "--export", "out").Ending(0);
        return File.ReadAllText(Path.Combine(_folder.FullName, "out", "README.md")).ReplaceLineEndings("\n");
    }

    private void Run(string name, string project, string status, string id = "test.accuracy", string? data = null)
    {
        string typed = data is null ? "" : $" --data {JsonEncodedText.Encode(data)}";
        string args = data is null ? "" : $"\"--data\", \"{JsonEncodedText.Encode(data)}\"";
        string folder = Path.Combine(_folder.FullName, "runs", name);
        Directory.CreateDirectory(Path.Combine(folder, "figures"));
        File.WriteAllText(
            Path.Combine(folder, "figures", "roc.svg"),
            "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>A curve &amp; its area.</title></svg>");
        File.WriteAllText(
            Path.Combine(folder, "command.json"),
            $$"""
            {"schema": 1, "project": "{{project}}", "args": [{{args}}], "started_at": "2026-11-29T02:18:34Z", "seed": 7, "device": "cpu"}
            """);
        File.WriteAllText(
            Path.Combine(folder, "results.json"),
            $$"""
            {"schema": 2, "project": "{{project}}", "status": "{{status}}", "started_at": "2026-11-29T02:18:34Z", "seconds": 1.5,
              "seed": 7, "command": "./mlmaths logistic{{typed}}", "environment": {}, "artifacts":
              ["figures/roc.svg", "figures/roc.png", "figures/../../../secret.svg"],
              "measurements": [{"id": "{{id}}", "label": "Accuracy <b>", "value": 0.9565217391304348,
              "low": 0.90, "high": null, "unit": ""}]}
            """);
    }

    private Typed Plan(params string[] arguments) => Typed.In(_folder, ["plan", .. arguments]);
}
