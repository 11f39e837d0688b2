using Spectre.Console;

namespace MlMaths.Torch.Cli;

/// <summary>One command of a program that holds several.</summary>
public sealed class CommandVerb
{
    private readonly Func<string[], IAnsiConsole?, IAnsiConsole?, TimeProvider?, CancellationToken, int> _run;

    private CommandVerb(
        string name, string title,
        Func<string[], IAnsiConsole?, IAnsiConsole?, TimeProvider?, CancellationToken, int> run) =>
            (Name, Title, _run) = (name, title, run);

    /// <summary>The word that is typed first.</summary>
    public string Name { get; }

    /// <summary>What it does, in one line.</summary>
    public string Title { get; }

    /// <summary>A command that leaves a run folder.</summary>
    public static CommandVerb Of<TOptions>(IProject<TOptions> project) => new(
        project.Verb, project.Title,
        (args, console, errors, clock, cancellation) => ProjectCommand.Run(args, project, console, errors, clock, cancellation));

    /// <summary>A command that answers on the console.</summary>
    public static CommandVerb Of(ITool tool) => new(
        tool.Verb, tool.Title,
        (args, console, errors, _, cancellation) => ToolCommand.Run(args, tool, CommandConsole.Standard(console, errors), cancellation));

    internal int Run(string[] args, IAnsiConsole? console, IAnsiConsole? errors, TimeProvider? clock, CancellationToken cancellation) =>
        _run(args, console, errors, clock, cancellation);
}
