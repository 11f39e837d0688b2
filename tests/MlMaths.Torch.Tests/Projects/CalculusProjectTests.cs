using System.Text.Json;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>The calculus report, from the command line to the files. One run serves all tests.</summary>
public sealed class CalculusProjectTests(QuickCalculusRun quick)
{
    private static readonly string[] PromisedIds = ["tape.max_abs_difference"];

    private ExercisesRunOf Run => quick.Run;

    [Fact]
    public void A_run_leaves_every_promised_file_and_number()
    {
        Assert.Equal((0, ""), (Run.ExitCode, Run.Errors));
        HashSet<string> files = [.. Directory.EnumerateFiles(Run.Folder!).Select(file => Path.GetFileName(file)!)];
        Assert.Superset(new HashSet<string> { "results.json", "report.md", "report.html", "cv.md", "run.log" }, files);
        Assert.All(PromisedIds, id => Assert.Equal(JsonValueKind.Number, Run.Measurement(id).GetProperty("value").ValueKind));
    }

    [Fact]
    public void Every_figure_is_saved_in_both_ways_and_small()
    {
        FileInfo[] figures = [.. new DirectoryInfo(Path.Combine(Run.Folder!, "figures")).EnumerateFiles()];
        Assert.Equal(figures.Count(file => file.Extension == ".svg"), figures.Count(file => file.Extension == ".png"));
        Assert.All(figures.Where(file => file.Extension == ".svg"), file => Assert.InRange(file.Length, 500, 100_000));
    }

    [Fact]
    public void The_tape_does_what_autograd_does() => Assert.InRange(Run.Value("tape.max_abs_difference"), 0, 1e-12);
}
