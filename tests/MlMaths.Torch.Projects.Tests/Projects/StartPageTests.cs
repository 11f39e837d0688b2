using MlMaths.Torch.Cli;
using MlMaths.Torch.Portfolio;
using MlMaths.Torch.Runs;
using Spectre.Console.Testing;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>What a stranger sees first, on a terminal of 80 columns.</summary>
public sealed class StartPageTests
{
    private static readonly string[] Verbs = [.. PortfolioProgram.Commands.Commands.Select(command => command.Name)];

    public static TheoryData<string> All => [.. Verbs];

    [Fact]
    public void It_lists_every_command_once_with_what_it_is_for()
    {
        string page = Typed();
        Assert.Equal(Verbs.Length, Verbs.Distinct().Count());
        Assert.All(PortfolioProgram.Commands.Commands, command => Assert.Contains($"  {command.Name} ", page, StringComparison.Ordinal));
        Assert.Equal(page, Typed("help"));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void No_command_that_one_would_copy_is_wrapped(string verb)
    {
        string[] lines = Typed(verb, "--help").ReplaceLineEndings("\n").Split('\n');
        Assert.All(lines.Where(line => line.StartsWith($"  {RepeatedCommand.Launcher}", StringComparison.Ordinal)), line =>
        {
            Assert.StartsWith($"  {RepeatedCommand.Launcher} {verb}", line, StringComparison.Ordinal);
            Assert.Equal(0, line.Count(letter => letter == '"') % 2);
        });
        int headings = Array.FindIndex(lines, line => line == "Examples");
        if (headings >= 0)
            Assert.Equal(lines.Skip(headings).Count(line => line.Contains("mlmaths", StringComparison.Ordinal)), Examples(lines, headings));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Help_names_the_sizes_of_tables_wherever_one_is_read(string verb)
    {
        string help = Typed(verb, "--help");
        bool readsTable = help.Contains("FILE.csv", StringComparison.Ordinal);
        Assert.Equal(readsTable, help.Contains("Designed for up to", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("metrics")]
    [InlineData("compare")]
    public void What_must_be_given_is_called_required_and_stands_in_the_usage(string verb)
    {
        string help = Typed(verb, "--help");
        Assert.Contains(
            $"  ./mlmaths {verb} --scores FILE.csv --target COLUMN --score COLUMN[,COLUMN] [options]", help, StringComparison.Ordinal);
        Assert.Equal(3, help.Split("Required.").Length - 1);
        Assert.DoesNotContain("must be", help, StringComparison.Ordinal);
    }

    [Fact]
    public void Bounds_read_like_numbers()
    {
        Assert.Contains("from 0 to 1,000,000.", Typed("logistic", "--help"), StringComparison.Ordinal);
        Assert.Matches(@"from\s+1e-9\s+to\s+100\.", Typed("net", "--help"));
    }

    [Fact]
    public void A_command_that_is_misspelt_is_guessed()
    {
        using var console = new TestConsole().Width(80);
        Assert.Equal(ExitCode.UsersMistake, PortfolioProgram.Commands.Run(["logistics"], console, console));
        Assert.Contains("did you mean logistic?", console.Output, StringComparison.Ordinal);
    }

    /// <summary>Pairs of lines: what it shows, and the command, until the next heading.</summary>
    private static int Examples(string[] lines, int heading) =>
        lines.Skip(heading + 1).TakeWhile(line => line.Length > 0)
            .Count(line => line.StartsWith($"  {RepeatedCommand.Launcher}", StringComparison.Ordinal));

    private static string Typed(params string[] words)
    {
        using var console = new TestConsole().Width(80);
        Assert.Equal(0, PortfolioProgram.Commands.Run(words, console, console));
        return console.Output;
    }
}
