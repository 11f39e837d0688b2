using System.Text.Json;
using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>The folder of a run whose numbers are chosen by a test.</summary>
internal static class MadeRun
{
    /// <summary>Writes <c>results.json</c> and <c>command.json</c>; the path of the folder.</summary>
    /// <param name="home">Below which it stands.</param>
    /// <param name="verb">The command.</param>
    /// <param name="isChanged">Whether it records a file that is not there.</param>
    /// <param name="measurements">What it measured.</param>
    public static string In(string home, string verb, bool isChanged, params Measurement[] measurements)
    {
        string folder = Path.Combine(home, $"20260102-030405-{verb}-7");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "results.json"), JsonSerializer.Serialize(
            new
            {
                schema = RunManifest.CurrentSchema,
                project = verb,
                status = "completed",
                seconds = 1.0,
                seed = 7,
                command = $"./mlmaths {verb}",
                environment = new Dictionary<string, string>(),
                measurements,
                sha256 = isChanged ? new Dictionary<string, string> { ["report.md"] = "00" } : null,
            },
            RunManifest.Format));
        File.WriteAllText(
            Path.Combine(folder, CommandRecord.Name),
            new CommandRecord(CommandRecord.CurrentSchema, verb, [], new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc), 7, "cpu", null).ToJson());
        return folder;
    }

    /// <summary>A number, with an interval of 95 % if both ends are given.</summary>
    public static Measurement Number(
        string id, double? value, double? low = null, double? high = null, string unit = "", string how = "") =>
        new(id, id, value, low, high, low is null ? null : 0.95, unit, how, value is null ? "nothing was called positive" : null);
}
