using MlMaths.Torch.Runs;
using Spectre.Console;
using Words = Spectre.Console.Text;

namespace MlMaths.Torch.Cli;

/// <summary>What <c>--help</c> prints.</summary>
internal static class HelpPage
{
    private const string AnswerIsNo = "3 answered, and the answer is no";
    private const string ExitCodes = "0 done, 1 a bug in the program, 2 the request makes no sense";

    public static void Write<TOptions>(IAnsiConsole console, IProject<TOptions> project)
    {
        string command = RepeatedCommand.For(project.Verb, []);
        Begin(console, project.Title, project.Description,
            Usage(command, project.Words, project.Options) + " [options]");
        Options(console, "Options of this command", ProjectCommand.OwnOptions(project));
        Options(console, "Options of every run", CommonOptions.For(project.ReadsData));
        Examples(console, "Examples", command, project.Examples);
        Sizes(console, project.Scale);
        string no = project is IPrintsDocument<TOptions> { MayAnswerNo: true } ? $", {AnswerIsNo}" : "";
        Ending(console, $"{ExitCodes}{no}, 130 cancelled");
    }

    public static void Write(IAnsiConsole console, ITool tool)
    {
        string command = RepeatedCommand.For(tool.Verb, []);
        string options = tool.Options.Count > 0 ? " [options]" : "";
        Begin(console, tool.Title, tool.Description, Usage(command, tool.Words, tool.Options) + options);
        Options(console, "Options", tool.Options);
        Examples(console, "Examples", command, tool.Examples);
        Ending(console, $"{ExitCodes}, {AnswerIsNo}");
    }

    public static void Write(IAnsiConsole console, CommandSet program)
    {
        console.Write(new Words($"{program.Title}\n", new Style(decoration: Decoration.Bold)));
        Examples(console, "Start here", RepeatedCommand.Launcher, program.FirstSteps);
        if (program.Now() is { } now)
        {
            Heading(console, "Where you are");
            console.Write(Indented(new Words(now)));
        }

        int widest = program.Commands.Max(verb => verb.Name.Length);
        foreach (CommandGroup group in program.Groups)
        {
            Heading(console, group.Title);
            Grid grid = TwoColumns();
            foreach (CommandVerb verb in group.Commands)
                grid.AddRow(new Words(verb.Name.PadRight(widest), new Style(Color.Blue)), new Words(verb.Title));
            console.Write(Indented(grid));
        }

        console.Write(new Words("\nWhat a command does, and its options:\n"));
        ToCopy(console, $"{RepeatedCommand.Launcher} COMMAND --help");
        if (program.LongForm is { } typed)
        {
            console.Write(new Words("\nThe same without the launcher:\n"));
            ToCopy(console, typed);
        }
    }

    private static void Begin(IAnsiConsole console, string title, string description, string usage)
    {
        console.Write(new Words($"{title}\n", new Style(decoration: Decoration.Bold)));
        console.Write(new Words($"\n{description}\n"));
        Heading(console, "Usage");
        ToCopy(console, usage);
    }

    /// <summary>What has to be typed at the least.</summary>
    private static string Usage(string command, string? words, IReadOnlyList<ProjectOption> options) => string.Join(' ',
    [
        command, .. words is { Length: > 0 } ? new[] { words } : [],
        .. options.Where(option => option.IsRequired).Select(option => $"{option.Name} {option.Placeholder}"),
    ]);

    private static void Options(IAnsiConsole console, string heading, IReadOnlyList<ProjectOption> options)
    {
        if (options.Count == 0)
            return;
        Heading(console, heading);
        Grid grid = TwoColumns();
        foreach (ProjectOption option in options)
        {
            string whenAbsent = option.IsRequired ? " Required." : option.IsSwitch ? "" : $" Default: {option.WhenAbsent}.";
            grid.AddRow(
                new Words($"{option.Name} {option.Placeholder}".TrimEnd(), new Style(Color.Blue)),
                new Words($"{option.Description}{Allowed(option)}{whenAbsent}"));
        }

        console.Write(Indented(grid));
    }

    private static void Examples(IAnsiConsole console, string heading, string command, IReadOnlyList<CommandExample> examples)
    {
        if (examples.Count > 0)
            Heading(console, heading);
        foreach (CommandExample example in examples)
        {
            console.Write(Indented(new Words(example.Shows, new Style(decoration: Decoration.Dim))));
            ToCopy(console, $"{command} {example.Arguments}".TrimEnd());
        }
    }

    private static void Sizes(IAnsiConsole console, TableScale? scale)
    {
        if (scale is null)
            return;
        Heading(console, "Sizes");
        console.Write(Indented(new Words(scale.Sentence)));
    }

    private static void Ending(IAnsiConsole console, string exitCodes)
    {
        Heading(console, "Exit codes");
        console.Write(Indented(new Words(exitCodes)));
    }

    /// <summary>A command is one line on the narrowest terminal too: a copy of half of it would not work.</summary>
    private static void ToCopy(IAnsiConsole console, string command) => console.Profile.Out.Writer.WriteLine($"  {command}");

    private static Grid TwoColumns() => new Grid().AddColumn(new GridColumn().NoWrap().PadRight(3)).AddColumn();

    /// <summary>A range is worth saying; that a text is a text is not.</summary>
    private static string Allowed(ProjectOption option) =>
        option.Placeholder == "WORD" || option.MayBe.Any(char.IsAsciiDigit) ? $" May be {option.MayBe}." : "";

    private static void Heading(IAnsiConsole console, string text) =>
        console.Write(new Words($"\n{text}\n", new Style(decoration: Decoration.Bold)));

    private static Padder Indented(Spectre.Console.Rendering.IRenderable content) => new(content, new Spectre.Console.Padding(2, 0, 0, 0));
}
