using System.Globalization;
using MlMaths.Torch.Cli;
using MlMaths.Torch.Exercises.MyWork;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.Showcase.Export;

/// <summary>The portfolio as a repository that is ready to be pushed, and as static pages.</summary>
/// <param name="Runs">What is published.</param>
/// <param name="About">The learner's words.</param>
/// <param name="WithData">Whether the learner's own tables go along.</param>
/// <param name="Suite">The suite's source; null where strangers download it.</param>
/// <param name="Url">Where they do.</param>
internal sealed record PortfolioExport(
    IReadOnlyList<ExportedRun> Runs, AboutFile About, bool WithData, SuiteSource? Suite, string? Url)
{
    private const int MostColumns = 12;

    /// <exception cref="UserMistakeException">There is nothing to publish, or something is not as its run left it.</exception>
    public static PortfolioExport Of(IReadOnlyList<PartOutcome> outcomes, AboutFile about, bool withData, string? url)
    {
        ExportedRun[] runs = [.. outcomes.Where(one => one.Run is not null).Select(one => ExportedRun.Of(one.Part, one.Run!))];
        if (runs.Length == 0)
            throw new UserMistakeException($"There is no completed run to publish: type {CommandSet.Typed("portfolio")} first.");
        return url is null
            ? new(runs, about, withData, SuiteSource.Read(), null)
            : new(runs, about, withData, null, SuiteAddress.Of(url, [.. runs.Select(one => one.Run)]));
    }

    /// <summary>Says what would become public.</summary>
    public void List(ToolContext context, string folder)
    {
        context.Head($"What becomes public, in {Quoted.Path(folder)}:");
        context.Say("  README.md, index.html, portfolio.json, LICENSE (MIT), verify.cs, and a workflow that runs it at every push");
        context.Say($"  under the name {Quoted.Value(Holder)}{(About.Author is null ? ", as about.md names nobody" : "")}");
        foreach (ExportedRun run in Runs)
        {
            context.Say(FormattableString.Invariant($"  {run.Place}: {Counted.Of(run.Files.Count, "file")}, ")
                + Megabytes(run.Files.Sum(file => new FileInfo(Path.Combine(run.Run.Folder, file)).Length)));
        }

        foreach (IGrouping<string, ExportedRun> table in Runs.Where(run => run.Table is not null).GroupBy(run => run.Table!))
        {
            context.Say(WithData
                ? $"  {table.First().TablePlace}: your table, {table.First().Run.Data!.Rows} rows; --without-data leaves it out"
                : $"  not {Quoted.Path(table.Key)}; but reports name its columns and show values, and predictions.csv the label and the "
                    + "score of every row");
            context.Say($"    its columns: {Columns(table.Key)}");
        }

        foreach (string path in Runs.SelectMany(run => run.Paths).Distinct())
            context.Say($"  a path of this machine, in the command of a run: {Quoted.Path(path)}");
        context.Say(Suite is { } suite
            ? $"  {SuiteSource.Name}: the suite's source, {Counted.Of(suite.Files.Count, "file")}"
                + (suite.Commit is null ? ", with changes that are not committed" : "")
            : $"  the address of the suite: {Url}");
    }

    /// <summary>Writes all of it, or nothing.</summary>
    public void Write(string folder)
    {
        _ = new ExportFolder(folder);
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        string draft = Path.Combine(Path.GetDirectoryName(full)!, $".{Guid.NewGuid():N}.unfinished");
        try
        {
            Fill(draft);
            if (Directory.Exists(full)) Directory.Delete(full);
            Directory.Move(draft, full);
        }
        finally
        {
            if (Directory.Exists(draft)) Directory.Delete(draft, recursive: true);
        }
    }

    private string Holder => About.Author ?? "the author of this repository";

    private void Fill(string draft)
    {
        ExportFolder export = new(draft);
        foreach (ExportedRun run in Runs)
        {
            foreach (string file in run.Files)
                export.Copy(Path.Combine(run.Run.Folder, file), $"{run.Place}/{file}");
        }

        foreach (ExportedRun run in Runs.Where(run => WithData && run.Table is not null).DistinctBy(run => run.TablePlace))
            export.Copy(run.Table!, run.TablePlace!);
        PartOutcome[] there = [.. Runs.Select(run => new PartOutcome(run.Part, FinishedRun.Open(Path.Combine(draft, run.Place)), null))];
        ExportedRun[] repeated = [.. Runs.Where(run => WithData || run.Table is null)];
        var page = PortfolioPage.Of(draft, there, About, new(ExportedTexts.Repeats(repeated.Length, Runs.Count), ExportedTexts.Check(
            Url is null ? $"It unpacks `{SuiteSource.Name}`" : "It downloads the suite",
            [.. Runs.Except(repeated).Select(run => $"`{run.Place}`")])));
        export.Write("README.md", page.Markdown);
        export.Write("index.html", page.Html);
        export.Write(".nojekyll", "");
        export.Write(".gitattributes", "* -text\n");
        export.Write("portfolio.json", PortfolioDocument.Of(there, draft));
        export.Write("LICENSE", ExportedTexts.Licence(Runs.Max(run => run.Run.StartedAt.Year), Holder));
        export.Write("verify.cs", ExportedTexts.Program(Url, repeated.Select(run => run.Place)));
        export.Write(".github/workflows/verify.yml", ExportedTexts.Workflow);
        Suite?.Write(Path.Combine(draft, SuiteSource.Name));
    }

    private static string Columns(string table)
    {
        string[] names = (File.ReadLines(table).FirstOrDefault() ?? "").Split(',', ';', '\t');
        return string.Join(", ", names.Take(MostColumns).Select(name => Quoted.Value(name.Trim('"', ' '))))
            + (names.Length > MostColumns ? FormattableString.Invariant($" and {names.Length - MostColumns} more") : "");
    }

    private static string Megabytes(long bytes) => (bytes / 1e6).ToString("0.0", CultureInfo.InvariantCulture) + " MB";
}
