namespace MlMaths.Torch.Tests.Cli;

/// <summary>Run folders that somebody changed before they are continued: one sentence, exit code 2, nothing written elsewhere.</summary>
public sealed class ForgedRunTests : IDisposable
{
    private readonly CommandTrial _trial = new();

    public void Dispose() => _trial.Dispose();

    [Theory]
    [InlineData("run.log")]
    [InlineData("results.json")]
    [InlineData(".lock")]
    [InlineData("figures")]
    [InlineData("checkpoints")]
    [InlineData("history.csv")]
    public void A_link_in_the_folder_is_refused_and_what_it_leads_to_stays(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A link needs a right there that few have.");
        string folder = Cancelled(), path = Path.Combine(folder, name), elsewhere = Path.Combine(_trial.Home, "elsewhere");
        File.Delete(path);
        bool isFolder = name is "figures" or "checkpoints";
        if (isFolder)
            File.WriteAllText(Path.Combine(Directory.CreateDirectory(elsewhere).FullName, "precious"), "mine");
        else
            File.WriteAllText(elsewhere, "mine");
        File.CreateSymbolicLink(path, elsewhere);

        Refused(folder, "link");
        Assert.Equal("mine", File.ReadAllText(isFolder ? Path.Combine(elsewhere, "precious") : elsewhere));
    }

    [Fact]
    public void A_log_that_shares_its_file_with_another_name_gets_one_of_its_own()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The test makes a hard link as Linux does.");
        string folder = Cancelled(), log = Path.Combine(folder, "run.log"), other = Path.Combine(_trial.Home, "other");
        using (var link = System.Diagnostics.Process.Start("ln", [log, other]))
            link.WaitForExit();
        string before = File.ReadAllText(other);
        Assert.Equal(0, _trial.Run(new ShareProject(), default, "--resume", folder));
        Assert.Equal(before, File.ReadAllText(other));
        Assert.StartsWith(before, File.ReadAllText(log), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run.log")]
    [InlineData("results.json")]
    [InlineData("history.csv")]
    [InlineData(".lock")]
    public void A_folder_in_the_place_of_a_file_is_refused(string name)
    {
        string folder = Cancelled();
        File.Delete(Path.Combine(folder, name));
        Directory.CreateDirectory(Path.Combine(folder, name));
        Refused(folder, "folder");
    }

    [Fact]
    public void A_file_in_the_place_of_a_folder_is_refused()
    {
        string folder = Cancelled();
        File.WriteAllText(Path.Combine(folder, "figures"), "");
        Refused(folder, "is a file");
    }

    [Theory]
    [InlineData("\"sha256\": \"", "\"sha256\": \"12\", \"was\": \"", "have changed")]
    [InlineData("\"started_at\": \"2026", "\"started_at\": \"0001", "is damaged or of another version")]
    [InlineData("\"schema\": 1", "\"schema\": 99999999999", "is damaged or of another version")]
    [InlineData("\"args\": [", "\"args\": [null, ", "is damaged or of another version")]
    [InlineData("\"args\": [", "\"args\": [\"--seed\", \"x\", ", "--seed is 'x'")]
    [InlineData("\"args\": [", "\"args\": [\"\\u001b\", ", "belongs to no option")]
    public void A_forged_record_is_told_in_one_sentence(string text, string forged, string words)
    {
        string folder = Cancelled(), command = Path.Combine(folder, "command.json"), before = File.ReadAllText(command);
        Assert.Contains(text, before, StringComparison.Ordinal);
        File.WriteAllText(command, before.Replace(text, forged, StringComparison.Ordinal));
        Refused(folder, words);
    }

    [Fact]
    public void Records_with_random_bytes_never_end_in_a_defect()
    {
        string folder = Cancelled(), command = Path.Combine(folder, "command.json");
        byte[] whole = File.ReadAllBytes(command);
        Random chance = new(11);
        for (int trial = 0; trial < 200; trial++)
        {
            byte[] forged = [.. whole[..chance.Next(1, whole.Length + 1)]];
            for (int change = chance.Next(4); change >= 0; change--)
                forged[chance.Next(forged.Length)] = (byte)chance.Next(256);
            File.WriteAllBytes(command, forged);
            using CancellationTokenSource again = new();
            int code = _trial.Run(new ShareProject { Started = again.Cancel }, again.Token, "--resume", folder, "--quiet");
            Assert.True(code is 2 or 130, $"{code}: {_trial.Errors.Output[^Math.Min(500, _trial.Errors.Output.Length)..]}");
        }
    }

    private void Refused(string folder, string words)
    {
        int said = _trial.Errors.Output.Length;
        Assert.Equal(2, _trial.Run(new ShareProject(), default, "--resume", folder));
        string sentence = _trial.Errors.Output[said..].Replace("\n", " ", StringComparison.Ordinal);
        Assert.Contains(words, sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", sentence, StringComparison.Ordinal);
    }

    private string Cancelled()
    {
        using CancellationTokenSource interrupt = new();
        Assert.Equal(130, _trial.Run(new ShareProject { Started = interrupt.Cancel }, interrupt.Token));
        return _trial.Folders.Single();
    }
}
