using Microsoft.Extensions.Logging;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Cli;

/// <summary>What a project meets of the world while it runs.</summary>
public sealed class RunContext
{
    private readonly Action<DataDescription, string> _beginRun;

    internal RunContext(
        CommonOptions common, RunProgress progress, ILogger logger, TimeProvider clock,
        Action<DataDescription, string> beginRun, CancellationToken cancellationToken) =>
        (Common, Progress, Logger, Clock, _beginRun, CancellationToken) = (common, progress, logger, clock, beginRun, cancellationToken);

    /// <summary>The options that every command has.</summary>
    public CommonOptions Common { get; }

    /// <summary>Bars on a terminal, lines where output goes into a file.</summary>
    public RunProgress Progress { get; }

    /// <summary>Into <c>run.log</c>, and with <c>--verbose</c> onto the console.</summary>
    public ILogger Logger { get; }

    /// <summary>The time, for whoever measures durations.</summary>
    public TimeProvider Clock { get; }

    /// <summary>Cancelled by Ctrl-C; long loops ask it.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>
    /// Makes the run folder. Called once, after options and data were found good and before the first real work: a mistake of the
    /// user's that is found earlier leaves no folder, and a crash that comes later leaves one that says so.
    /// </summary>
    public void BeginRun(DataDescription data, string device) => _beginRun(data, device);

    /// <summary>Work with a name that a person can wait for; not begun once the run was cancelled.</summary>
    public T Stage<T>(string name, Func<T> work)
    {
        CancellationToken.ThrowIfCancellationRequested();
        using ProgressStage stage = Progress.Stage(name);
        T found = work();
        stage.Advance();
        return found;
    }
}
