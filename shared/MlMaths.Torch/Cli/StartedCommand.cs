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

    /// <summary>Continues the run in a folder.</summary>
    public string Continuing(string folder) => RepeatedCommand.For(Verb, ["--resume", folder]);
}
