using MlMaths.Torch.Cli;
using Spectre.Console;
using Words = Spectre.Console.Text;

namespace MlMaths.Torch.Portfolio.History;

/// <summary><c>history</c>: what was tried, in which order, and what it did.</summary>
internal sealed class HistoryTool : ITool
{
    private const string Page = "history.html";

    private static readonly ProjectOption<string?> RunsOption =
        ProjectOption.Text("--runs", "DIR", "runs", "The folder of the runs; the page is written there.");

    public string Verb => "history";

    public string Title => "How your runs came about: what changed, and what that did";

    public string Description =>
        "Puts the runs of each command in the order of time, says what changed from one to the next (options, seed, data, versions) "
        + "and what "
        + "that did to the test rows that both judged, paired by row and with an interval. Wrong turns and runs that did not end well stay "
        + "in. Where two runs cannot be compared it says why. All from the manifests; a page with links to the reports goes with it.";

    public string Words => "";

    public IReadOnlyList<CommandExample> Examples { get; } =
        [new("", "all runs below runs/ and runs/portfolio/runs/"), new("--runs elsewhere", "those of another folder")];

    public IReadOnlyList<ProjectOption> Options { get; } = [RunsOption];

    public bool Answer(ToolContext context)
    {
        string home = context.Of(RunsOption) ?? "runs";
        var history = RunHistory.Below(home);
        Grid grid = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(2)).AddColumn(new GridColumn().NoWrap().PadRight(2))
            .AddColumn(new GridColumn().PadRight(2));
        foreach (HistoryStep step in history.Steps)
        {
            grid.AddRow(
                new Words(HistoryPage.Time(step.Run.StartedAt)), new Words(step.Run.Verb, new Style(Color.Blue)),
                new Words($"{step.Changed} {step.Did}".TrimEnd()));
        }

        context.Output.Write(grid);
        context.Say();
        foreach (string passed in history.PassedOver) context.Say($"Passed over: {passed}");
        context.Say(HistoryPage.Summary(history));
        string page = Path.Combine(home, Page);
        Write(page, HistoryPage.Html(history, home));
        context.Say($"The page: {Quoted.Path(page)}");
        return true;
    }

    // Whole, or as it was.
    private static void Write(string page, string html)
    {
        string draft = $"{page}.unfinished";
        try
        {
            File.WriteAllText(draft, html);
            File.Move(draft, page, overwrite: true);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new UserMistakeException(
                $"{Quoted.Path(page)} could not be written ({cause.Message.TrimEnd('.')}): make the folder writable.", cause);
        }
    }
}
