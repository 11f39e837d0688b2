using System.Text.Json;
using MlMaths.Torch.Cli;
using Spectre.Console.Testing;

namespace MlMaths.Torch.Tests.Cli;

/// <summary>Runs the small project in a folder of its own, and keeps all it said.</summary>
internal sealed class CommandTrial : IDisposable
{
    public string Home { get; } = Directory.CreateTempSubdirectory("share-").FullName;

    public string Out => Path.Combine(Home, "runs");

    public TestConsole Console { get; } = new();

    public TestConsole Errors { get; } = new();

    public SteppedClock Clock { get; } = new();

    public string[] Folders => Directory.Exists(Out) ? [.. Directory.GetDirectories(Out).Order()] : [];

    public int Run(params string[] args) => Run(default, args);

    public int Run(CancellationToken cancellationToken, params string[] args) =>
        Run(new ShareProject { Sleep = Clock.Step }, cancellationToken, args);

    public int Run(ShareProject project, CancellationToken cancellationToken, params string[] args) => ProjectCommand.Run(
        args.Contains("--out") || args.Contains("--resume") ? args : [.. args, "--out", Out], project, Console, Errors,
        Clock, cancellationToken);

    public string Csv(string text)
    {
        string path = Path.Combine(Home, "own.csv");
        File.WriteAllText(path, text);
        return path;
    }

    public string Text(string file) => File.ReadAllText(Path.Combine(Folders.Single(), file));

    public JsonElement Manifest() => JsonDocument.Parse(Text("results.json")).RootElement;

    public void Dispose()
    {
        Directory.Delete(Home, recursive: true);
        Console.Dispose();
        Errors.Dispose();
    }
}

/// <summary>A clock that moves only when it is told to.</summary>
internal sealed class SteppedClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public void Step(TimeSpan duration) => _now += duration;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _now.Ticks;
}
