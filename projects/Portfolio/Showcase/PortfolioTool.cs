using MlMaths.Torch.Cli;
using MlMaths.Torch.Exercises.MyWork;
using MlMaths.Torch.Portfolio.Showcase.Export;

namespace MlMaths.Torch.Portfolio.Showcase;

/// <summary><c>portfolio</c>: all projects side by side, and one page about them.</summary>
internal sealed class PortfolioTool : ITool
{
    private static readonly ProjectOption<string?> DataOption = ProjectOption.Text(
        "--data", "MINE.csv", "the embedded sets", "Your own table, for every part that looks at rows.");

    private static readonly ProjectOption<string?> TargetOption = ProjectOption.Text(
        "--target", "COLUMN", "the last column", "The column of your table that is predicted.");

    private static readonly ProjectOption<string?> PositiveOption = ProjectOption.Text(
        "--positive", "VALUE", "by custom, or the rarer one", "The value of the target that is looked for.");

    private static readonly ProjectOption<string?> OnlyOption = ProjectOption.Text(
        "--only", "PART[,PART]", "all parts", "Run these alone; the page keeps the last run of the others.");

    private static readonly ProjectOption<string?> OutOption = ProjectOption.Text(
        "--out", "DIR", "runs/portfolio", "The folder of the page and of its runs.");

    private static readonly ProjectOption<bool> QuickOption = ProjectOption.Switch("--quick", "Smaller runs, to try it.");

    private static readonly ProjectOption<string?> ExportOption = ProjectOption.Text(
        "--export", "DIR", "nothing is published", "Write a repository to push, from the last runs; nothing is run.");

    private static readonly ProjectOption<bool> WithoutDataOption = ProjectOption.Switch(
        "--without-data", "With --export: leave your own table out.");

    private static readonly ProjectOption<string?> SuiteOption = ProjectOption.Text(
        "--suite-url", "URL", "the source, as suite.zip", "With --export: where strangers download the suite.");

    private static readonly ProjectOption<bool> YesOption = ProjectOption.Switch(
        "--yes", "With --export: write without asking; the list was read.");

    public string Verb => "portfolio";

    public string Title => "All projects side by side, and one page about them";

    public string Description =>
        "Runs the four projects, the calculus report and the evaluation pack, as many at a time as there are processors, and writes one "
        + "page that a stranger reads in a minute: of each its answer, its numbers and intervals, one picture and its first caution. "
        + "about.md beside it is yours: what you write there stands on the page, marked as your own words.";

    public string Words => "";

    public IReadOnlyList<CommandExample> Examples { get; } =
    [
        new("", "everything, on the embedded data: about a minute and a half on two processors"),
        new("--data mine.csv --target churned", "the same on your own table, where it fits"),
        new("--only logistic,net", "two parts anew; the others stay as they were"),
        new("--export my-portfolio", "a repository to push, with pages, runs, a licence and a check for strangers"),
    ];

    public IReadOnlyList<ProjectOption> Options { get; } =
    [
        DataOption, TargetOption, PositiveOption, OnlyOption, OutOption, QuickOption, ExportOption, WithoutDataOption, SuiteOption,
        YesOption,
    ];

    public bool Answer(ToolContext context)
    {
        if (context.Words is [{ } word, ..])
            throw new UserMistakeException($"{Quoted.Value(word)} belongs to no option: --only names parts, as in --only logistic,net.");
        string folder = context.Of(OutOption) ?? Path.Combine("runs", "portfolio");
        if (context.Of(ExportOption) is { } published)
            return Export(context, folder, published);
        if (context.Options.Given.FirstOrDefault(option => option.Name is "--without-data" or "--suite-url" or "--yes") is { } lonely)
            throw new UserMistakeException($"{lonely.Name} belongs to --export DIR, which is not there.");
        IReadOnlyList<PortfolioPart> asked = Asked(context.Of(OnlyOption));
        Prepare(folder);
        context.Say($"Running {string.Join(", ", asked.Select(part => part.Verb))} ...");
        SideBySide desk = new(folder, context.Cancellation);
        IReadOnlyList<PartOutcome> run = RunAll(context, desk, asked);
        PartOutcome[] all = [.. PortfolioPart.All.Select(part =>
            run.FirstOrDefault(outcome => outcome.Part == part) ?? new(part, desk.Last(part), null))];
        var page = PortfolioPage.Of(folder, all, AboutFile.Read(folder));
        Replace(folder, "README.md", page.Markdown);
        Replace(folder, "index.html", page.Html);
        Replace(folder, "portfolio.json", PortfolioDocument.Of(all));
        context.Head($"The page: {Quoted.Path(Path.Combine(folder, "index.html"))}");
        context.Say($"Your own words belong in {Quoted.Path(Path.Combine(folder, AboutFile.Name))}; "
            + "the same command puts them on the page.");
        return run.All(outcome => outcome.WhyNot is null);
    }

    private static IReadOnlyList<PartOutcome> RunAll(ToolContext context, SideBySide desk, IReadOnlyList<PortfolioPart> asked)
    {
        List<PortfolioPart> ended = [];
        try
        {
            return desk.Run(asked, part => Args(context, part), outcome =>
            {
                ended.Add(outcome.Part);
                context.Say(FormattableString.Invariant($"  {ended.Count} of {asked.Count}  {outcome.Part.Verb}: ")
                    + (outcome.WhyNot ?? FormattableString.Invariant($"done in {outcome.Run!.Seconds:0} s")));
            });
        }
        catch (OperationCanceledException)
        {
            string[] left = [.. asked.Except(ended).Select(part => part.Verb)];
            context.Say(ended.Count == 0
                ? "No part had ended: type the same command to begin again."
                : $"{ended.Count} of {Counted.Of(asked.Count, "part")} ended and {(ended.Count == 1 ? "is" : "are")} kept; go on with "
                    + $"the same command and --only {string.Join(",", left)}, which also writes the page.");
            throw;
        }
    }

    private static bool Export(ToolContext context, string folder, string published)
    {
        if (context.Options.Given.FirstOrDefault(option =>
            option.Name is "--data" or "--target" or "--positive" or "--quick") is { } running)
        {
            throw new UserMistakeException(
                $"--export publishes the last runs and runs nothing, but {running.Name} is about new ones: first the one, then the other.");
        }

        _ = new ExportFolder(published);
        Prepare(folder);
        SideBySide desk = new(folder, context.Cancellation);
        PartOutcome[] last = [.. Asked(context.Of(OnlyOption)).Select(part => new PartOutcome(part, desk.Last(part), null))];
        var export = PortfolioExport.Of(last, AboutFile.Read(folder), !context.Of(WithoutDataOption), context.Of(SuiteOption));
        export.List(context, published);
        if (!context.Of(YesOption) && !IsConfirmed(context))
            return true;
        export.Write(published);
        context.Head($"The repository: {Quoted.Path(published)}");
        context.Say($"{ExportFolder.Next(published)} A stranger types: {ExportedTexts.Command}");
        return true;
    }

    private static bool IsConfirmed(ToolContext context)
    {
        if (!context.IsAttended)
        {
            throw new UserMistakeException(
                "Nothing was written: where nobody can be asked, --yes says that the list above may become public.");
        }

        context.Say("Write it? y for yes, any other key for no.");
        if (context.NextKey() is 'y' or 'Y')
            return true;
        context.Say("Nothing was written.");
        return false;
    }

    private static IReadOnlyList<PortfolioPart> Asked(string? only)
    {
        if (only is null) return PortfolioPart.All;
        string[] names = only.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        string[] known = [.. PortfolioPart.All.Select(part => part.Verb)];
        if (names.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
        {
            throw new UserMistakeException(
                $"--only names {Quoted.Value(unknown)}, and may name {string.Join(", ", known)}: for instance --only logistic,net.");
        }

        return names.Length > 0 ? [.. PortfolioPart.All.Where(part => names.Contains(part.Verb))]
            : throw new UserMistakeException($"--only names nothing: it may name {string.Join(", ", known)}.");
    }

    private static List<string> Args(ToolContext context, PortfolioPart part)
    {
        List<string> args = context.Of(QuickOption) ? ["--quick"] : [];
        foreach (ProjectOption<string?> option in new[] { DataOption, TargetOption, PositiveOption })
        {
            // Project 2 looks for groups: no class is positive there.
            if (part.TakesRows && context.Of(option) is { } value && (option != PositiveOption || part.Verb is not ("pca" or "net")))
                args.AddRange([option.Name, value]);
        }

        return args;
    }

    private static void Prepare(string folder)
    {
        try
        {
            // The folder of all runs first: parts that start at once would make it, and take it away empty, under each other's hands.
            Directory.CreateDirectory(Path.Combine(folder, "runs"));
            AboutFile.Begin(folder);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UserMistakeException(
                $"--out is {Quoted.Path(folder)}, which cannot be written ({cause.Message.TrimEnd('.')}): name a folder that you may "
                + "write to, for instance --out runs/portfolio.",
                cause);
        }
    }

    /// <summary>Whole, or as it was.</summary>
    private static void Replace(string folder, string name, string text)
    {
        string draft = Path.Combine(folder, $".{name}.unfinished");
        File.WriteAllText(draft, text);
        File.Move(draft, Path.Combine(folder, name), overwrite: true);
    }
}
