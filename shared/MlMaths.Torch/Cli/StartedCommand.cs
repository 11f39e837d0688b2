using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Cli;

/// <summary>What started a run: typed now, or long ago where the run goes on.</summary>
/// <param name="Verb">The word that names the command.</param>
/// <param name="Args">What was typed when the run began.</param>
/// <param name="Interrupted">The run that goes on; null for a new one.</param>
internal sealed record StartedCommand(string Verb, IReadOnlyList<string> Args, InterruptedRun? Interrupted)
{
    /// <summary>Repeats the run.</summary>
    public string Text => RepeatedCommand.For(Verb, Args);

    /// <summary>Options whose value is a list, to which more is added.</summary>
    private static readonly string[] Lists = ["--leave-out", "--keep", "--missing-value"];

    /// <summary>The command with those options too, ready to be typed.</summary>
    public string With(IReadOnlyList<(string Option, string? Value)> options)
    {
        List<string> args = [.. Args];
        foreach ((string option, string? value) in options)
        {
            int at = args.IndexOf(option);
            if (at < 0)
                args.AddRange(value is null ? [option] : [option, value]);
            else if (value is not null && at + 1 < args.Count)
                args[at + 1] = Lists.Contains(option) ? $"{args[at + 1]},{value}" : value;
        }

        return RepeatedCommand.For(Verb, args);
    }

    /// <summary>Another command about the same table: how it is read stays as it was typed.</summary>
    public string ForTable(string verb, IReadOnlyList<(string Option, string? Value)> options)
    {
        List<string> args = [];
        for (int at = 0; at < Args.Count; at++)
        {
            string name = Args[at].Split('=')[0];
            if (CommonOptions.OfTables.FirstOrDefault(option => option.Name == name) is not { } option) continue;
            args.Add(Args[at]);
            if (!option.IsSwitch && name.Length == Args[at].Length && at + 1 < Args.Count) args.Add(Args[++at]);
        }

        return (this with { Verb = verb, Args = args }).With(options);
    }

    /// <summary>Continues the run in a folder.</summary>
    public string Continuing(string folder) => RepeatedCommand.For(Verb, ["--resume", folder]);
}
