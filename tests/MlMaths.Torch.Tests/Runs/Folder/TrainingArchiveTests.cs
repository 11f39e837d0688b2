using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Runs;
using MlMaths.Torch.Tests.Cli;

namespace MlMaths.Torch.Tests.Runs;

/// <summary>When the trainings of a run are kept in its folder, and under which names.</summary>
public sealed class TrainingArchiveTests : IDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("archive-").FullName;
    private readonly SteppedClock _clock = new();

    public void Dispose() => Directory.Delete(_home, recursive: true);

    [Fact]
    public void Checkpoints_are_kept_ever_more_rarely_until_every_2_seconds()
    {
        TrainingArchive archive = new(NewFolder(), _clock, _ => { });
        Assert.Null(archive.Last("a"));
        List<double> kept = [];
        for (double seconds = 0.05; seconds < 10; seconds += 0.05)
        {
            _clock.Step(TimeSpan.FromSeconds(0.05));
            if (archive.IsDue("a"))
            {
                archive.Keep("a", new byte[] { 1 });
                kept.Add(Math.Round(seconds, 2));
            }
        }

        Assert.Equal([0.1, 0.3, 0.7, 1.5, 3.1, 5.1, 7.1, 9.1], kept);
    }

    [Fact]
    public void Names_become_files_that_no_system_refuses_and_no_two_names_share()
    {
        string[] names =
        [
            "rate 0.003, seed 2", "rate 0.003, seed-2", "RATE 0.003, SEED 2", "../up", "con", "a:b|c?", "λ = 1",
            "μ = 1", "", new('x', 500), new('x', 501),
        ];
        string[] files = [.. names.Select(TrainingArchive.FileOf)];
        Assert.Equal(names.Length, files.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(files, file => Assert.Matches(@"^checkpoints/[a-z0-9-]{0,40}-[0-9a-f]{16}\.last\z", file));
    }

    [Fact]
    public void Two_trainings_of_one_name_are_a_defect()
    {
        TrainingArchive archive = new(NewFolder(), _clock, _ => { });
        archive.Last("a");
        Assert.Throws<InvalidOperationException>(() => archive.Last("a"));
    }

    [Fact]
    public void A_completed_run_keeps_no_checkpoints()
    {
        RunFolder folder = NewFolder();
        TrainingArchive archive = new(folder, _clock, _ => { });
        foreach (string name in new[] { "final", "trial" })
        {
            archive.Last(name);
            archive.Keep(name, new byte[] { 1 });
        }

        Assert.Equal(3, folder.Artifacts.Count);
        archive.Close();
        Assert.Equal(["run.log"], folder.Artifacts);
        Assert.Empty(Directory.GetFiles(folder.FullName, "*.checkpoint", SearchOption.AllDirectories));
    }

    [Fact]
    public void Trainings_side_by_side_keep_their_own()
    {
        RunFolder folder = NewFolder();
        TrainingArchive archive = new(folder, _clock, _ => { });
        ParallelTrials.Run(12, 4, trial =>
        {
            archive.Last($"{trial}");
            for (byte turn = 0; turn < 5; turn++)
                archive.Keep($"{trial}", new byte[] { (byte)trial, turn });
        }, TestContext.Current.CancellationToken);
        for (int trial = 0; trial < 12; trial++)
            Assert.Equal([(byte)trial, 4], File.ReadAllBytes(Path.Combine(folder.FullName, TrainingArchive.FileOf($"{trial}"))));
        Assert.Equal(13, folder.Artifacts.Count);
    }

    private RunFolder NewFolder() => RunFolder.Create(_home, "stored", 1, _clock.GetUtcNow());
}
