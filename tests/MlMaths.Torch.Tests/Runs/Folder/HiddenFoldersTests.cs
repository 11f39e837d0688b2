using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Tests.Runs;

public sealed class HiddenFoldersTests : IDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("hidden-").FullName;

    public void Dispose() => Directory.Delete(_home, recursive: true);

    [Fact]
    public void What_a_kill_left_of_a_birth_is_swept_at_the_next_start()
    {
        string name = $".{Guid.NewGuid():N}";
        Directory.CreateDirectory(Path.Combine(_home, name));
        File.WriteAllText(Path.Combine(_home, name, "run.log"), "");
        File.WriteAllText(Path.Combine(_home, name + ".lock"), "");
        Directory.CreateDirectory(Path.Combine(_home, $".{Guid.NewGuid():N}"));
        File.WriteAllText(Path.Combine(_home, $".{Guid.NewGuid():N}.lock"), "");

        RunFolder folder = RunFolder.Create(_home, "share", 7, DateTimeOffset.UnixEpoch);
        Assert.Equal([folder.FullName], Directory.GetFileSystemEntries(_home));
    }

    [Fact]
    public void A_birth_that_goes_on_is_never_swept()
    {
        RunFolder second = null!;
        RunFolder first = RunFolder.Create(_home, "share", 7, DateTimeOffset.UnixEpoch, born =>
        {
            second = RunFolder.Create(_home, "share", 7, DateTimeOffset.UnixEpoch);
            born.Write("a.txt", "still here");
        });
        Assert.True(File.Exists(Path.Combine(first.FullName, "a.txt")));
        Assert.Equal(2, Directory.GetFileSystemEntries(_home).Length);
        Assert.NotEqual(first.Name, second.Name);
    }

    [Fact]
    public void What_is_not_ours_stays()
    {
        string[] others = [".git", ".0123", $".{new string('g', 32)}", $"{new string('0', 32)}"];
        foreach (string other in others)
            Directory.CreateDirectory(Path.Combine(_home, other));
        HiddenFolders.Sweep(_home);
        Assert.Equal(others.Order(), Directory.GetDirectories(_home).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void A_birth_that_fails_leaves_nothing()
    {
        Assert.Throws<IOException>(() => RunFolder.Create(_home, "share", 7, DateTimeOffset.UnixEpoch, _ => throw new IOException("full")));
        Assert.Empty(Directory.GetFileSystemEntries(_home));
    }

    [Fact]
    public void A_commit_that_cannot_be_read_is_none()
    {
        foreach ((string file, string text) in new[]
        {
            (".git", "nonsense"), (".git", "gitdir:"), (".git", "gitdir: a\0b"), (".git/HEAD", "ref: refs/heads/none"),
            (".git/HEAD", "words"),
        })
        {
            string clone = Directory.CreateDirectory(Path.Combine(_home, $"{Guid.NewGuid():N}")).FullName, path = Path.Combine(clone, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
            Assert.Null(GitCommit.Above(clone));
        }
    }
}
