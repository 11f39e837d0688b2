using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Runs;

/// <summary>What is known of a run before it ends.</summary>
internal sealed record RunFacts(
    string Project,
    DateTimeOffset StartedAt,
    int Seed,
    string Device,
    string Command,
    DataDescription? Data,
    IReadOnlyDictionary<string, object?> Options,
    RunEnvironment Environment)
{
    /// <summary>The manifest of a run that has ended, well or not.</summary>
    public RunManifest Manifest(
        RunStatus status, TimeSpan duration, IReadOnlyList<StageTime> stages, IReadOnlyList<Measurement> measurements,
        ModelFile? model, IReadOnlyList<string> artifacts, IReadOnlyDictionary<string, string> hashes) => new(
        RunManifest.CurrentSchema, Project, status, StartedAt.UtcDateTime, Math.Round(duration.TotalSeconds, 3), stages,
        Seed, Device, Command, Data,
        Options, Environment, measurements, model, artifacts, hashes);

    /// <summary>The closing section of the report.</summary>
    public ReportOrigin Origin(Measurements measurements) => new(Command, Seed, Data, Environment.Lines, measurements);
}
