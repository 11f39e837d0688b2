using Spectre.Console;

namespace MlMaths.Torch.Cli;

/// <summary>One command of a program that holds several.</summary>
public sealed class CommandVerb
{
    private readonly Func<string[], IAnsiConsole?, IAnsiConsole?, TimeProvider?, CancellationToken, int> _run;

    private CommandVerb(string name, string title, Func<string[], IAnsiConsole?, IAnsiConsole?, TimeProvider?, CancellationToken, int> run) =>
        (Name, Title, _run) = (name, title, run);

    /// <summary>The word that is typed first.</summary>
    public string Name { get; }

    /// <summary>What it does, in one line.</summary>
    public string Title { get; }

    /// <summary>A command that leaves a run folder.</summary>
    public static CommandVerb Of<TOptions>(IProject<TOptions> project) => new(
        project.Verb ?? throw new ArgumentException($"{project.Name} has no verb.", nameof(project)), project.Title,
        (args, console, errors, clock, cancellation) => ProjectCommand.Run(args, project, console, errors, clock, cancellation));

    /// <summary>A command that answers on the console.</summary>
    public static CommandVerb Of(ITool tool) => new(
        tool.Verb, tool.Title, (args, console, errors, _, _) => tool.RunsForeignCode && console is null && !GuardedProcess.IsInside
            ? GuardedProcess.Run([tool.Verb, .. args], CommandConsole.Standard(console, errors))
            : ToolCommand.Run(args, tool, CommandConsole.Standard(console, errors)));

    /// <summary>A command that leaves a run folder, or, where a switch is typed, answers on the console like a tool.</summary>
    /// <param name="project">Without the switch.</param>
    /// <param name="answer">With it.</param>
    /// <param name="switch">The switch, an option of both.</param>
    public static CommandVerb Of<TOptions>(IProject<TOptions> project, ITool answer, string @switch)
    {
        CommandVerb report = Of(project), tool = Of(answer);
        return new(report.Name, report.Title, (args, console, errors, clock, cancellation) =>
            (args.Contains(@switch) && !args.Contains(CommandLine.Help) ? tool : report).Run(args, console, errors, clock, cancellation));
    }

    internal int Run(string[] args, IAnsiConsole? console, IAnsiConsole? errors, TimeProvider? clock, CancellationToken cancellation) =>
        _run(args, console, errors, clock, cancellation);
}
