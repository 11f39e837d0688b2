using System.Text.Json;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>The calculus report, from the command line to the files. One run serves all tests.</summary>
public sealed class CalculusProjectTests(QuickCalculusRun quick)
{
    private static readonly string[] PromisedIds =
    [
        "check.worst_autograd", "check.worst_differences", "check.kinks_labelled", "check.planted_found",
        "check.false_alarms", "check.layer_norm.worst",
        "tutor.first", "tutor.first_two", "tutor.false_rejections", "tutor.unknown_admitted", "tape.max_abs_difference",
        "descent.path_difference", "stable.nets_within_octave", "stable.worst_ratio",
    ];

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
    public void Derivations_are_right_and_the_check_is_what_it_says()
    {
        Assert.InRange(Run.Value("check.worst_autograd"), 0, 1e-11);
        Assert.InRange(Run.Value("check.kinks_labelled"), 0.99, 1);
        Assert.InRange(Run.Value("check.planted_found"), 0.999, 1);
        Assert.Equal(0, Run.Value("check.false_alarms"));
    }

    [Fact]
    public void The_tutor_names_mistakes_and_rejects_nothing_right()
    {
        Assert.InRange(Run.Value("tutor.first"), 0.9, 1);
        Assert.InRange(Run.Value("tutor.first_two"), 0.97, 1);
        Assert.Equal(0, Run.Value("tutor.false_rejections"));
    }

    [Fact]
    public void Paths_are_those_of_the_formula_and_the_largest_stable_rate_is_predicted()
    {
        Assert.InRange(Run.Value("descent.path_difference"), 0, 1e-12);
        Assert.Equal(1, Run.Value("stable.nets_within_octave"));
    }

    [Fact]
    public void The_page_says_what_is_wrong_with_each_gradient_that_was_spoilt()
    {
        string report = Run.Read("report.md");
        Assert.All(
            [
                "autograd and differences contradict it", "the usual step is too long", "is lost in rounding",
                "with a kink", "was detached", "θ is in float32", "drawn again each time",
            ],
            words => Assert.Contains(words, report, StringComparison.Ordinal));
    }

    [Fact]
    public void The_tape_does_what_autograd_does() => Assert.InRange(Run.Value("tape.max_abs_difference"), 0, 1e-12);
}
