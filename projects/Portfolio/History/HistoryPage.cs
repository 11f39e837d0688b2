using System.Globalization;
using System.Text;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Portfolio.History;

/// <summary>The history as a page: each run in its order, what changed, what that did, and where its report is.</summary>
internal static class HistoryPage
{
    public const string Title = "How it came about";

    private static readonly (Turn Turn, string Says)[] Counts =
    [
        (Turn.Better, "better"), (Turn.Worse, "worse"), (Turn.Open, "left open by the rows"), (Turn.Same, "the same scores"),
        (Turn.NotComparable, "not comparable"),
    ];

    /// <summary>How many runs, and what became of them.</summary>
    public static string Summary(RunHistory history)
    {
        string[] verbs = [.. history.Steps.Select(step => step.Run.Verb).Distinct()];
        DateTime[] times = [.. history.Steps.Select(step => step.Run.StartedAt)];
        string found = string.Join(", ", Counts.Select(one => (one.Says, Count: Of(history, one.Turn)))
            .Where(one => one.Count > 0).Select(one => $"{NumberText.Count(one.Count)} {one.Says}"));
        string when = times.Min().Date == times.Max().Date ? $"on {Day(times.Min())}" : $"from {Day(times.Min())} to {Day(times.Max())}";
        string unfinished = Of(history, Turn.Unfinished) is > 0 and { } count
            ? $" {NumberText.Count(count)} did not end well." : "";
        return $"{Counted.Of(history.Steps.Count, "run")} of {Counted.Of(verbs.Length, "command")}, {when}."
            + $"{(found.Length > 0 ? $" Compared with a run before: {found}." : "")}{unfinished}";
    }

    private static int Of(RunHistory history, Turn turn) => history.Steps.Count(step => step.Turn == turn);

    /// <summary>The page, whose links lead from the folder of the runs.</summary>
    public static string Html(RunHistory history, string home)
    {
        StringBuilder page = new($"# {Title}\n\n{Plain(Summary(history))}\n\n");
        foreach (IGrouping<string, HistoryStep> command in history.Steps.GroupBy(step => step.Run.Verb))
        {
            page.Append($"## {Plain(command.Key)}: {Counted.Of(command.Count(), "run")}\n\n");
            foreach (HistoryStep step in command) Append(page, step, home);
        }

        page.Append("## How this page is made\n\nFrom the manifests and the scored rows of the runs alone; nobody wrote a sentence of it. "
            + "Runs of one command are put in the order of time. Each is compared with the latest completed run before it that had the "
            + "same seed and rows, or else with the latest: on the test rows that both judged, paired by row. What is called better or "
            + "worse has a 95 % interval clear of zero. Whoever looks many times finds something by luck: what the last run is worth, its "
            + "own interval says.\n");
        return HtmlReport.Write(Title, $"{page}", new Dictionary<string, string>());
    }

    /// <summary>Date and time, in UTC.</summary>
    public static string Time(DateTime time) => time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static void Append(StringBuilder page, HistoryStep step, string home)
    {
        page.Append($"### {Time(step.Run.StartedAt)} · {Plain(Word(step.Turn))}\n\n{Plain(step.Changed)} **{Plain(step.Did)}**\n\n"
            .Replace(" ****", "", StringComparison.Ordinal));
        if (step.Headline.Length > 0) page.Append($"{Plain(step.Headline)}.\n\n");
        page.Append(step.Run.Command.AsSpan().ContainsAny('`', '\n', '\r') ? Plain(step.Run.Command) : $"`{step.Run.Command}`");
        string report = Path.Combine(step.Run.Folder, "report.html");
        page.Append(File.Exists(report) ? $" · [the report]({Link(home, report)})\n\n" : "\n\n");
    }

    /// <summary>What a run turned out to be, in a word or two.</summary>
    public static string Word(Turn turn) => turn switch
    {
        Turn.First => "the first",
        Turn.Better => "better",
        Turn.Worse => "a wrong turn",
        Turn.Open => "left open",
        Turn.Same => "the same scores",
        Turn.NotComparable => "not comparable",
        _ => "did not end well",
    };

    private static string Day(DateTime time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Plain(string text) => $"{MarkdownText.Escaped(text)}";

    private static string Link(string home, string file) => string.Join('/', Path.GetRelativePath(home, file)
        .Split(Path.DirectorySeparatorChar).Select(Uri.EscapeDataString)).Replace("(", "%28").Replace(")", "%29");
}
