using Microsoft.Extensions.Logging;
using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Cli;

/// <summary>One run of a project, from its first log line to its manifest, however it ends.</summary>
internal sealed class ProjectRun : IDisposable
{
    private readonly string _project;
    private readonly string _command;
    private readonly ParsedOptions _options;
    private readonly TimeProvider _clock;
    private readonly DateTimeOffset _startedAt;
    private readonly long _start;
    private readonly LogFile _log = new();
    private readonly ILoggerFactory _loggers;
    private RunFolder? _folder;
    private RunFacts? _facts;

    public ProjectRun(string project, string command, ParsedOptions options, CommandConsole console, TimeProvider clock)
    {
        (_project, _command, _options, _clock) = (project, command, options, clock);
        (_startedAt, _start) = (clock.GetUtcNow(), clock.GetTimestamp());
        _loggers = LoggerFactory.Create(logging =>
        {
            logging.SetMinimumLevel(LogLevel.Debug).AddProvider(new LineLog(_log.Keep, clock));
            if (options.Common.Verbose)
                logging.AddProvider(new LineLog(console.Complain, clock));
        });
        Logger = _loggers.CreateLogger(project);
    }

    public ILogger Logger { get; }

    /// <summary>Path of the folder; null as long as there is none.</summary>
    public string? Folder => _folder?.FullName;

    public void Begin(DataDescription data, string device)
    {
        if (_folder is not null)
            throw new InvalidOperationException("A run begins once.");
        _folder = RunFolder.Create(_options.Common.OutputFolder, _project, _options.Common.Seed, _startedAt);
        _log.Open(_folder);
        _facts = new(_project, _startedAt, _options.Common.Seed, device, _command, data, _options.ByKey, RunEnvironment.Read());
        Logger.Begins(device, data.Rows, data.Name, _command);
    }

    /// <summary>Writes all that was found; the manifest last.</summary>
    public void Complete(ProjectResult result, Action<double> advance, CancellationToken cancellationToken)
    {
        if (_folder is null || _facts is null)
            throw new InvalidOperationException($"The project {_project} never called {nameof(RunContext.BeginRun)}.");
        RunFiles.Write(_folder, _facts, result, advance, cancellationToken);
        Logger.Completed(result.Measurements.Count);
        End(RunStatus.Completed, result.Measurements, result.Model);
    }

    /// <summary>Leaves a folder that says how the run ended.</summary>
    public void Abort(RunStatus status) => End(status, [], null);

    /// <summary>Leaves nothing, because nothing should have begun.</summary>
    public void Withdraw()
    {
        _log.Dispose();
        _folder?.Delete();
        _folder = null;
    }

    public void Dispose()
    {
        _loggers.Dispose();
        _log.Dispose();
    }

    private void End(RunStatus status, IReadOnlyList<Measurement> measurements, object? model)
    {
        if (_folder is { } folder && _facts is { } facts)
        {
            TimeSpan duration = _clock.GetElapsedTime(_start);
            folder.Write("results.json", facts.Manifest(status, duration, measurements, model, folder.Artifacts).ToJson());
        }
    }
}
