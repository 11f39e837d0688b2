using System.Text.Json;

namespace MlMaths.Torch.Tests.Cli;

/// <summary>A run that was cancelled goes on in its folder; what makes no sense changes nothing there.</summary>
public sealed class ResumeTests : IDisposable
{
    private readonly CommandTrial _trial = new();

    public void Dispose() => _trial.Dispose();

    [Fact]
    public void A_cancelled_run_says_how_to_continue_it_and_then_does()
    {
        string folder = Cancelled("--weight", "2");
        Assert.Contains(
            $"Cancelled; continue it with: ./mlmaths share --resume {folder}",
            _trial.Errors.Output.Replace("\n", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        string begun = _trial.Manifest().GetProperty("started_at").GetString()!,
            command = _trial.Manifest().GetProperty("command").GetString()!;

        _trial.Clock.Step(TimeSpan.FromHours(1));
        Assert.Equal(0, _trial.Run(new ShareProject(), default, "--resume", folder));

        JsonElement manifest = _trial.Manifest();
        Assert.Equal("completed", manifest.GetProperty("status").GetString());
        Assert.Equal(begun, manifest.GetProperty("started_at").GetString());
        Assert.Equal(command, manifest.GetProperty("command").GetString());
        Assert.Equal(2, manifest.GetProperty("options").GetProperty("weight").GetDouble());
        string log = _trial.Text("run.log");
        Assert.Contains("Begins on cpu", log, StringComparison.Ordinal);
        Assert.Contains("Continued on cpu", log, StringComparison.Ordinal);
        Assert.Equal(
            manifest.GetProperty("artifacts").EnumerateArray().Select(file => file.GetString()!).Append("results.json").Order(),
            Files(folder).Keys.Order());
    }

    [Fact]
    public void A_continued_run_finds_what_an_uninterrupted_one_finds()
    {
        string folder = Cancelled();
        Assert.Equal(0, _trial.Run(new ShareProject(), default, "--resume", folder));
        using CommandTrial other = new();
        Assert.Equal(0, other.Run());
        foreach (string file in new[] { "history.csv", "predictions.csv", "cv.md", "model.json" })
            Assert.Equal(other.Text(file), _trial.Text(file));
    }

    [Fact]
    public void What_a_kill_left_half_written_is_taken_away()
    {
        string folder = Cancelled();
        File.Delete(Path.Combine(folder, "results.json"));
        Directory.CreateDirectory(Path.Combine(folder, ".1234.unfinished"));
        File.WriteAllText(Path.Combine(folder, ".1234.unfinished", "half"), "");
        Directory.CreateDirectory(Path.Combine(folder, "figures"));
        File.WriteAllText(Path.Combine(folder, "figures", ".5678.unfinished"), "");

        Assert.Equal(0, _trial.Run(new ShareProject(), default, "--resume", folder));
        Assert.DoesNotContain(Files(folder).Keys, file => file.Contains("unfinished", StringComparison.Ordinal));
    }

    [Fact]
    public void A_mistake_or_another_cancellation_in_a_continued_run_leaves_the_folder()
    {
        string folder = Cancelled();
        ShareProject mistaken = new() { Started = () => throw new UserMistakeException("No.") };
        Assert.Equal(2, _trial.Run(mistaken, default, "--resume", folder));
        Assert.Equal("cancelled", _trial.Manifest().GetProperty("status").GetString());

        using CancellationTokenSource again = new();
        Assert.Equal(130, _trial.Run(new ShareProject { Started = again.Cancel }, again.Token, "--resume", folder));
        Assert.Equal(0, _trial.Run(new ShareProject(), default, "--resume", folder, "--quiet"));
        Assert.Equal("completed", _trial.Manifest().GetProperty("status").GetString());
    }

    [Theory]
    [InlineData("no such folder", null)]
    [InlineData("is no run folder", "command.json gone")]
    [InlineData("is damaged or of another version", "command.json cut short")]
    [InlineData("is a run of 'other', not of share", "another project")]
    [InlineData("that run is complete", "completed")]
    [InlineData("another process is running", "locked")]
    [InlineData("have changed since the run began", "other rows")]
    [InlineData("--seed was given with --resume", "none", "--seed", "3")]
    [InlineData("--out was given with --resume", "none", "--out", "elsewhere")]
    public void A_wrong_use_is_told_in_one_sentence_and_changes_nothing(string words, string? wrong, params string[] others)
    {
        string csv = _trial.Csv("a,y\n1,n\n2,p\n3,p\n");
        string folder = Cancelled("--data", csv, "--target", "y");
        using IDisposable? held = Spoil(folder, wrong, csv);
        Dictionary<string, string> before = held is null ? Files(folder) : [];
        int said = _trial.Errors.Output.Length;

        string asked = wrong is null ? Path.Combine(_trial.Home, "nowhere") : folder;
        Assert.Equal(2, _trial.Run(new ShareProject(), default, ["--resume", asked, .. others]));

        string sentence = _trial.Errors.Output[said..];
        Assert.Contains(words, sentence.Replace("\n", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", sentence, StringComparison.Ordinal);
        if (held is null)
            Assert.Equal(before, Files(folder));
    }

    [Fact]
    public void Two_commands_cannot_continue_one_run_at_once()
    {
        string folder = Cancelled();
        int second = -1;
        ShareProject first = new() { Started = () => second = _trial.Run(new ShareProject(), default, "--resume", folder) };
        Assert.Equal(0, _trial.Run(first, default, "--resume", folder));
        Assert.Equal(2, second);
    }

    private string Cancelled(params string[] args)
    {
        using CancellationTokenSource interrupt = new();
        ShareProject project = new() { Started = interrupt.Cancel };
        Assert.Equal(130, _trial.Run(project, interrupt.Token, args));
        return _trial.Folders.Single();
    }

    private static FileStream? Spoil(string folder, string? wrong, string csv)
    {
        string command = Path.Combine(folder, "command.json"), results = Path.Combine(folder, "results.json");
        switch (wrong)
        {
            case "command.json gone":
                File.Delete(command);
                break;
            case "command.json cut short":
                File.WriteAllText(command, File.ReadAllText(command)[..50]);
                break;
            case "another project":
                File.WriteAllText(command, File.ReadAllText(command).Replace("\"share\"", "\"other\"", StringComparison.Ordinal));
                break;
            case "completed":
                File.WriteAllText(results, File.ReadAllText(results).Replace("\"cancelled\"", "\"completed\"", StringComparison.Ordinal));
                break;
            case "locked":
                return new FileStream(Path.Combine(folder, ".lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            case "other rows":
                File.AppendAllText(csv, "4,n\n");
                break;
        }

        return null;
    }

    private static Dictionary<string, string> Files(string folder) => Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText);
}
