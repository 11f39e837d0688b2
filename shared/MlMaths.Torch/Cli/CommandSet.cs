using MlMaths.Torch.Runs;
using Spectre.Console;

namespace MlMaths.Torch.Cli;

/// <summary>A program of several commands: the first word says which.</summary>
/// <param name="Title">One line.</param>
/// <param name="Groups">In the order in which the start page lists them.</param>
public sealed record CommandSet(string Title, IReadOnlyList<CommandGroup> Groups)
{
    /// <summary>What a newcomer types first; the start page opens with it.</summary>
    public IReadOnlyList<CommandExample> FirstSteps { get; init; } = [];

    /// <summary>Where the user is and what comes now, in one sentence for the start page; null for nothing to say.</summary>
    public Func<string?> Now { get; init; } = () => null;

    /// <summary>The same program without the launcher, as one types it; null where there is no need to know.</summary>
    public string? LongForm { get; init; }

    /// <summary>All commands, in the order of their groups.</summary>
    public IReadOnlyList<CommandVerb> Commands { get; } = [.. Groups.SelectMany(group => group.Commands)];

    /// <summary>A command as one types it at the root of the clone.</summary>
    /// <param name="verb">The word that names it.</param>
    public static string Typed(string verb) => RepeatedCommand.For(verb, []);

    /// <summary>Runs the command that the first word names; without any, or with <c>--help</c>, lists them.</summary>
    /// <param name="args">What was typed.</param>
    /// <param name="console">Where results go; standard output by default.</param>
    /// <param name="errors">Where mistakes go; standard error by default.</param>
    /// <param name="clock">The time; the system's by default.</param>
    /// <param name="cancellationToken">Stops a run as Ctrl-C does.</param>
    public int Run(
        string[] args, IAnsiConsole? console = null, IAnsiConsole? errors = null, TimeProvider? clock = null,
        CancellationToken cancellationToken = default)
    {
        CommandConsole speaker = CommandConsole.Standard(console, errors);
        if (BuildAge.Remark() is { } remark)
            speaker.Complain(remark);
        if (args is [] or [CommandLine.Help or "-h" or "-?" or "help"])
        {
            HelpPage.Write(speaker.Output, this);
            return ExitCode.Done;
        }

        if (Commands.FirstOrDefault(command => command.Name == args[0]) is { } asked)
            return asked.Run(args[1..], console, errors, clock, cancellationToken);
        if (args is ["help", { } name] && Commands.FirstOrDefault(command => command.Name == name) is { } wondered)
            return wondered.Run([CommandLine.Help], console, errors, clock, cancellationToken);

        string[] names = [.. Commands.Select(command => command.Name)];
        string meant = NearestName.Of(args[0], names) is { } near ? $"did you mean {near}?" : $"it may be {string.Join(", ", names)}.";
        speaker.Complain($"{Quoted.Value(args[0])} is not a command of this program: {meant}");
        return ExitCode.UsersMistake;
    }
}
