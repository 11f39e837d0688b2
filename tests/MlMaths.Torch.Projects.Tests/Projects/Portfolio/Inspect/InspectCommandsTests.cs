namespace MlMaths.Torch.Tests.Projects;

/// <summary>Every command that <c>inspect</c> prints or asks with can be typed as it stands.</summary>
public sealed class InspectCommandsTests : StrangersFile
{
    [Fact]
    public void Every_command_that_is_printed_for_a_yes_or_no_works()
    {
        using var inspected = new PortfolioRunOf("inspect", Passengers());
        string[] commands = Commands(inspected);
        Assert.Equal(["logistic", "evaluate", "leakage", "pca"], commands.Select(command => command.Split(' ')[1]));
        Assert.Contains("--group Ticket", commands[1], StringComparison.Ordinal);
        foreach (string command in commands)
        {
            using var run = new PortfolioRunOf([.. Words(command), "--quick"]);
            Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        }
    }

    [Fact]
    public void A_number_asks_for_regression_and_several_classes_for_a_net()
    {
        string number = Written("rent.csv", ["size,rent", .. Enumerable.Range(0, 60).Select(row => $"{row * 17 % 60},{row * 29 % 61}")]);
        string kinds = Written("kinds.csv", ["size,kind", .. Enumerable.Range(0, 60).Select(row => $"{row * 17 % 60},k{row % 3}")]);
        using var regression = new PortfolioRunOf("inspect", number);
        using var net = new PortfolioRunOf("inspect", kinds);
        Assert.Equal("regression", Commands(regression)[0].Split(' ')[1]);
        Assert.Equal("net", Commands(net)[0].Split(' ')[1]);
    }

    [Fact]
    public void How_the_file_is_read_is_kept_in_the_commands()
    {
        string file = Written("two.csv", ["made by a tool", "size,kind",
            .. Enumerable.Range(0, 40).Select(row => $"{row * 7 % 40},{(row % 2 == 0 ? "a" : "b")}")]);
        using var run = new PortfolioRunOf("inspect", file, "--skip-lines", "1", "--quiet");
        string[] commands = Commands(run);
        Assert.NotEmpty(commands);
        Assert.All(commands, command => Assert.Contains("--skip-lines 1", command, StringComparison.Ordinal));
        Assert.All(commands, command => Assert.DoesNotContain("--quiet", command, StringComparison.Ordinal));
        Works(commands, "leakage");
    }

    [Fact]
    public void A_file_without_a_header_is_asked_about_with_a_command_that_works()
    {
        string file = Written("bare.csv", [.. Enumerable.Range(0, 30).Select(row => $"{row * 7 % 30},{row * 11 % 30},{row % 2}")]);
        using var run = new PortfolioRunOf("inspect", file);
        Assert.Equal(2, run.ExitCode);
        string command = run.Errors.Split("Ready to copy: ")[1];
        List<string> words = [.. Words(command)];
        words.RemoveRange(words.IndexOf("--out"), 2);
        using var again = new PortfolioRunOf([.. words]);
        Assert.Equal((0, ""), (again.ExitCode, again.Errors));
    }

    [Fact]
    public void Two_columns_of_one_name_are_asked_about_with_a_command_that_works_and_whose_commands_do()
    {
        string file = Written("two.csv", ["size,size,died", .. Enumerable.Range(0, 60)
            .Select(row => $"{row * 7 % 60},{row * 11 % 60},{(row % 2 == 0 ? "yes" : "no")}")]);
        using var run = new PortfolioRunOf("inspect", file);
        Assert.Equal(2, run.ExitCode);
        List<string> words = [.. Words(run.Errors.Split("Ready to copy: ")[1])];
        words.RemoveRange(words.IndexOf("--out"), 2);
        using var again = new PortfolioRunOf([.. words]);
        Assert.Equal((0, ""), (again.ExitCode, again.Errors));
        Works(Commands(again), "leakage");
    }

    [Fact]
    public void What_a_remark_advises_can_be_typed_as_it_stands()
    {
        string[] scale = ["never", "rarely", "often"];
        string file = Written("doses.csv", ["first dose,second dose,third dose,a 4th,how often,died", .. Enumerable.Range(0, 120)
            .Select(row => $"{Dose(row, 0)},{Dose(row, 1)},{Dose(row, 2)},{Dose(row, 3)},{scale[row % 3]},"
                + $"{(row % 7 < 3 ? "yes" : "no")}")]);
        using var run = new PortfolioRunOf("inspect", file);
        Assert.Contains("The same may be true of −999 in 'a 4th' (12 rows)", run.Output, StringComparison.Ordinal);
        string[] advice = [Advice("all of them at once: --missing-value "), Advice("--order ")];
        using var trained = new PortfolioRunOf([
            "leakage", "--data", file, "--target", "died", "--missing-value", advice[0], "--order", advice[1], "--quick"]);
        Assert.Equal((0, ""), (trained.ExitCode, trained.Errors));

        string Advice(string before) => run.Output.ReplaceLineEndings("\n").Split(before)[1].Split('\n')[0].Trim().Trim('\'');
        static int Dose(int row, int column) => (row + column) % 10 == 0 ? -999 : 5 + row * (11 + 2 * column) % 50;
    }
}
