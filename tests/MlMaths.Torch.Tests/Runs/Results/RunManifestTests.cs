using System.Text.Json;
using MlMaths.Torch.Tests.Cli;

namespace MlMaths.Torch.Tests.Runs;

public sealed class RunManifestTests : IDisposable
{
    private const string HostileCsv =
        "<script>alert(1)</script>,a|b `c` _d_,[x](javascript:alert(2)),=cmd()\n1,2,3,=1+1\n4,5,6,=1+1\n"
        + "7,8,9,\"</style><img src=x onerror=alert(3)>\"\n";

    private readonly CommandTrial _trial = new();

    public void Dispose() => _trial.Dispose();

    [Fact]
    public void Results_json_has_exactly_the_fields_that_are_promised()
    {
        _trial.Run("--seed", "11", "--weight", "2");
        JsonElement manifest = _trial.Manifest();

        Assert.Equal(
            [
                "schema", "project", "status", "started_at", "seconds", "stages", "seed", "device", "command", "data",
                "options", "environment", "measurements", "model", "artifacts", "sha256", "seal",
            ],
            Names(manifest));
        Assert.Equal(["name", "rows", "columns", "target", "positive", "sha256", "rows_read", "rows_left_out"],
            Names(manifest.GetProperty("data")));
        Assert.Equal(["os", "cpu", "threads", "dotnet", "torchsharp", "libtorch", "gpu", "git_commit"],
            Names(manifest.GetProperty("environment")));
        Assert.Equal(["id", "label", "value", "low", "high", "confidence", "unit", "how"], Names(manifest.GetProperty("measurements")[0]));
        Assert.Equal(["file", "sha256"], Names(manifest.GetProperty("model")));
        Assert.Equal("completed", manifest.GetProperty("status").GetString());
        Assert.Equal("2026-01-02T03:04:05Z", manifest.GetProperty("started_at").GetString());
        Assert.Equal($"./mlmaths share --seed 11 --weight 2 --out {_trial.Out}", manifest.GetProperty("command").GetString());
        Assert.Equal(2, manifest.GetProperty("options").GetProperty("weight").GetDouble());
        Assert.Equal("done", manifest.GetProperty("options").GetProperty("ending").GetString());
        Assert.Equal(1.0 / 3, manifest.GetProperty("measurements")[0].GetProperty("value").GetDouble());
        Assert.StartsWith("0.107.0", manifest.GetProperty("environment").GetProperty("torchsharp").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void How_long_each_stage_took_stands_in_the_results_and_in_the_log()
    {
        _trial.Run("--wait-seconds", "3");

        Assert.Equal(
            [("Counting [rows]", 3.0), ("Writing the report", 0.0)],
            _trial.Manifest().GetProperty("stages").EnumerateArray()
                .Select(stage => (stage.GetProperty("name").GetString()!, stage.GetProperty("seconds").GetDouble())));
        Assert.Contains(" share: Counting [rows]: 3.0 s\n", _trial.Text("run.log"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_finite_or_not_defined_is_null()
    {
        _trial.Run();
        JsonElement model = JsonDocument.Parse(_trial.Text("model.json")).RootElement;
        Assert.Equal(JsonValueKind.Null, model.GetProperty("broken").ValueKind);
        JsonElement lift = _trial.Manifest().GetProperty("measurements")[1];
        Assert.Equal(JsonValueKind.Null, lift.GetProperty("value").ValueKind);
        Assert.Equal("there is no elsewhere", lift.GetProperty("why_undefined").GetString());
    }

    [Fact]
    public void Every_file_of_the_folder_is_an_artifact_and_every_artifact_a_file()
    {
        _trial.Run();
        string folder = _trial.Folders.Single();
        string[] files = [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file))
            .Order(StringComparer.Ordinal)];
        string[] artifacts = [.. _trial.Manifest()
            .GetProperty("artifacts")
            .EnumerateArray().Select(file => file.GetString()!).Append("results.json").Order(StringComparer.Ordinal)];

        Assert.Equal(artifacts, files);
        Assert.Equal(
            [
                "command.json", "cv.md", "events.out.tfevents.1767323045.share", "figures/share.png",
                "figures/share.svg",
                "history.csv", "model.json", "predictions.csv", "report.html", "report.md", "results.json", "run.log",
            ],
            files);
        Assert.True(new FileInfo(Path.Combine(folder, "events.out.tfevents.1767323045.share")).Length > 100);
    }

    [Fact]
    public void The_same_seed_twice_gives_the_same_measurements_predictions_and_history()
    {
        _trial.Run();
        _trial.Run();
        Assert.Equal(2, _trial.Folders.Length);
        foreach (string file in new[] { "predictions.csv", "history.csv", "cv.md", "model.json" })
        {
            Assert.Equal(File.ReadAllBytes(Path.Combine(_trial.Folders[0], file)),
                File.ReadAllBytes(Path.Combine(_trial.Folders[1], file)));
        }
        string[] measurements = [.. _trial.Folders.Select(folder =>
            JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "results.json"))).RootElement
                .GetProperty("measurements")
                .GetRawText())];
        Assert.Equal(measurements[0], measurements[1]);
    }

    [Fact]
    public void Names_that_look_like_markup_or_formulas_do_no_harm_in_any_file()
    {
        string csv = _trial.Csv(HostileCsv);
        Assert.Equal(0, _trial.Run("--data", csv, "--target", "=cmd()", "--positive", "</style><img src=x onerror=alert(3)>"));

        string page = _trial.Text("report.html");
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("href=\"javascript", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("<td>&lt;script&gt;alert(1)&lt;/script&gt;</td>", page, StringComparison.Ordinal);
        Assert.Contains("<td>a|b `c` _d_</td>", page, StringComparison.Ordinal);
        Assert.Contains("<td>[x](javascript:alert(2))</td>", page, StringComparison.Ordinal);
        foreach (string file in new[] { "report.md", "results.json", "cv.md", "figures/share.svg" })
            Assert.DoesNotContain("<script", _trial.Text(file), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("(?m)(^|,)\"?[=@]", _trial.Text("predictions.csv"));
        Assert.Contains("test,,'=1+1,", _trial.Text("predictions.csv"), StringComparison.Ordinal);
    }

    private static string[] Names(JsonElement json) => [.. json.EnumerateObject().Select(property => property.Name)];
}
