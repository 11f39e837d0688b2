using Microsoft.Extensions.Logging;
using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Cli;

/// <summary>One run of a project, from its first log line to its manifest, however it ends.</summary>
internal sealed class ProjectRun : IDisposable
{
    /// <summary>The last stage of each run.</summary>
    public const string Writing = "Writing the report";

    private readonly string _project;
    private readonly StartedCommand _command;
    private readonly ParsedOptions _options;
    private readonly TimeProvider _clock;
    private readonly DateTimeOffset _startedAt;
    private readonly long _start;
    private readonly LogFile _log = new();
    private readonly ILoggerFactory _loggers;
    private FolderLock? _lock;
    private RunFolder? _folder;
    private RunFacts? _facts;
    private TrainingArchive? _archive;

    public ProjectRun(string project, StartedCommand command, ParsedOptions options, CommandConsole console, TimeProvider clock)
    {
        (_project, _command, _options, _clock) = (project, command, options, clock);
        (_startedAt, _start) = (clock.GetUtcNow(), clock.GetTimestamp());
        if (command.Interrupted is { } interrupted)
            _startedAt = new(interrupted.Record.StartedAt);
        _loggers = LoggerFactory.Create(logging =>
        {
            logging.SetMinimumLevel(LogLevel.Debug).AddProvider(new LineLog(_log.Keep, clock));
            if (options.Common.Verbose)
                logging.AddProvider(new LineLog(console.Complain, clock));
        });
        Logger = _loggers.CreateLogger(project);
        Stages = new(clock, took => Logger.StageTook(took.Name, took.Seconds));
    }

    public ILogger Logger { get; }

    /// <summary>How long its stages took.</summary>
    public StageTimes Stages { get; }

    /// <summary>Path of the folder; null as long as there is none.</summary>
    public string? Folder => _folder?.FullName ?? _command.Interrupted?.Folder;

    /// <summary>Makes the folder, or opens that of the run that is continued.</summary>
    public BegunRun Begin(PreparedRun prepared, RunContext context)
    {
        (DataDescription? data, string device) = (prepared.Data, prepared.Device);
        _command.Interrupted?.RequireSame(data);
        _folder = _command.Interrupted is { } interrupted ? RunFolder.Open(interrupted.Folder) : NewFolder(data, device);
        _log.Open(_folder);
        _archive = new(_folder, _clock, sentence => Logger.Tells(sentence));
        _facts = new(_project, _startedAt, _options.Common.Seed, device, _command.Text, data, _options.ByKey, RunEnvironment.Read());
        if (_command.Interrupted is not null)
        {
            Logger.Continues(device, _command.Text);
        }
        else
        {
            Logger.Begins(
                device, data is null ? "no data" : FormattableString.Invariant($"{data.Rows} rows of {data.Name}"),
                _command.Text);
        }

        return new BegunRun(context, _archive);
    }

    /// <summary>Writes all that was found; the manifest last.</summary>
    public void Complete(ProjectResult result, Action<double> advance, CancellationToken cancellationToken)
    {
        if (_folder is null || _facts is null)
            throw new InvalidOperationException("A run that has not begun cannot be completed.");
        ModelFile? model;
        using (Stages.Begin(Writing))
        {
            model = RunFiles.Write(_folder, _facts, result, run => _archive?.LongHistoryOf(run), advance, cancellationToken);
            _archive?.Close();
            _folder.Sweep();
        }
        Logger.Completed(result.Measurements.Count);
        _log.RequireWritten();
        _folder.RequireWhole();
        End(RunStatus.Completed, result.Measurements, model);
        _lock?.Remove();
        _command.Interrupted?.Free();
    }

    /// <summary>Leaves a folder that says how the run ended, as far as the disk allows.</summary>
    public void Abort(RunStatus status)
    {
        _archive?.Dispose();
        try
        {
            End(status, [], null);
        }
        catch (Exception cause) when (MachineLimit.IsRefusal(cause))
        {
            // The disk that stopped the run may also refuse its manifest; the sentence on the console still says what happened.
        }
    }

    /// <summary>Leaves nothing, because nothing should have begun; what an earlier process left stays.</summary>
    public void Withdraw()
    {
        _archive?.Dispose();
        _log.Dispose();
        _lock?.Dispose();
        if (_command.Interrupted is null)
            _folder?.Delete();
        _folder = null;
    }

    public void Dispose()
    {
        _loggers.Dispose();
        _archive?.Dispose();
        _log.Dispose();
        _lock?.Dispose();
    }

    private RunFolder NewFolder(DataDescription? data, string device)
    {
        CommandRecord record = new(
            CommandRecord.CurrentSchema, _project, _command.Args, _startedAt.UtcDateTime, _options.Common.Seed, device, data);
        RunFolder folder = RunFolder.Create(
            _options.Common.OutputFolder, _project, _options.Common.Seed, _startedAt,
            born => born.Write(CommandRecord.Name, record.ToJson()));
        _lock = FolderLock.Take(folder.FullName);
        return folder;
    }

    private void End(RunStatus status, IReadOnlyList<Measurement> measurements, ModelFile? model)
    {
        if (_folder is { } folder && _facts is { } facts)
        {
            TimeSpan duration = _clock.GetElapsedTime(_start);
            IReadOnlyDictionary<string, string> hashes = folder.Hashes(isLogClosed: status == RunStatus.Completed);
            folder.Write("results.json", facts.Manifest(
                status, duration, Stages.Ended, measurements, model, folder.Artifacts, hashes).ToJson());
        }
    }
}
