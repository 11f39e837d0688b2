using MlMaths.Torch.Runs;
using Spectre.Console;

namespace MlMaths.Torch.Cli;

/// <summary>What <c>--help</c> prints.</summary>
internal static class HelpPage
{
    private const string ExitCodes = "0 done, 1 a defect of the program, 2 what was asked makes no sense";

    public static void Write<TOptions>(IAnsiConsole console, IProject<TOptions> project)
    {
        string command = RepeatedCommand.For(project.Folder, project.Verb, []);
        Begin(console, project.Title, project.Description, $"{command} {project.Words} [options]".Replace("  ", " ", StringComparison.Ordinal));
        Options(console, project.Verb is null ? "Options of this project" : "Options of this command", project.Options);
        Options(console, project.Verb is null ? "Options of every project" : "Options of every run", CommonOptions.For(project.ReadsData));
        Examples(console, command, project.Examples);
        Sizes(console, project.Scale);
        Ending(console, $"{ExitCodes}, 130 cancelled");
    }

    public static void Write(IAnsiConsole console, ITool tool)
    {
        string command = RepeatedCommand.For(tool.Folder, tool.Verb, []);
        Begin(console, tool.Title, tool.Description, $"{command} {tool.Words}" + (tool.Options.Count > 0 ? " [options]" : ""));
        Options(console, "Options", tool.Options);
        Examples(console, command, tool.Examples);
        Ending(console, $"{ExitCodes}, 3 it was answered, and the answer is no");
    }

    public static void Write(IAnsiConsole console, CommandSet program)
    {
        string command = RepeatedCommand.For(program.Folder, null, []);
        console.Write(new Text($"{program.Title}\n", new Style(decoration: Decoration.Bold)));
        Heading(console, "Usage");
        console.Write(Indented(new Text($"{command} COMMAND")));
        Heading(console, "Commands");
        Grid grid = TwoColumns();
        foreach (CommandVerb verb in program.Commands)
            grid.AddRow(new Text(verb.Name, new Style(Color.Blue)), new Text(verb.Title));
        console.Write(Indented(grid));
        console.Write(new Text($"\nWhat a command takes: {command} COMMAND --help\n"));
    }

    private static void Begin(IAnsiConsole console, string title, string description, string usage)
    {
        console.Write(new Text($"{title}\n", new Style(decoration: Decoration.Bold)));
        console.Write(new Text($"\n{description}\n"));
        Heading(console, "Usage");
        console.Write(Indented(new Text(usage)));
    }

    private static void Options(IAnsiConsole console, string heading, IReadOnlyList<ProjectOption> options)
    {
        if (options.Count == 0)
            return;
        Heading(console, heading);
        Grid grid = TwoColumns();
        foreach (ProjectOption option in options)
        {
            string whenAbsent = option.IsSwitch ? "" : $" Default: {option.WhenAbsent}.";
            grid.AddRow(
                new Text($"{option.Name} {option.Placeholder}".TrimEnd(), new Style(Color.Blue)),
                new Text($"{option.Description}{Allowed(option)}{whenAbsent}"));
        }

        console.Write(Indented(grid));
    }

    private static void Examples(IAnsiConsole console, string command, IReadOnlyList<CommandExample> examples)
    {
        if (examples.Count > 0)
            Heading(console, "Examples");
        foreach (CommandExample example in examples)
        {
            console.Write(Indented(new Text(example.Shows, new Style(decoration: Decoration.Dim))));
            console.Write(Indented(new Text($"{command} {example.Arguments}".TrimEnd())));
        }
    }

    private static void Sizes(IAnsiConsole console, TableScale? scale)
    {
        if (scale is null)
            return;
        Heading(console, "Sizes");
        console.Write(Indented(new Text(scale.Sentence)));
    }

    private static void Ending(IAnsiConsole console, string exitCodes)
    {
        Heading(console, "Exit codes");
        console.Write(Indented(new Text(exitCodes)));
    }

    private static Grid TwoColumns() => new Grid().AddColumn(new GridColumn().NoWrap().PadRight(3)).AddColumn();

    /// <summary>A range is worth saying; that a text is a text is not.</summary>
    private static string Allowed(ProjectOption option) =>
        option.Placeholder == "WORD" || option.MayBe.Any(char.IsAsciiDigit) ? $" May be {option.MayBe}." : "";

    private static void Heading(IAnsiConsole console, string text) =>
        console.Write(new Text($"\n{text}\n", new Style(decoration: Decoration.Bold)));

    private static Padder Indented(Spectre.Console.Rendering.IRenderable content) => new(content, new Spectre.Console.Padding(2, 0, 0, 0));
}
