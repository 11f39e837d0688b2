using MlMaths.Torch.Cli;
using MlMaths.Torch.Portfolio.Cv.Check;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.Cv;

/// <summary><c>cv</c>: sentences for a CV that runs carry; <c>cv check</c>: whether they carry somebody's sentences.</summary>
internal sealed class CvTool : ITool
{
    private const string Checks = "check";

    private static readonly ProjectOption<CvFormat> FormatOption =
        ProjectOption.Choice("--format", CvFormat.Txt, "What the sentences are pasted into.");

    private static readonly ProjectOption<string?> RunsOption = ProjectOption.Text(
        "--runs", "DIR", "runs", "Where runs are looked for that are not named.");

    public string Verb => "cv";

    public string Title => "Sentences for your CV, each backed by a run; or a check of your own sentences";

    public string Description =>
        "Tells what runs found in sentences of at most 12, 25 and 40 words, each with the measurements behind it. What an interval "
        + "does not support is withheld, with what would earn it. cv check reads a CV or a README and says of every number in it "
        + "whether a run supports it; exit code 3 where one is not supported.";

    public string Words => "[check FILE] [RUN_FOLDER ...]";

    public IReadOnlyList<CommandExample> Examples { get; } =
    [
        new("", "the last completed run of each project, below runs/ and runs/portfolio/runs/"),
        new("runs/20260102-030405-logistic-regression-7 --format tex", "one run, for a CV in TeX"),
        new("check my-cv.md", "every claim of a CV against all completed runs below runs/"),
    ];

    public IReadOnlyList<ProjectOption> Options { get; } = [FormatOption, RunsOption];

    public bool Answer(ToolContext context)
    {
        string home = context.Of(RunsOption) ?? "runs";
        if (context.Words is [Checks, ..])
        {
            return context.Words.Count > 1
                ? CvCheck.Answer(context, context.Words[1], [.. context.Words.Skip(2)], home)
                : throw new UserMistakeException("Name the file of a CV: for instance cv check my-cv.md.");
        }

        var last = LastRuns.Of(context.Words, home);
        // Of runs that nobody named, those of other commands have nothing to tell.
        FinishedRun[] runs = [.. last.Runs.Where(run => context.Words.Count > 0 || CvStories.Verbs.Contains(run.Verb))];
        var page = CvPage.Of(runs, context.Of(FormatOption));
        foreach (string line in page.Lines)
            context.Say(line);
        string mark = context.Of(FormatOption) switch { CvFormat.Tex => "% ", CvFormat.Md => "> ", _ => "" };
        foreach (string passed in last.PassedOver)
            context.Say($"{mark}Passed over: {passed}");
        context.Say(mark + $"{Counted.Of(page.Told, "sentence")} from {Counted.Of(runs.Length, "run")}, "
            + $"{page.Withheld} withheld.");
        return true;
    }
}
