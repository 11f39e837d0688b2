using System.Runtime.InteropServices;
using MlMaths.Torch.Runs;
using MlMaths.Torch.Tests.Projects;

namespace MlMaths.Torch.Tests.House;

/// <summary>
/// What is printed is typed, by bash, in the folder in which it was printed: outside the clone, with blanks and quotes in every path. The
/// launcher is the real one in a clone of its own, whose program is that of this build.
/// </summary>
public sealed class PrintedCommandsTests : StrangersFile
{
    private readonly LauncherClone _clone;

    private readonly string _desk;

    public PrintedCommandsTests()
    {
        string program = Path.Combine(AppContext.BaseDirectory, "mlmaths.dll"),
            host = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));
        _clone = new(Path.Combine(Folder, "ann's \"suite\""), $"exec '{host}' '{program}' \"${{@:2}}\"");
        _clone.WriteBuild();
        _desk = Directory.CreateDirectory(Path.Combine(Folder, "it's a desk")).FullName;
    }

    [Theory]
    [InlineData("../ann\\'s\\ \\\"suite\\\"/mlmaths", "my \"own\" file's.csv")]
    [InlineData("\"$CLONE\"/mlmaths", "$PWD/a b.csv")]
    [InlineData("PATH=\"$CLONE:$PATH\"; mlmaths", "x/../$HOME.csv")]
    public void Every_command_of_inspect_works_where_it_was_printed(string launcher, string name)
    {
        string file = name.Replace("$PWD", _desk, StringComparison.Ordinal);
        Directory.CreateDirectory(Path.Combine(_desk, "x"));
        File.WriteAllLines(Path.Combine(_desk, file), ["size,\"is, it\",died", .. Enumerable.Range(0, 80)
            .Select(row => $"{row * 7 % 60},{row * 11 % 61},{(row * 13 % 31 < 12 ? "yes" : "no")}")]);
        string[] given = launcher.Split("; ");
        string start = given.Length > 1 ? $"{given[0]}; " : "";
        Command inspected = Typed($"{start}{given[^1]} inspect {Quoted.Typed(file)}");
        Assert.Equal(0, inspected.ExitCode);
        string[] commands = [.. inspected.Output.Split("Ready to copy:")[1].Split('\n')
            .Where(line => line.StartsWith("  ", StringComparison.Ordinal)).Select(line => line.Trim())];
        Assert.Equal(["logistic", "evaluate", "leakage", "pca"], commands.Select(RepeatedCommand.VerbOf));
        foreach (string command in commands)
        {
            Command ended = Typed($"{start}{command} --quick");
            Assert.True(ended.ExitCode == 0, $"{command}\n{ended.Output}");
        }
    }

    [Fact]
    public void A_command_that_heals_works_where_it_was_printed_and_the_run_repeats_its_own()
    {
        File.WriteAllLines(Path.Combine(_desk, "no header.csv"), Enumerable.Range(0, 60)
            .Select(row => $"{row * 7 % 60},{row * 11 % 61},{row % 2}"));
        const string Launcher = "\"$CLONE\"/mlmaths";
        Command refused = Typed($"{Launcher} logistic --data 'no header.csv' --target column_3 --quick");
        Assert.Equal(2, refused.ExitCode);
        Command healed = Typed(refused.Output.Split("Ready to copy: ")[1].Trim());
        Assert.Equal(0, healed.ExitCode);
        string run = Directory.EnumerateDirectories(Path.Combine(_desk, "runs")).Single();
        using var results = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Path.Combine(run, "results.json")));
        string command = results.RootElement.GetProperty("command").GetString()!;
        Assert.EndsWith(
            "mlmaths' logistic --data 'no header.csv' --target column_3 --quick --no-header", command, StringComparison.Ordinal);
        Command repeated = Typed($"{Launcher} verify {Quoted.Typed(run)}");
        Assert.True(repeated.ExitCode == 0, repeated.Output);
    }

    private Command Typed(string line) => _clone.Type(line, _desk);
}
