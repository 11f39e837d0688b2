using System.Globalization;
using System.Text.Json;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>Folders of runs whose options and scores are chosen by a test, one minute after the other.</summary>
internal sealed class TriedRun(string home, string verb = "logistic")
{
    private int _minute;

    public string Positive { get; init; } = "yes";

    /// <summary>Writes a run; the name of its folder.</summary>
    /// <param name="rows">Test rows: number, target, score; null for a run without scores.</param>
    /// <param name="options">As typed.</param>
    /// <param name="seed">Of the split.</param>
    /// <param name="data">Decides the hash of the data.</param>
    /// <param name="status">How it ended.</param>
    public string Write(
        IEnumerable<(int Row, string Target, double Score)>? rows, Dictionary<string, string?>? options = null, int seed = 7,
        string data = "aa", string status = "completed")
    {
        DateTime startedAt = new(2026, 1, 2, 3, _minute++, 5, DateTimeKind.Utc);
        string name = FormattableString.Invariant($"{startedAt:yyyyMMdd-HHmmss}-{verb}-{seed}"), folder = Path.Combine(home, name);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "results.json"), JsonSerializer.Serialize(
            new
            {
                schema = RunManifest.CurrentSchema,
                project = verb,
                status,
                startedAt,
                seconds = 1.0,
                seed,
                command = $"./mlmaths {verb}",
                data = new
                {
                    name = "made",
                    rows = 9,
                    columns = 2,
                    target = "y",
                    positive = verb is "regression" or "net" ? null : Positive,
                    sha256 = data,
                },
                options = options ?? [],
                environment = new Dictionary<string, string> { ["git_commit"] = "0123456789abcdef" },
                measurements = new[] { MadeRun.Number("test.roc_auc", 0.8, 0.7, 0.9) },
                artifacts = Array.Empty<string>(),
            },
            RunManifest.Format));
        File.WriteAllText(
            Path.Combine(folder, CommandRecord.Name),
            new CommandRecord(CommandRecord.CurrentSchema, verb, [], startedAt, seed, "cpu", null).ToJson());
        if (rows is not null)
        {
            File.WriteAllLines(Path.Combine(folder, "predictions.csv"),
                ["row,split,fold,target,score", "999,training,,yes,1", .. rows.Select(row => string.Create(
                    CultureInfo.InvariantCulture, $"{row.Row},test,,{Cell(row.Target)},{row.Score:R}"))]);
        }

        return name;
    }

    /// <summary>The classes that a run called, of the test rows in their order.</summary>
    /// <param name="name">Its folder.</param>
    /// <param name="rows">Number, target, called class.</param>
    public void Call(string name, IEnumerable<(int Row, string Target, string Called)> rows) => File.WriteAllLines(
        Path.Combine(home, name, "probabilities.csv"),
        ["row,split,target,called,p_a", .. rows.Select(row => string.Create(
            CultureInfo.InvariantCulture, $"{row.Row},test,{Cell(row.Target)},{Cell(row.Called)},1"))]);

    private static string Cell(string target) =>
        target.AsSpan().ContainsAny(',', '"') ? $"\"{target.Replace("\"", "\"\"")}\"" : target;
}
