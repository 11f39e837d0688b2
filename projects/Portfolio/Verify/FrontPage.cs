using System.Text.Json;
using System.Text.RegularExpressions;
using MlMaths.Torch.Cli;
using MlMaths.Torch.Portfolio.Showcase;
using MlMaths.Torch.Portfolio.Showcase.Export;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.Verify;

/// <summary>
/// The page of a portfolio, or of the repository that was exported from one: written again from its runs, it must be what stands there,
/// but for the learner's own words, which are marked as such.
/// </summary>
/// <param name="Runs">Those that <c>portfolio.json</c> names, by their folders there.</param>
/// <param name="Wrong">What does not stand, as sentences.</param>
internal sealed partial record FrontPage(IReadOnlyList<string> Runs, IReadOnlyList<string> Wrong)
{
    private const string Parts = "portfolio.json", Markdown = "README.md", Html = "index.html", Completed = "completed";

    private const int MostQuoted = 100;

    /// <summary>Whether a folder holds such a page.</summary>
    public static bool IsIn(string folder) => File.Exists(Path.Combine(folder, Parts));

    /// <summary>Whether all of it stands; no run is repeated.</summary>
    public static bool Answer(ToolContext context, string folder, string? asked, bool isJson)
    {
        if (asked is not null)
            throw new UserMistakeException($"--claim names a number of one run, and {Quoted.Path(folder)} is a page about several.");
        FrontPage page = Of(folder);
        if (isJson)
        {
            context.Say(JsonSerializer.Serialize(new { stands = page.Wrong.Count == 0, runs = page.Runs, wrong = page.Wrong }));
            return page.Wrong.Count == 0;
        }

        foreach (string one in page.Wrong) context.Say($"  {one}.");
        context.Head(page.Wrong.Count == 0
            ? $"The page says what its {Counted.Of(page.Runs.Count, "run")} {(page.Runs.Count == 1 ? "says" : "say")}."
            : $"The page does not stand in {Counted.Of(page.Wrong.Count, "place")}.");
        context.Say("No run was repeated: name the folder of one to do so. The learner's own words, which are marked, nobody can check.");
        return page.Wrong.Count == 0;
    }

    private static FrontPage Of(string folder)
    {
        List<string> wrong = [];
        List<PartOutcome> outcomes = [];
        List<string> places = [];
        foreach (JsonElement part in Read(Path.Combine(folder, Parts)))
        {
            if (Text(part, "status") != Completed && Text(part, "run").Length == 0) continue;
            string verb = Text(part, "verb"), said = Text(part, "run");
            if (PortfolioPart.All.FirstOrDefault(one => one.Verb == verb) is not { } known || Place(folder, said) is not { } place)
            {
                wrong.Add($"{Parts}: there is no run {Quoted.Path(said)} of {Quoted.Value(verb)}");
                continue;
            }

            FinishedRun run = FinishedRun.OpenPublished(place);
            places.Add(Path.GetRelativePath(folder, place).Replace('\\', '/'));
            if (run.Verb != verb) wrong.Add($"{places[^1]} is a run of {run.Verb}, and {Parts} calls it {verb}");
            if (run.Broken is { How: not FileChange.Gone } broken) wrong.Add($"{places[^1]}: {Quoted.Path(broken.Name)} {broken.Words}");
            if (!Same(part, "seconds", run.Seconds) || Text(part, "data") != (run.Data?.Name ?? ""))
                wrong.Add($"{Parts}: seconds or data of {verb} are not those of its run");
            outcomes.Add(new(known, run, null));
        }

        if (wrong.Count == 0) Compare(folder, outcomes, wrong);
        return new(places, wrong);
    }

    private static void Compare(string folder, List<PartOutcome> outcomes, List<string> wrong)
    {
        string file = Path.Combine(folder, Markdown), html = Path.Combine(folder, Html);
        if (!File.Exists(file) || !File.Exists(html))
        {
            wrong.Add($"{Markdown} or {Html} is gone");
            return;
        }

        string markdown = File.ReadAllText(file).ReplaceLineEndings("\n");
        var about = AboutFile.OnPage(markdown, [.. outcomes.Select(one => one.Part.Verb)], PortfolioPage.Subject, PortfolioPage.OwnWords);
        bool isExport = File.Exists(Path.Combine(folder, "verify.cs"));
        PortfolioPage page;
        try
        {
            page = PortfolioPage.Of(folder, outcomes, about, isExport ? Check(folder, outcomes) : null);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or ArgumentException)
        {
            wrong.Add($"the page cannot be written again: {cause.Message.TrimEnd('.')}");
            return;
        }

        string again = WithLauncherOf(markdown, page.Markdown);
        if (markdown != again) wrong.Add($"{Markdown} is not what its runs say{First(markdown, again)}");
        string pageThen = File.ReadAllText(html).ReplaceLineEndings("\n"), pageAgain = WithLauncherOf(pageThen, page.Html);
        if (pageThen != pageAgain) wrong.Add($"{Html} is not what its runs say{First(pageThen, pageAgain)}");
    }

    private static (string Repeats, string Section) Check(string folder, List<PartOutcome> outcomes)
    {
        PartOutcome[] without = [.. outcomes.Where(one => PublishedTable.Typed(one.Run!) is { } table
            && PublishedTable.Of(one.Run!, table).Folder is null)];
        string suite = File.Exists(Path.Combine(folder, SuiteSource.Name)) ? $"It unpacks `{SuiteSource.Name}`" : "It downloads the suite";
        return (ExportedTexts.Repeats(outcomes.Count - without.Length, outcomes.Count),
            ExportedTexts.Check(suite, [.. without.Select(one => $"`runs/{one.Part.Verb}`")]));
    }

    // How the program was typed is no claim of the page.
    private static string WithLauncherOf(string then, string now) => Launched().Match(then) is { Success: true } typed
        ? Launched().Replace(now, typed.Value.Replace("$", "$$", StringComparison.Ordinal), 1)
        : now;

    private static string First(string then, string now)
    {
        string[] lines = then.Split('\n'), others = now.Split('\n');
        string line = lines.Where((one, i) => i >= others.Length || others[i] != one).FirstOrDefault() ?? "";
        return line.Length == 0 ? "" : $": {Quoted.Value(line.Length > MostQuoted ? $"{line[..MostQuoted]}…" : line)}";
    }

    // As it is said from the folder of the page, or from the one that the portfolio was typed in.
    private static string? Place(string folder, string said)
    {
        string[] parts = said.Split('/', '\\');
        if (said.Length == 0 || parts.Contains("..")) return null;
        return Enumerable.Range(0, parts.Length).Select(skipped => Path.Combine([folder, .. parts.Skip(skipped)]))
            .FirstOrDefault(place => File.Exists(Path.Combine(place, "results.json")));
    }

    private static JsonElement[] Read(string file)
    {
        try
        {
            return [.. JsonDocument.Parse(File.ReadAllText(file)).RootElement.GetProperty("parts").EnumerateArray()];
        }
        catch (Exception cause) when (cause is JsonException or IOException or UnauthorizedAccessException or KeyNotFoundException
            or InvalidOperationException)
        {
            throw new UserMistakeException($"{Quoted.Path(file)} is damaged: write the portfolio again.");
        }
    }

    private static string Text(JsonElement part, string name) => part.ValueKind == JsonValueKind.Object
        && part.TryGetProperty(name, out JsonElement field) && field.ValueKind == JsonValueKind.String ? field.GetString()! : "";

    private static bool Same(JsonElement part, string name, double value) => part.TryGetProperty(name, out JsonElement field)
        && field.ValueKind == JsonValueKind.Number && field.GetDouble() == value;

    [GeneratedRegex(@"(?<=(?:`|<code>))[^`<]*(?= FOLDER(?:`|</code>))")]
    private static partial Regex Launched();
}
