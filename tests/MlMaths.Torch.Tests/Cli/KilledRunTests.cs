namespace MlMaths.Torch.Tests.Cli;

/// <summary>A process that is killed without warning, again and again, and goes on each time from what stands on the disk.</summary>
public sealed class KilledRunTests(ChainOfKills chain) : IDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("killed-").FullName;

    public void Dispose() => Directory.Delete(_home, recursive: true);

    [Fact]
    public async Task A_run_killed_at_10_random_moments_ends_with_the_history_of_one_that_was_not()
    {
        (string run, string whole) = await chain.Ended;
        Assert.InRange(Lines(run, "Continued on"), ChainOfKills.Kills / 2, ChainOfKills.Kills);
        Assert.InRange(Lines(run, "continues from its checkpoint"), ChainOfKills.Kills / 2, 2 * ChainOfKills.Kills);
        Assert.Equal(0, Lines(run, "is damaged"));
        Assert.Equal(File.ReadAllBytes(Path.Combine(whole, "history.csv")), File.ReadAllBytes(Path.Combine(run, "history.csv")));
        Assert.Contains("\"completed\"", File.ReadAllText(Path.Combine(run, "results.json")), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(run, "*.unfinished", SearchOption.AllDirectories));
        Assert.False(Directory.Exists(Path.Combine(run, "checkpoints")));
    }

    [Fact]
    public void A_run_killed_while_its_report_is_written_goes_on_too()
    {
        ChildRun.Kill(
            TimeSpan.Zero, () => Directory.EnumerateFiles(_home, "history.csv", SearchOption.AllDirectories).Any(),
            "--epochs", "1", "--quiet", "--out", _home);
        string run = Directory.GetDirectories(_home, "*-killed-*").Single();
        byte[] history = File.ReadAllBytes(Path.Combine(run, "history.csv"));

        // A machine that is fast enough has completed the run before the kill: then there is nothing to continue.
        if (!File.Exists(Path.Combine(run, "results.json")))
            ChildRun.Finish("--resume", run, "--quiet");
        Assert.Equal(history, File.ReadAllBytes(Path.Combine(run, "history.csv")));
        Assert.Contains("\"completed\"", File.ReadAllText(Path.Combine(run, "results.json")), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(run, "report.html")));
    }

    private static int Lines(string run, string words) =>
        File.ReadAllText(Path.Combine(run, "run.log")).Split(words).Length - 1;
}
