using System.Text.Json;

namespace MlMaths.Torch.Tests.Cli;

public sealed class ProjectCommandTests : IDisposable
{
    private readonly CommandTrial _trial = new();

    public void Dispose() => _trial.Dispose();

    [Theory]
    [InlineData("--seed is 'abc', and may be a whole number of at least 0: for instance --seed 7.", "--seed", "abc")]
    [InlineData("--weight is '-1', and may be a number from 0 to 10: for instance --weight 1.", "--weight", "-1")]
    [InlineData("--weight is 'NaN', and may be a number from 0 to 10: for instance --weight 1.", "--weight", "NaN")]
    [InlineData("--floor is 'x', and may be a number of at least 0: for instance --floor 0.1.", "--floor=x")]
    [InlineData(
        "--ending is 'never', and may be done, crash-before, crash-after, late-mistake, wait-forever: "
        + "for instance --ending done.",
        "--ending", "never")]
    [InlineData("--device is 'tpu', and may be auto, cpu, cuda or cuda:N: for instance --device cpu.", "--device", "tpu")]
    [InlineData("--seed has no value, and may be a whole number of at least 0: for instance --seed 7.", "--seed", "--quick")]
    [InlineData("--seed is given 2 times, and may be given only once.", "--seed", "1", "--seed", "2")]
    [InlineData("'--sed' is not an option of this command: did you mean --seed?", "--sed", "3")]
    [InlineData("'--wieght' is not an option of this command: did you mean --weight?", "--wieght=3")]
    [InlineData("'--zebra' is not an option of this command: --help lists them all.", "--zebra")]
    [InlineData("'stray' belongs to no option: a value follows its option, as in --seed 7, and --help lists "
        + "them all.", "stray")]
    [InlineData("'true' belongs to no option: a value follows its option, as in --seed 7, and --help lists "
        + "them all.", "--quick=true")]
    public void A_mistake_is_told_in_one_sentence_and_leaves_nothing(string sentence, params string[] args)
    {
        Assert.Equal(2, _trial.Run(args));
        Assert.Equal(sentence + "\n", _trial.Errors.Output);
        Assert.Empty(_trial.Console.Output);
        Assert.False(Directory.Exists(_trial.Out));
    }

    [Fact]
    public void A_mistake_found_after_the_run_began_takes_the_folder_away_again()
    {
        Assert.Equal(2, _trial.Run("--ending", "late-mistake"));
        Assert.Equal("There is no such device: try --device cpu.", _trial.Errors.Output.Trim());
        Assert.Empty(_trial.Folders);
    }

    [Fact]
    public void A_missing_file_is_a_mistake_too()
    {
        Assert.Equal(2, _trial.Run("--data", Path.Combine(_trial.Home, "none.csv")));
        Assert.Contains("none.csv", _trial.Errors.Output, StringComparison.Ordinal);
        Assert.Empty(_trial.Folders);
    }

    [Fact]
    public void An_output_folder_that_cannot_be_written_is_refused_before_anything_else()
    {
        string file = _trial.Csv("not a folder");
        bool started = false;
        ShareProject project = new() { Started = () => started = true };

        Assert.Equal(2, _trial.Run(project, TestContext.Current.CancellationToken, "--out", Path.Combine(file, "below")));

        Assert.StartsWith("--out is '", _trial.Errors.Output, StringComparison.Ordinal);
        Assert.Contains("name a folder that you may write to", _trial.Errors.Output, StringComparison.Ordinal);
        Assert.False(started);
        Assert.Equal([file], Directory.GetFileSystemEntries(_trial.Home));
    }

    [Fact]
    public void Control_characters_of_a_mistake_do_not_reach_the_terminal()
    {
        Assert.Equal(2, _trial.Run("--seed", "\u001b[2Jgone"));
        Assert.DoesNotContain('\u001b', _trial.Errors.Output);
    }

    [Fact]
    public void A_defect_ends_with_1_and_says_where_its_stack_trace_is()
    {
        Assert.Equal(1, _trial.Run("--ending", "crash-after"));

        Assert.Contains("it broke late", _trial.Errors.Output, StringComparison.Ordinal);
        Assert.Contains("run.log", _trial.Errors.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", _trial.Errors.Output, StringComparison.Ordinal);
        Assert.Contains("   at ", _trial.Text("run.log"), StringComparison.Ordinal);
        Assert.Equal("failed", _trial.Manifest().GetProperty("status").GetString());
    }

    [Fact]
    public void A_defect_before_the_folder_asks_for_verbose_which_shows_the_stack()
    {
        Assert.Equal(1, _trial.Run("--ending", "crash-before"));
        Assert.Contains("--verbose", _trial.Errors.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", _trial.Errors.Output, StringComparison.Ordinal);
        Assert.Empty(_trial.Folders);

        Assert.Equal(1, _trial.Run("--ending", "crash-before", "--verbose"));
        Assert.Contains("   at ", _trial.Errors.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cancelled_run_ends_with_130_and_a_folder_that_says_so()
    {
        using CancellationTokenSource interrupt = new();
        ShareProject project = new() { Started = interrupt.Cancel };

        Assert.Equal(130, _trial.Run(project, interrupt.Token, "--ending", "wait-forever"));

        JsonElement manifest = _trial.Manifest();
        Assert.Equal("cancelled", manifest.GetProperty("status").GetString());
        Assert.Empty(manifest.GetProperty("measurements").EnumerateArray());
        Assert.Equal("iris", manifest.GetProperty("data").GetProperty("name").GetString());
    }

    [Fact]
    public void Redirected_output_gets_plain_lines()
    {
        Assert.Equal(0, _trial.Run("--wait-seconds", "6"));

        string[] lines = _trial.Console.Output.Split('\n');
        Assert.Equal(
            [
                "Counting [rows] …", "Counting [rows] … 33 %, about 4 s left", "Counting [rows] … 67 %, about 2 s left",
                "Counting [rows] … 100 %", "Counting [rows]: 6.0 s",
            ],
            lines.Take(5));
        Assert.Contains(lines, line => line.StartsWith(
            "Share of positives  0.333 (95 % interval 0.258 to 0.409)", StringComparison.Ordinal));
        Assert.Contains(lines, line => line == $"Report: {Path.Combine(_trial.Folders.Single(), "report.html")}");
        Assert.DoesNotContain('\u001b', _trial.Console.Output);
    }

    [Fact]
    public void Quiet_prints_nothing()
    {
        Assert.Equal(0, _trial.Run("--quiet"));
        Assert.Empty(_trial.Console.Output + _trial.Errors.Output);
    }

    [Fact]
    public void Verbose_shows_the_log_that_the_folder_keeps_anyway()
    {
        Assert.Equal(0, _trial.Run("--verbose"));
        Assert.Contains("Begins on cpu with 150 rows of iris", _trial.Errors.Output, StringComparison.Ordinal);
        Assert.Contains("Begins on cpu with 150 rows of iris", _trial.Text("run.log"), StringComparison.Ordinal);
    }

    [Fact]
    public void Help_lists_every_option_with_its_default_and_touches_nothing()
    {
        Assert.Equal(0, _trial.Run("--help", "--nonsense"));

        foreach (string option in new[]
        {
            "--data", "--target", "--positive", "--seed", "--device", "--out", "--quick", "--quiet", "--verbose",
            "--weight", "--ending", "--floor",
        })
        {
            Assert.Contains(option, _trial.Console.Output, StringComparison.Ordinal);
        }
        Assert.Matches(@"Default:\s+done\.", _trial.Console.Output);
        Assert.Contains("./mlmaths share --weight 2", _trial.Console.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_trial.Out));
    }
}
