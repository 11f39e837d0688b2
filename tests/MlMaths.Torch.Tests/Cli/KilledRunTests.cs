using System.Diagnostics;

namespace MlMaths.Torch.Tests.Cli;

/// <summary>A process that is killed without warning, again and again, and goes on each time from what stands on the disk.</summary>
public sealed class KilledRunTests : IDisposable
{
    private const int Kills = 20;

    private static readonly string[] Training = ["--epochs", "120", "--quiet"];

    private readonly string _home = Directory.CreateTempSubdirectory("killed-").FullName;

    public void Dispose() => Directory.Delete(_home, recursive: true);

    [Fact]
    public void A_run_killed_at_20_random_moments_ends_with_the_history_of_one_that_was_not()
    {
        string killed = Path.Combine(_home, "killed"), whole = Path.Combine(_home, "whole");
        Random chance = new(3);
        Kill(TimeSpan.FromMilliseconds(chance.Next(300)), () => Directory.Exists(killed) && Directory.GetDirectories(killed, "*-killed-*").Length > 0, [.. Training, "--out", killed]);
        string run = Directory.GetDirectories(killed, "*-killed-*").Single();
        for (int kill = 1; kill < Kills; kill++)
        {
            DateTime before = LastCheckpoint(run);

            // Half of them anywhere in the first half second, half soon after a checkpoint, so that the chain gets on.
            Kill(TimeSpan.FromMilliseconds(chance.Next(kill % 2 == 0 ? 500 : 100)), () => kill % 2 == 0 || LastCheckpoint(run) > before, "--resume", run, "--quiet");
        }

        Finish("--resume", run, "--quiet");
        Finish([.. Training, "--out", whole]);

        Assert.InRange(Lines(run, "Continued on"), Kills / 2, Kills);
        Assert.InRange(Lines(run, "goes on from its checkpoint"), Kills / 2, 2 * Kills);
        Assert.Equal(0, Lines(run, "is damaged"));
        Assert.Equal(File.ReadAllBytes(Path.Combine(Directory.GetDirectories(whole).Single(), "history.csv")), File.ReadAllBytes(Path.Combine(run, "history.csv")));
        Assert.Contains("\"completed\"", File.ReadAllText(Path.Combine(run, "results.json")), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(run, "*.unfinished", SearchOption.AllDirectories));
        Assert.False(Directory.Exists(Path.Combine(run, "checkpoints")));
    }

    [Fact]
    public void A_run_killed_while_its_report_is_written_goes_on_too()
    {
        Kill(TimeSpan.Zero, () => Directory.EnumerateFiles(_home, "history.csv", SearchOption.AllDirectories).Any(), "--epochs", "1", "--quiet", "--out", _home);
        string run = Directory.GetDirectories(_home, "*-killed-*").Single();
        byte[] history = File.ReadAllBytes(Path.Combine(run, "history.csv"));

        // A machine that is fast enough has completed the run before the kill: then there is nothing to continue.
        if (!File.Exists(Path.Combine(run, "results.json")))
            Finish("--resume", run, "--quiet");
        Assert.Equal(history, File.ReadAllBytes(Path.Combine(run, "history.csv")));
        Assert.Contains("\"completed\"", File.ReadAllText(Path.Combine(run, "results.json")), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(run, "report.html")));
    }

    private static DateTime LastCheckpoint(string run) =>
        new DirectoryInfo(run).EnumerateFiles("*.last", SearchOption.AllDirectories).Select(file => file.LastWriteTimeUtc).DefaultIfEmpty().Max();

    private static int Lines(string run, string words) =>
        File.ReadAllText(Path.Combine(run, "run.log")).Split(words).Length - 1;

    /// <summary>SIGKILL, some time after something was seen to happen.</summary>
    private static void Kill(TimeSpan later, Func<bool> happened, params string[] args)
    {
        using Process process = Start(args);
        while (!process.HasExited && !happened())
            process.WaitForExit(TimeSpan.FromMilliseconds(2));
        process.WaitForExit(later);
        process.Kill();
        process.WaitForExit();
    }

    private static void Finish(params string[] args)
    {
        using Process process = Start(args);
        string said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.Equal((0, ""), (process.ExitCode, said));
    }

    private static Process Start(string[] args)
    {
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "KilledRun.dll"), .. args]) { RedirectStandardError = true };
        return Process.Start(start)!;
    }
}
