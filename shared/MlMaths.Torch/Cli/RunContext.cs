using Microsoft.Extensions.Logging;
using MlMaths.Torch.Data;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Cli;

/// <summary>What a project meets of the world while it prepares and while it works.</summary>
public class RunContext
{
    // Bytes that take a second or so to read.
    private const long LargeFile = 8 << 20;

    private readonly StageTimes _stages;
    private readonly TableScale? _scale;
    private readonly StartedCommand _command;

    internal RunContext(
        CommonOptions common, RunProgress progress, ILogger logger, TimeProvider clock, StageTimes stages, TableScale? scale,
        StartedCommand command, CancellationToken cancellationToken) =>
        (Common, Progress, Logger, Clock, _stages, _scale, _command, CancellationToken) =
        (common, progress, logger, clock, stages, scale, command, cancellationToken);

    private protected RunContext(RunContext before)
        : this(before.Common, before.Progress, before.Logger, before.Clock, before._stages, before._scale, before._command,
            before.CancellationToken)
    {
    }

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
    /// The rows that were asked for: a file of the user's, or an embedded set by its name. What takes long is told from
    /// the start.
    /// </summary>
    /// <param name="embedded">The project's own set, where nothing was asked for.</param>
    /// <param name="roles">What else than the target has a role; <c>--target</c> is added here.</param>
    /// <param name="encodesCategories">Whether texts become features, or stay outside for checks.</param>
    /// <exception cref="UserMistakeException">The file cannot be used as it is.</exception>
    public Dataset ReadData(string embedded, ColumnRoles? roles = null, bool encodesCategories = true)
    {
        if (Common.DataFile is not { } file || !File.Exists(file) || new FileInfo(file).Length < LargeFile)
            return Read(null);
        Dataset rows = Stage("Reading rows", 1, stage => Read(stage.AdvanceTo));
        if (_scale?.Expect(rows) is { } expected)
            Progress.Say(expected);
        return rows;

        Dataset Read(Action<double>? told) => Common.ReadData(embedded, roles, told, _command.With, encodesCategories);
    }

    /// <summary>A file that is only looked at, without a target: every fault is told, with a command that heals what can be
    /// healed.</summary>
    /// <param name="file">Its path, or the name of an embedded set.</param>
    /// <exception cref="UserMistakeException">The file cannot be used as it is.</exception>
    public Dataset ReadOverview(string file)
    {
        CommonOptions common = Common with { DataFile = file, Target = null };
        return common.ReadData(file, new ColumnRoles { TargetMayLack = true, IsOverview = true }, null, _command.With);
    }

    /// <summary>What was typed, with those options in place of their values, or added.</summary>
    public string CommandWith(IReadOnlyList<(string Option, string? Value)> options) => _command.With(options);

    /// <summary>Another command, ready to copy, with the options about the table that were typed.</summary>
    /// <param name="verb">The word that names it.</param>
    /// <param name="options">More options, with their values; null for a switch.</param>
    public string CommandForTable(string verb, IReadOnlyList<(string Option, string? Value)> options) => _command.ForTable(verb, options);

    /// <summary>
    /// Work with a name that a person can wait for; not begun once the run was cancelled. How long it took stands in <c>run.log</c>
    /// and <c>results.json</c>.
    /// </summary>
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
        using IDisposable measured = _stages.Begin(name);
        using ProgressStage stage = Progress.Stage(name, steps);
        return work(stage);
    }
}
