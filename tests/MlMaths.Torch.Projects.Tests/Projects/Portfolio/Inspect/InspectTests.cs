using System.Text.Json;
using MlMaths.Torch.Tests.House;

namespace MlMaths.Torch.Tests.Projects;

/// <summary><c>mlmaths inspect</c>: what a stranger's file is told, and that what it advises works.</summary>
public sealed class InspectTests : StrangersFile
{
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
    public void What_gives_the_target_away_is_found_and_equal_rows_are_counted()
    {
        string leak = Written("leak.csv", ["size,code,kind", .. Enumerable.Range(0, 200)
            .Select(row => $"{row % 40},{(row % 4 == 0 ? 7 : 9)},{(row % 4 == 0 ? "yes" : "no")}")]);
        using var run = new PortfolioRunOf("inspect", leak, "--target", "kind");
        Assert.Contains("the target is in the columns", run.Output, StringComparison.Ordinal);
        Assert.Equal(160, run.Value("copies"));
    }

    [Theory]
    [InlineData("Which file?")]
    [InlineData("did you mean", "passengers.csv", "--target", "Survivd")]
    [InlineData("one file too many", "a.csv", "b.csv")]
    public void What_makes_no_sense_gets_one_sentence(string named, params string[] arguments)
    {
        Passengers();
        using var run = new PortfolioRunOf(
            ["inspect", .. arguments.Select(word => word == "passengers.csv" ? Path.Combine(Folder, word) : word)]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(named, run.Errors, StringComparison.Ordinal);
        Assert.Null(run.Folder);
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
        string log = Path.Combine(Folder, "loaded");
        Command inspected = Command.Run(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "mlmaths.dll"), "inspect", Passengers(), "--out", Path.Combine(Folder, "runs")],
            new Dictionary<string, string?> { ["LD_DEBUG"] = "files", ["LD_DEBUG_OUTPUT"] = log });
        Assert.Equal(0, inspected.ExitCode);
        string loaded = string.Concat(Directory.EnumerateFiles(Folder, "loaded.*").Select(File.ReadAllText));
        Assert.Contains("libcoreclr.so", loaded, StringComparison.Ordinal);
        Assert.DoesNotContain("libtorch", loaded, StringComparison.OrdinalIgnoreCase);
    }
}
