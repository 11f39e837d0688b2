using System.Text;
using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Tests.Runs;

public sealed class RunFolderTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2));

    private readonly string _home = Directory.CreateTempSubdirectory("folder-").FullName;

    public void Dispose() => Directory.Delete(_home, recursive: true);

    [Fact]
    public void It_is_named_by_time_in_utc_project_and_seed()
    {
        Assert.Equal("20260102-010405-share-7", RunFolder.Create(_home, "share", 7, Start).Name);
    }

    [Fact]
    public void A_second_run_of_the_same_second_gets_a_name_of_its_own()
    {
        RunFolder.Create(_home, "share", 7, Start);
        Assert.Equal("20260102-010405-share-7-2", RunFolder.Create(_home, "share", 7, Start).Name);
        Assert.Equal("20260102-010405-share-7-3", RunFolder.Create(_home, "share", 7, Start).Name);
        Assert.Equal(3, Directory.GetFileSystemEntries(_home).Length);
    }

    [Fact]
    public void Runs_that_begin_together_never_share_a_folder()
    {
        string[] names = new string[512];
        ParallelOptions sixteen = new() { MaxDegreeOfParallelism = 16 };
        Parallel.For(0, names.Length, sixteen, i => names[i] = RunFolder.Create(_home, "share", 7, Start).Name);
        Assert.Equal(names.Length, names.Distinct().Count());
        Assert.Equal(names.Length, Directory.GetFileSystemEntries(_home).Length);
    }

    [Fact]
    public void A_write_that_throws_midway_leaves_nothing_of_itself()
    {
        RunFolder folder = RunFolder.Create(_home, "share", 7, Start);
        Assert.Throws<InvalidOperationException>(() => folder.Write("half.txt", stream =>
        {
            stream.Write("first half"u8);
            throw new InvalidOperationException();
        }));

        Assert.Equal([Path.Combine(folder.FullName, "run.log")], Directory.GetFileSystemEntries(folder.FullName));
        Assert.Equal(["run.log"], folder.Artifacts);
    }

    [Fact]
    public void A_rewrite_that_throws_leaves_the_older_file_whole()
    {
        RunFolder folder = RunFolder.Create(_home, "share", 7, Start);
        folder.Write("a.txt", "old");
        Assert.Throws<InvalidOperationException>(() => folder.Write("a.txt", _ => throw new InvalidOperationException()));
        Assert.Equal("old", File.ReadAllText(Path.Combine(folder.FullName, "a.txt")));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+SUM(A1)", "'+SUM(A1)")]
    [InlineData("-cmd|'/c calc'!A1", "'-cmd|'/c calc'!A1")]
    [InlineData("@x", "'@x")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "'\rx")]
    [InlineData("-1", "-1")]
    [InlineData("+2.5e-3", "+2.5e-3")]
    [InlineData("benign", "benign")]
    [InlineData("a;b", "a;b")]
    [InlineData("x;=1+1", "x;'=1+1")]
    [InlineData("x;=1+1;@y|+z;-3;-3a", "x;'=1+1;'@y|'+z;-3;'-3a")]
    [InlineData("x\n=1+1\r\n-2", "x\n'=1+1\r\n-2")]
    [InlineData("x\t=1", "x\t'=1")]
    [InlineData("x;\"=1+1&\"", "x;\"'=1+1&\"")]
    [InlineData("; =1", "; '=1")]
    [InlineData(";", ";")]
    [InlineData("", "")]
    public void A_cell_that_a_spreadsheet_would_run_becomes_text_and_a_number_stays_one(string cell, string written)
    {
        Assert.Equal(written, SpreadsheetCell.Of(cell));
    }

    [Fact]
    public void Predictions_of_two_models_have_a_column_each_and_read_back_bit_for_bit()
    {
        using MemoryStream stream = new();
        PredictionsCsv.Write(stream, new(
            ["newton", "sgd"], [new(4, "test", 1, "a,\"b\"", 0.1 + 0.2, 1e-300), new(5, "test", null, "=x", 0, 1)]));
        Assert.Equal(
            "row,split,fold,target,score_newton,score_sgd\n4,test,1,\"a,\"\"b\"\"\",0.30000000000000004,1E-300\n5,test,,'=x,0,1\n",
            Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public void A_prediction_with_a_score_too_few_is_our_mistake()
    {
        Assert.Throws<ArgumentException>(() => PredictionsCsv.Write(Stream.Null, new(["a", "b"], [new(0, "test", null, "x", 0.5)])));
    }

    [Fact]
    public void History_is_tidy_and_says_where_a_run_diverged()
    {
        using MemoryStream stream = new();
        HistoryCsv.Write(stream, [new("rate 0.1", 3, 0.5, "training", "loss", double.PositiveInfinity)]);
        Assert.Equal("run,step,epoch,split,quantity,value\nrate 0.1,3,0.5,training,loss,Infinity\n",
            Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public void A_long_curve_is_thinned_for_the_screen_and_keeps_both_ends()
    {
        HistoryRow[] curve = [.. Enumerable.Range(0, 100_000).Select(step => new HistoryRow("r", step, 0, "", "loss", step))];
        HistoryRow[] thinned = [.. TensorBoardEvents.Thinned(curve)];
        Assert.Equal(TensorBoardEvents.MaxPointsPerCurve, thinned.Length);
        Assert.Equal((0, 99_999), (thinned[0].Step, thinned[^1].Step));
        Assert.Equal(thinned.Length, thinned.Select(point => point.Step).Distinct().Count());
    }

    [Fact]
    public void The_commit_of_a_clone_a_worktree_and_a_packed_branch_is_found_and_none_elsewhere()
    {
        const string First = "1111111111111111111111111111111111111111";
        const string Second = "2222222222222222222222222222222222222222";
        string clone = Path.Combine(_home, "clone");
        Keep(clone, ".git/HEAD", "ref: refs/heads/main\n");
        Keep(clone, ".git/refs/heads/main", First + "\n");
        Keep(clone, ".git/packed-refs", $"# pack-refs\n{Second} refs/heads/old\n");
        Keep(clone, ".git/worktrees/side/HEAD", "ref: refs/heads/old\n");
        Keep(clone, ".git/worktrees/side/commondir", "../..\n");
        Keep(_home, "side/.git", $"gitdir: {clone}/.git/worktrees/side\n");
        string inside = Directory.CreateDirectory(Path.Combine(clone, "bin", "Release")).FullName;

        Assert.Equal(First, GitCommit.Above(inside));
        Assert.Equal(Second, GitCommit.Above(Path.Combine(_home, "side")));
        Assert.Null(GitCommit.Above(_home));

        // A clone whose hashes are SHA-256.
        string longer = First + First[..24];
        Keep(clone, ".git/refs/heads/main", longer);
        Assert.Equal(longer, GitCommit.Above(inside));

        // A published source, in somebody else's clone, tells its own.
        Keep(clone, "suite/suite.commit", Second);
        Assert.Equal(Second, GitCommit.Above(Path.Combine(clone, "suite")));
    }

    private static void Keep(string folder, string file, string text)
    {
        string path = Path.Combine(folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
