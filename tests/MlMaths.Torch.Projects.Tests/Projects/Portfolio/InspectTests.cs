using System.Globalization;
using System.Text.Json;
using MlMaths.Torch.Tests.House;

namespace MlMaths.Torch.Tests.Projects;

/// <summary><c>mlmaths inspect</c>: what a stranger's file is told, and that what it advises works.</summary>
public sealed class InspectTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mlmaths-").FullName;

    // Shaped like the list of a ship's passengers: names, blanks, a cabin that most lack, a code for “not measured”.
    private string Passengers()
    {
        string[] lines =
        [
            "PassengerId,Survived,Class,Name,Sex,Age,Fare,Cabin,Ticket",
            .. Enumerable.Range(1, 120).Select(row => string.Create(CultureInfo.InvariantCulture,
                $"{row},{(row * 7 % 10 < 4 ? 1 : 0)},{row * 5 % 3 + 1},\"Person, Mr. {row}\",{(row % 3 == 0 ? "female" : "male")},"
                + $"{(row % 6 == 0 ? "" : $"{20 + row * 13 % 50}")},{(row % 20 == 0 ? -999 : 5 + row * 11 % 90)},"
                + $"{(row % 5 == 0 ? $"C{row % 7}" : "")},T{row / 3}")),
        ];
        return Written("passengers.csv", lines);
    }

    [Fact]
    public void Every_column_is_shown_as_it_will_be_taken()
    {
        using var run = new PortfolioRunOf("inspect", Passengers());
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        using var inspected = JsonDocument.Parse(run.Read("inspection.json"));
        Dictionary<string, JsonElement> columns = inspected.RootElement.GetProperty("columns").EnumerateArray()
            .ToDictionary(column => column.GetProperty("name").GetString()!);
        Assert.Equal(
            ["identifier", "binary", "number", "identifier", "binary", "number", "number"],
            columns.Values.Take(7).Select(column => column.GetProperty("taken_as").GetString()));
        Assert.Equal((20, 96), (Missing("Age"), Missing("Cabin")));
        Assert.Equal("Survived", inspected.RootElement.GetProperty("target").GetString());
        Assert.Equal(-999, columns["Fare"].GetProperty("suspects")[0].GetProperty("value").GetDouble());
        Assert.Contains("--missing-value Fare=-999", run.Output, StringComparison.Ordinal);
        Assert.Contains("'Cabin'", run.Output, StringComparison.Ordinal);
        Assert.Equal(["Ticket"], inspected.RootElement.GetProperty("groups").EnumerateArray().Select(group => group.GetString()));
        Assert.True(File.Exists(Path.Combine(run.Folder!, "report.html")));
        Assert.True(File.Exists(Path.Combine(run.Folder!, "figures", "columns.svg")));

        int Missing(string name) => columns[name].GetProperty("missing").GetInt32();
    }

    [Fact]
    public void Every_command_that_is_printed_works()
    {
        using var inspected = new PortfolioRunOf("inspect", Passengers());
        string[] commands = Commands(inspected);
        Assert.Equal(["logistic", "evaluate", "leakage", "pca"], commands.Select(command => command.Split(' ')[1]));
        Assert.Contains("--group Ticket", commands[1], StringComparison.Ordinal);
        foreach (string command in commands.Where(command => command.Split(' ')[1] != "evaluate"))
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
    public void What_gives_the_target_away_is_found_and_equal_rows_are_counted()
    {
        string leak = Written("leak.csv", ["size,code,kind", .. Enumerable.Range(0, 200)
            .Select(row => $"{row % 40},{(row % 4 == 0 ? 7 : 9)},{(row % 4 == 0 ? "yes" : "no")}")]);
        using var run = new PortfolioRunOf("inspect", leak, "--target", "kind");
        Assert.Contains("the target is in the columns", run.Output, StringComparison.Ordinal);
        Assert.Equal(160, run.Value("copies"));
    }

    [Fact]
    public void How_the_file_is_read_is_kept_in_the_commands()
    {
        string file = Written("two.csv", ["made by a tool", "size,kind",
            .. Enumerable.Range(0, 40).Select(row => $"{row * 7 % 40},{(row % 2 == 0 ? "a" : "b")}")]);
        using var run = new PortfolioRunOf("inspect", file, "--skip-lines", "1", "--quiet");
        using var inspected = JsonDocument.Parse(run.Read("inspection.json"));
        Assert.All(
            inspected.RootElement.GetProperty("commands").EnumerateArray(),
            command => Assert.Contains("--skip-lines 1", command.GetString(), StringComparison.Ordinal));
        Assert.DoesNotContain("--quiet", inspected.RootElement.GetProperty("commands")[0].GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Which file?")]
    [InlineData("did you mean", "passengers.csv", "--target", "Survivd")]
    [InlineData("one file too many", "a.csv", "b.csv")]
    public void What_makes_no_sense_gets_one_sentence(string named, params string[] arguments)
    {
        Passengers();
        using var run = new PortfolioRunOf(
            ["inspect", .. arguments.Select(word => word == "passengers.csv" ? Path.Combine(_folder, word) : word)]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(named, run.Errors, StringComparison.Ordinal);
        Assert.Null(run.Folder);
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
    public void Groups_that_some_rows_lack_and_times_of_two_notations_are_told_and_kept_out_of_the_commands()
    {
        string file = Written("visits.csv", ["patient,day,size,died", .. Enumerable.Range(0, 120).Select(row =>
            $"{(row % 20 == 0 ? "" : $"p{row / 4}")},{(row % 2 == 0 ? $"2026-03-{row % 28 + 1:00}" : $"{row % 28 + 1}/3/2026")},"
            + $"{row * 7 % 60},{(row % 2 == 0 ? "yes" : "no")}")]);
        using var run = new PortfolioRunOf("inspect", file);
        Assert.Contains("--group patient, once the 6 rows without one have one", run.Output, StringComparison.Ordinal);
        Assert.Contains("dates in more than one notation", run.Output, StringComparison.Ordinal);
        Assert.All(Commands(run), command => Assert.DoesNotContain("--group", command, StringComparison.Ordinal));
        Assert.All(Commands(run), command => Assert.DoesNotContain("--time", command, StringComparison.Ordinal));
        Works(Commands(run), "leakage");
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

    [Fact]
    public void Columns_that_add_up_to_the_target_are_named_with_the_option_that_leaves_them_out()
    {
        string file = Written("rides.csv", ["casual,\"on, contract\",temp,cnt", .. Enumerable.Range(0, 100)
            .Select(row => $"{row * 13 % 47},{row * 29 % 61},{row * 7 % 31},{row * 13 % 47 + row * 29 % 61}")]);
        using var run = new PortfolioRunOf("inspect", file);
        Assert.Matches("--leave-out '(casual,\"on, contract\"|\"on, contract\",casual)'", run.Output);
    }

    [Fact]
    public void A_class_of_three_rows_is_told_and_a_net_is_not_offered_for_it()
    {
        string file = Written("marks.csv", ["size,weight,quality", .. Enumerable.Range(0, 100)
            .Select(row => $"{row * 7 % 60},{row * 11 % 60},{(row < 3 ? 3 : 4 + row % 4)}")]);
        using var run = new PortfolioRunOf("inspect", file);
        Assert.Contains("Of the class '3' there are 3 rows", run.Output, StringComparison.Ordinal);
        Assert.Equal(["regression", "leakage", "pca"], Commands(run).Select(command => command.Split(' ')[1]));
        Works(Commands(run), "regression");
    }

    // The log of the loader names every library that a process opens.
    [Fact]
    public void No_libtorch_is_loaded()
    {
        if (!OperatingSystem.IsLinux()) return;
        string log = Path.Combine(_folder, "loaded");
        Command inspected = Command.Run(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "mlmaths.dll"), "inspect", Passengers(), "--out", Path.Combine(_folder, "runs")],
            new Dictionary<string, string?> { ["LD_DEBUG"] = "files", ["LD_DEBUG_OUTPUT"] = log });
        Assert.Equal(0, inspected.ExitCode);
        string loaded = string.Concat(Directory.EnumerateFiles(_folder, "loaded.*").Select(File.ReadAllText));
        Assert.Contains("libcoreclr.so", loaded, StringComparison.Ordinal);
        Assert.DoesNotContain("libtorch", loaded, StringComparison.OrdinalIgnoreCase);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void Works(string[] commands, string verb)
    {
        string command = commands.Single(one => one.Split(' ')[1] == verb);
        using var run = new PortfolioRunOf([.. Words(command), "--quick"]);
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
    }

    private static string[] Commands(PortfolioRunOf run)
    {
        using var inspected = JsonDocument.Parse(run.Read("inspection.json"));
        return [.. inspected.RootElement.GetProperty("commands").EnumerateArray().Select(command => command.GetString()!)];
    }

    // What a shell would hand over: quotes taken off, the launcher left out.
    private static IEnumerable<string> Words(string command) =>
        command.Split('\'').SelectMany((part, i) => i % 2 == 1 ? [part] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Skip(1);

    private string Written(string name, string[] lines)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllLines(path, lines);
        return path;
    }
}
