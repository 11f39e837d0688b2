using System.Text;
using MlMaths.Torch.Cli;
using MlMaths.Torch.Portfolio.Verify;
using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.Showcase;

/// <summary>One page that a stranger reads in a minute: of each part its answer, its numbers and one picture.</summary>
internal sealed class PortfolioPage
{
    /// <summary>Behind the author, in the title.</summary>
    public const string Subject = ": the maths behind machine learning";

    /// <summary>Before what the learner wrote.</summary>
    public const string OwnWords = "**In my own words.**";

    private readonly StringBuilder _markdown = new();
    private readonly Dictionary<string, string> _drawings = [];
    private readonly string _folder;

    private PortfolioPage(string folder, AboutFile about)
    {
        _folder = folder;
        Title = about.Author is { } author ? $"{author}{Subject}" : "The maths behind machine learning";
    }

    public string Title { get; }

    /// <summary>The page, for GitHub.</summary>
    public string Markdown => $"{_markdown}";

    /// <summary>The page, pictures inside.</summary>
    public string Html => HtmlReport.Write(Title, Markdown, _drawings);

    /// <summary>Of all parts, in their order, those with a run.</summary>
    /// <param name="folder">Where the page stands.</param>
    /// <param name="outcomes">Of each part.</param>
    /// <param name="about">The learner's words.</param>
    /// <param name="check">How a reader checks it; null for the reader of the suite.</param>
    public static PortfolioPage Of(
        string folder, IReadOnlyList<PartOutcome> outcomes, AboutFile about, (string Repeats, string Section)? check = null)
    {
        PortfolioPage page = new(folder, about);
        page._markdown.Append($"# {MarkdownText.Escaped(page.Title)}\n\n");
        page.Own(about.Myself);
        page._markdown.Append(
            "Every number below was measured by a run whose folder stands beside this page, with its interval where it has one; "
            + (check is { } own
                ? $"{own.Repeats}\n\n"
                : $"`{CommandSet.Typed("verify")} FOLDER` repeats a run and compares each of them.\n\n"));
        foreach (PartOutcome outcome in outcomes)
            page.Tell(outcome, about.Of(outcome.Part.Verb));
        page._markdown.Append(check?.Section);
        return page;
    }

    private void Tell(PartOutcome outcome, string own)
    {
        if (outcome.Run is not { } run) return;
        Story story = Story.Of(run.Folder, outcome.Part, _folder);
        string way = Path.GetRelativePath(_folder, run.Folder).Replace('\\', '/');
        _markdown.Append($"## {story.Title}\n\n{story.Lead}\n\n");
        Own(own);
        Append(story.Numbers);
        Append(story.Picture);
        if (story.Image.Length > 0) Draw(story.Image, run.Folder);
        if (outcome.Part.TellsCaution)
            Append(story.Caution);
        _markdown.Append($"{Data(run)}{Quick(run)} [The whole report]({way}/report.html), [the same as text]({way}/report.md), "
            + $"[every number]({way}/results.json).\n\n");
    }

    // The drawing for a telephone stands in the run's own page alone.
    private void Draw(string image, string runFolder)
    {
        _drawings[image] = File.ReadAllText(Path.Combine(_folder, image));
        string page = Path.Combine(runFolder, "report.html");
        if (File.Exists(page) && HtmlReport.NarrowDrawing(File.ReadAllText(page), Path.GetFileNameWithoutExtension(image)) is { } narrow)
            _drawings[$"{Path.ChangeExtension(image, null)}-narrow.svg"] = narrow;
    }

    private void Append(string block)
    {
        if (block.Length > 0) _markdown.Append(block).Append("\n\n");
    }

    // What the learner wrote is theirs, and is marked as theirs: the page has no words of its own about them.
    private void Own(string words)
    {
        if (words.Length > 0)
        {
            _markdown.AppendJoin('\n', $"{OwnWords} {words}".Split('\n').Select(line => $"> {line}".TrimEnd())).Append("\n\n");
        }
    }

    private static string Quick(FinishedRun run) =>
        run.Typed("--quick") is null && run.Options.GetValueOrDefault("quick") != $"{true}"
            ? ""
            : " A run with `--quick`: smaller than the project's own, to try it.";

    private static string Data(FinishedRun run) => run.Data is not { } data
        ? "Everything random was drawn from the seed."
        : $"{MarkdownText.Of($"Data: {data.Name}, {data.Rows} rows"
            + $"{(PublishedTable.Typed(run) is not null ? ", brought along by the author" : "")}.")}";
}
