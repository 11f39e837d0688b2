using Microsoft.Extensions.Logging;
using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Cli;

/// <summary>What a project meets of the world while it runs.</summary>
public sealed class RunContext
{
    private readonly Action<DataDescription?, string> _beginRun;
    private readonly Func<TrainingArchive> _archive;

    internal RunContext(
        CommonOptions common, RunProgress progress, ILogger logger, TimeProvider clock,
        Action<DataDescription?, string> beginRun, Func<TrainingArchive> archive, CancellationToken cancellationToken) =>
        (Common, Progress, Logger, Clock, _beginRun, _archive, CancellationToken) = (common, progress, logger, clock, beginRun, archive, cancellationToken);

    /// <summary>The options that every command has.</summary>
    public CommonOptions Common { get; }

    /// <summary>Bars on a terminal, lines where output goes into a file.</summary>
    public RunProgress Progress { get; }

    /// <summary>Into <c>run.log</c>, and with <c>--verbose</c> onto the console.</summary>
    public ILogger Logger { get; }

    /// <summary>The time, for whoever measures durations.</summary>
    public TimeProvider Clock { get; }

    /// <summary>Where trainings keep their checkpoints, so that <c>--resume</c> can go on with them. There once the run has begun.</summary>
    public TrainingArchive Archive => _archive();

    /// <summary>Cancelled by Ctrl-C; long loops ask it.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>
    /// Makes the run folder. Called once, after options and data were found good and before the first real work: a mistake of the
    /// user's that is found earlier leaves no folder, and a crash that comes later leaves one that says so.
    /// </summary>
    /// <param name="data">What the run looks at; null where all is drawn by the seed.</param>
    /// <param name="device">Where tensors live.</param>
    public void BeginRun(DataDescription? data, string device) => _beginRun(data, device);

    /// <summary>Work with a name that a person can wait for; not begun once the run was cancelled.</summary>
    public T Stage<T>(string name, Func<T> work) => Stage(name, 1, stage =>
    {
        T found = work();
        stage.Advance();
        return found;
    });

    /// <summary>The same, of so many steps, which the work itself advances.</summary>
    public T Stage<T>(string name, double steps, Func<ProgressStage, T> work)
    {
        CancellationToken.ThrowIfCancellationRequested();
        using ProgressStage stage = Progress.Stage(name, steps);
        return work(stage);
    }
}
