using MlMaths.Torch.Cli;

namespace MlMaths.Torch.Tests.Cli;

/// <summary>What the world does to a run while it goes on: one sentence, exit code 2, and what can be continued is continued.</summary>
public sealed class RefusedWritesTests : IDisposable
{
    private readonly CommandTrial _trial = new();

    public void Dispose() => _trial.Dispose();

    [Fact]
    public void A_full_disk_is_told_in_one_sentence_and_resuming_goes_on_after_room_was_made()
    {
        ShareProject full = new() { Started = () => throw new IOException("No space left on device : '/x'", 28) };
        Assert.Equal(2, _trial.Run(full, default));

        string sentence = _trial.Errors.Output;
        Assert.Contains("(No space left on device", sentence.Replace("\n", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("--resume", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("defect", sentence, StringComparison.Ordinal);
        Assert.Equal("failed", _trial.Manifest().GetProperty("status").GetString());
        Assert.Equal(0, _trial.Run(new ShareProject(), default, "--resume", _trial.Folders.Single()));
    }

    [Fact]
    public void A_folder_that_was_taken_away_is_told_and_not_made_again()
    {
        ShareProject robbed = new() { Started = () => Directory.Delete(_trial.Folders.Single(), recursive: true) };
        Assert.Equal(2, _trial.Run(robbed, default));
        Assert.Contains("is gone", _trial.Errors.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("--resume", _trial.Errors.Output, StringComparison.Ordinal);
        Assert.Empty(_trial.Folders);
    }

    [Theory]
    [InlineData("run.log")]
    [InlineData("command.json")]
    public void A_file_that_was_taken_away_is_told_and_the_run_is_not_called_completed(string file)
    {
        ShareProject robbed = new() { Started = () => File.Delete(Path.Combine(_trial.Folders.Single(), file)) };
        Assert.Equal(2, _trial.Run(robbed, default));
        Assert.Contains($"'{file}' is gone", _trial.Errors.Output, StringComparison.Ordinal);
        Assert.Equal("failed", _trial.Manifest().GetProperty("status").GetString());
    }

    [Fact]
    public void A_folder_in_the_place_of_a_file_is_told_when_the_file_is_written_and_all_else_stays()
    {
        ShareProject blocked = new() { Started = () => Directory.CreateDirectory(Path.Combine(_trial.Folders.Single(), "history.csv")) };
        Assert.Equal(2, _trial.Run(blocked, default));
        Assert.Contains("history.csv' is a folder", _trial.Errors.Output.Replace("\n", "", StringComparison.Ordinal),
            StringComparison.Ordinal);
        Assert.True(Directory.Exists(Path.Combine(_trial.Folders.Single(), "figures")));
    }

    [Fact]
    public void A_writer_that_fails_falls_silent_and_remembers_why()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has /dev/full.");
        using StreamWriter full =
            new(new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0))
            {
                AutoFlush = true,
            };
        using ForgivingWriter writer = new(full);
        Assert.Null(writer.Refusal);
        writer.WriteLine("once");
        writer.WriteLine("twice");
        Assert.IsType<IOException>(writer.Refusal);
    }

    [Fact]
    public void Whatever_cannot_be_said_a_run_that_is_asked_to_stop_stops()
    {
        using Interruption interruption = new(_ => throw new IOException("standard error is closed"), default);
        Assert.True(interruption.Stop());
        Assert.True(interruption.Token.IsCancellationRequested);
        Assert.False(interruption.Stop());
    }

    [Theory]
    [InlineData("defect", 1)]
    [InlineData("mistake", 2)]
    [InlineData("machine", 2)]
    public void Whatever_slips_through_ends_in_an_exit_code(string kind, int code) =>
        Assert.Equal(code, Executable.Run(() => throw (kind switch
        {
            "defect" => new TypeInitializationException("T", new InvalidOperationException("slipped")),
            "mistake" => new UserMistakeException("No."),
            _ => new IOException("full", 28),
        })));
}
