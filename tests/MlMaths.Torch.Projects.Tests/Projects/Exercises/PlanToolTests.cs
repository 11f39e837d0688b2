using MlMaths.Torch.Exercises.Learn;
using MlMaths.Torch.Exercises.MyWork;

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
        Run("2026-a", "pca-clustering", "completed");
        Assert.Contains("Now: Week 2 of 6", Plan().Output, StringComparison.Ordinal);
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

        File.WriteAllText(Paragraph, $"{Words} Its recall was 0.77.");
        output = Plan("--week", "2", "--export", "out").Ending(3);
        Assert.Contains("says 0.77, and none of your runs", output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder.FullName, "out")));

        File.WriteAllText(Paragraph, $"{Words} Its accuracy was 95.7 %, or 0.957.");
        Plan("--week", "2", "--export", "out").Ending(0);
        string page = File.ReadAllText(Path.Combine(_folder.FullName, "out", "README.md"));
        Assert.Contains("Its accuracy was 95.7 %", page, StringComparison.Ordinal);
        Assert.Contains("| Accuracy &lt;b&gt; | 0.9565", page, StringComparison.Ordinal);
        Assert.Contains("![](figures/logistic-regression-roc.svg)\n\n*A curve &amp; its area.*", page, StringComparison.Ordinal);
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

    private void Run(string name, string project, string status, string id = "test.accuracy")
    {
        string folder = Path.Combine(_folder.FullName, "runs", name);
        Directory.CreateDirectory(Path.Combine(folder, "figures"));
        File.WriteAllText(
            Path.Combine(folder, "figures", "roc.svg"),
            "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>A curve &amp; its area.</title></svg>");
        File.WriteAllText(
            Path.Combine(folder, "command.json"),
            $$"""
            {"schema": 1, "project": "{{project}}", "args": [], "started_at": "2026-11-29T02:18:34Z", "seed": 7, "device": "cpu"}
            """);
        File.WriteAllText(
            Path.Combine(folder, "results.json"),
            $$"""
            {"schema": 2, "project": "{{project}}", "status": "{{status}}", "started_at": "2026-11-29T02:18:34Z", "seconds": 1.5,
              "seed": 7, "command": "./mlmaths logistic", "environment": {}, "artifacts":
              ["figures/roc.svg", "figures/roc.png", "figures/../../../secret.svg"],
              "measurements": [{"id": "{{id}}", "label": "Accuracy <b>", "value": 0.9565217391304348,
              "low": 0.90, "high": null, "unit": ""}]}
            """);
    }

    private Typed Plan(params string[] arguments) => Typed.In(_folder, ["plan", .. arguments]);
}
