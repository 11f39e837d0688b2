using MlMaths.Torch.Tests.Cli;

[assembly: AssemblyFixture(typeof(ChainOfKills))]

namespace MlMaths.Torch.Tests.Cli;

/// <summary>
/// A run that is killed again and again and goes on each time, and one that is left alone; beside the other tests where
/// the whole suite is run.
/// </summary>
public sealed class ChainOfKills : IDisposable
{
    /// <summary>How often it is killed.</summary>
    public const int Kills = 10;

    private static readonly string[] Training = ["--epochs", "120", "--quiet"];

    private readonly string _home = Directory.CreateTempSubdirectory("chain-").FullName;
    private readonly Lazy<Task<(string Run, string Whole)>> _ended;

    public ChainOfKills()
    {
        _ended = new(() => Task.Run(RunAll));
        if (WholeSuite.IsRun)
            _ = _ended.Value;
    }

    internal Task<(string Run, string Whole)> Ended => _ended.Value;

    public void Dispose()
    {
        if (_ended.IsValueCreated)
            Task.WhenAny(_ended.Value).GetAwaiter().GetResult(); // whatever became of it, nobody writes there any more
        Directory.Delete(_home, recursive: true);
    }

    private (string Run, string Whole) RunAll()
    {
        string killed = Path.Combine(_home, "killed"), whole = Path.Combine(_home, "whole");
        Random chance = new(3);
        ChildRun.Kill(
            TimeSpan.FromMilliseconds(chance.Next(300)),
            () => HasBegun(killed),
            [.. Training, "--out", killed]);
        string run = Directory.GetDirectories(killed, "*-killed-*").Single();
        for (int kill = 1; kill < Kills; kill++)
        {
            DateTime before = LastCheckpoint(run);

            // Half of them anywhere in the first half second, half soon after a checkpoint, so that the chain gets on.
            ChildRun.Kill(
                TimeSpan.FromMilliseconds(chance.Next(kill % 2 == 0 ? 500 : 100)),
                () => kill % 2 == 0 || LastCheckpoint(run) > before, "--resume", run, "--quiet");
        }

        ChildRun.Finish("--resume", run, "--quiet");
        ChildRun.Finish([.. Training, "--out", whole]);
        return (run, Directory.GetDirectories(whole).Single());
    }

    private static bool HasBegun(string folder)
    {
        try
        {
            return Directory.GetDirectories(folder, "*-killed-*").Length > 0;
        }
        catch (DirectoryNotFoundException)
        {
            return false; // not made yet, or tried out, and taken away until the data are found good
        }
    }

    private static DateTime LastCheckpoint(string run) =>
        new DirectoryInfo(run)
            .EnumerateFiles("*.last", SearchOption.AllDirectories)
            .Select(file => file.LastWriteTimeUtc).DefaultIfEmpty().Max();
}
