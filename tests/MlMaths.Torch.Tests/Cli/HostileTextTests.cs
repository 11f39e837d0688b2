using System.Text.Json;
using System.Text.RegularExpressions;
using Spectre.Console.Testing;

namespace MlMaths.Torch.Tests.Cli;

/// <summary>Whatever names and values say, no output obeys it and none hides it.</summary>
public sealed partial class HostileTextTests : IDisposable
{
    private const string Escape = "\u001b[2J\u001b]0;gone\u0007", Turned = "a\u202Eb\u2066c\u200Ed\u200Be\uFEFFf\u00ADg";

    private readonly CommandTrial _trial = new();

    public void Dispose() => _trial.Dispose();

    [Fact]
    public void Every_output_of_a_run_is_harmless_text()
    {
        string positive = $"yes{Escape}\nno {Turned}";
        string csv = _trial.Csv($"\"h{Escape}\n{Turned}\",t\n1,\"{positive}\"\n2,\"{positive}\"\n3,x;=1+1\n");
        Assert.Equal(0, _trial.Run("--data", csv, "--target", "t", "--positive", positive, "--verbose"));

        foreach (string file in new[]
        {
            "report.md", "report.html", "cv.md", "run.log", "results.json", "model.json", "command.json",
            "figures/share.svg",
        })
        {
            Assert.DoesNotMatch(Obeyed(), _trial.Text(file));
        }
        Assert.DoesNotMatch(Obeyed(), _trial.Console.Output + _trial.Errors.Output);
        Assert.Contains("yes", _trial.Text("report.md"), StringComparison.Ordinal);
        Assert.Contains("abcdefg", _trial.Text("figures/share.svg"), StringComparison.Ordinal);
        Assert.Contains("\"x;'=1+1\"", _trial.Text("predictions.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void Data_for_programs_keep_every_letter()
    {
        string csv = _trial.Csv($"h,t\n1,\"{Turned}\"\n2,x\n");
        Assert.Equal(0, _trial.Run("--data", csv, "--target", "t", "--positive", Turned));
        Assert.Equal(Turned, _trial.Manifest().GetProperty("data").GetProperty("positive").GetString());
        Assert.Contains(Turned, _trial.Text("predictions.csv"), StringComparison.Ordinal);
        Assert.True(JsonDocument.Parse(_trial.Text("model.json")).RootElement.TryGetProperty(Turned, out _));
    }

    [Theory]
    [InlineData("crash-after", 1)]
    [InlineData("wait-forever", 130)]
    [InlineData("done", 0)]
    public void A_folder_of_any_name_is_told_on_one_line(string ending, int exitCode)
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("Windows has no such folders.");
        using CancellationTokenSource interrupt = new();
        ShareProject project = new() { Started = ending == "wait-forever" ? interrupt.Cancel : () => { } };
        string folder = Path.Combine(_trial.Home, $"out{Escape}\nrm -rf ~\n{Turned}");
        Assert.Equal(exitCode, _trial.Run(project, interrupt.Token, "--out", folder, "--ending", ending));
        Assert.DoesNotMatch(Obeyed(), _trial.Console.Output + _trial.Errors.Output);
        Assert.DoesNotContain((_trial.Console.Output + _trial.Errors.Output).Split('\n'),
            line => line.StartsWith("rm", StringComparison.Ordinal));
    }

    [Fact]
    public void A_watched_terminal_gets_bars_and_nothing_of_the_users()
    {
        using TestConsole watched = new();
        watched.Profile.Capabilities.Ansi = false;
        MlMaths.Torch.Cli.BarProgress.Show(watched, progress =>
        {
            using var stage = progress.Stage($"Training [{Escape}{Turned}]");
            stage.Tell($"{Escape}{Turned}");
            return 0;
        });
        Assert.DoesNotMatch(Obeyed(), watched.Output);
    }

    /// <summary>Control characters but for the line's end, and marks that nobody sees.</summary>
    [GeneratedRegex(@"[\p{Cc}\p{Cf}\p{Zl}\p{Zp}-[\n]]")]
    private static partial Regex Obeyed();
}
