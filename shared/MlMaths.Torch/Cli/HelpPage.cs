using MlMaths.Torch.Runs;
using Spectre.Console;

namespace MlMaths.Torch.Cli;

/// <summary>What <c>--help</c> prints.</summary>
internal static class HelpPage
{
    public static void Write<TOptions>(IAnsiConsole console, IProject<TOptions> project)
    {
        string command = RepeatedCommand.For(project.Folder, []);
        console.Write(new Text($"{project.Title}\n", new Style(decoration: Decoration.Bold)));
        console.Write(new Text($"\n{project.Description}\n"));

        Heading(console, "Usage");
        console.Write(Indented(new Text($"{command} [options]")));
        if (project.Options.Count > 0)
        {
            Heading(console, "Options of this project");
            console.Write(Indented(Options(project.Options)));
        }

        Heading(console, "Options of every project");
        console.Write(Indented(Options(CommonOptions.All)));
        if (project.Examples.Count > 0)
        {
            Heading(console, "Examples");
            foreach (CommandExample example in project.Examples)
            {
                console.Write(Indented(new Text(example.Shows, new Style(decoration: Decoration.Dim))));
                console.Write(Indented(new Text($"{command} {example.Arguments}".TrimEnd())));
            }
        }

        Heading(console, "Exit codes");
        console.Write(Indented(new Text("0 done, 1 a defect of the program, 2 what was asked makes no sense, 130 cancelled")));
    }

    private static Grid Options(IEnumerable<ProjectOption> options)
    {
        Grid grid = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(3)).AddColumn();
        foreach (ProjectOption option in options)
        {
            string whenAbsent = option.IsSwitch ? "" : $" Default: {option.WhenAbsent}.";
            grid.AddRow(
                new Text($"{option.Name} {option.Placeholder}".TrimEnd(), new Style(Color.Blue)),
                new Text($"{option.Description}{Allowed(option)}{whenAbsent}"));
        }

        return grid;
    }

    /// <summary>A range is worth saying; that a text is a text is not.</summary>
    private static string Allowed(ProjectOption option) =>
        option.Placeholder == "WORD" || option.MayBe.Any(char.IsAsciiDigit) ? $" May be {option.MayBe}." : "";

    private static void Heading(IAnsiConsole console, string text) =>
        console.Write(new Text($"\n{text}\n", new Style(decoration: Decoration.Bold)));

    private static Padder Indented(Spectre.Console.Rendering.IRenderable content) => new(content, new Spectre.Console.Padding(2, 0, 0, 0));
}
