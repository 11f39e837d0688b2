using System.Text.Json;
using MlMaths.Torch.Cli;
using MlMaths.Torch.LogisticRegression;
using Spectre.Console.Testing;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>
/// One run of a project, of project 1 unless said otherwise, from the command line to its folder; the folder goes away
/// with it.
/// </summary>
internal class RunOf : IDisposable
{
    private readonly DirectoryInfo _out = Directory.CreateTempSubdirectory("mlmaths-");

    public RunOf(params string[] arguments) : this(arguments, null) { }

    public RunOf(string[] arguments, string? outputFolder) : this(
        arguments, outputFolder, (given, console, errors) => ProjectCommand.Run(given, new LogisticProject(), console, errors))
    {
    }

    protected RunOf(string[] arguments, string? outputFolder, Func<string[], TestConsole, TestConsole, int> command)
    {
        using var console = new TestConsole().Width(400);
        using var errors = new TestConsole().Width(4000);
        ExitCode = command([.. arguments, "--out", outputFolder ?? Path.Combine(_out.FullName, "runs")], console, errors);
        Output = console.Output;
        Errors = errors.Output.Trim();
    }

    public int ExitCode { get; }

    public string Output { get; }

    public string Errors { get; }

    /// <summary>The run folder; null where none was left.</summary>
    public string? Folder => Directory.Exists(Path.Combine(_out.FullName, "runs"))
        ? Directory.EnumerateDirectories(Path.Combine(_out.FullName, "runs")).SingleOrDefault()
        : null;

    public JsonElement Results => JsonDocument.Parse(Read("results.json")).RootElement;

    public JsonElement Model => JsonDocument.Parse(Read("model.json")).RootElement;

    public string Read(string file) =>
        File.ReadAllText(Path.Combine(Folder ?? throw new InvalidOperationException($"No run folder: {Errors}"), file));

    public JsonElement Measurement(string id) =>
        Results.GetProperty("measurements").EnumerateArray().Single(measurement => measurement.GetProperty("id").GetString() == id);

    public double Value(string id) => Measurement(id).GetProperty("value").GetDouble();

    public void Dispose() => _out.Delete(recursive: true);
}
