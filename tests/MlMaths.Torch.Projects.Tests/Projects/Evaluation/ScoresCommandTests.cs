using System.Globalization;
using System.Text.Json;
using MlMaths.Torch.EvaluationPack;
using MlMaths.Torch.Tests.Golden;
using static System.FormattableString;

namespace MlMaths.Torch.Tests.Projects;

/// <summary><c>mlmaths metrics</c> and <c>mlmaths compare</c>: files that other programs have written, against scikit-learn.</summary>
public sealed class ScoresCommandTests
{
    private static readonly JsonElement Reference = GoldenFile.Read("metrics.json");

    private static readonly string[] Binary =
    [
        "accuracy", "precision", "recall", "f1", "f2", "matthews", "balanced_accuracy", "roc_auc", "average_precision",
        "log_loss", "brier",
    ];

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, Reference.GetProperty("binary").GetArrayLength())];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_metric_of_a_file_is_scikit_learns(int index)
    {
        JsonElement golden = Reference.GetProperty("binary")[index];
        using CsvFile file = Scored("y,p\n", golden.GetProperty("y").Doubles()
            .Zip(golden.GetProperty("score").Doubles(), (y, p) => Invariant($"{y},{p:R}")));
        JsonElement[] printed = Json("metrics", "--scores", file.Path, "--target", "y", "--score", "p", "--threshold",
            Invariant($"{golden.GetProperty("threshold").GetDouble():R}"));
        foreach (string id in Binary)
        {
            // Where nobody is called, or everybody, scikit-learn puts 0 for what is not defined.
            if (Named(printed, id).GetProperty("value").ValueKind == JsonValueKind.Null)
            {
                Assert.Equal((0, false), (golden.GetProperty(id).GetDouble(), string.IsNullOrEmpty(
                    Named(printed, id).GetProperty("why_undefined").GetString())));
            }
            else
            {
                Assert.Equal(golden.GetProperty(id).GetDouble(), Value(printed, id), 1e-10);
            }
        }

        Assert.Contains(printed, one => one.GetProperty("id").GetString() == "ece");
    }

    [Fact]
    public void Every_metric_of_several_classes_is_scikit_learns()
    {
        JsonElement golden = Reference.GetProperty("multiclass");
        using CsvFile file = Scored(
            "kind,p_c0,p_c1,p_c2,p_c3\n",
            golden.GetProperty("y").Doubles().Zip(golden.GetProperty("probability").EnumerateArray(), (y, p) =>
                Invariant($"c{y},{string.Join(',', p.Doubles().Select(one => one.ToString("R", CultureInfo.InvariantCulture)))}")));
        JsonElement[] printed = Json("metrics", "--scores", file.Path, "--target", "kind", "--score", "p_c0,p_c1,p_c2,p_c3");
        foreach (string id in new[] { "accuracy", "macro_f1", "weighted_f1", "macro_precision", "macro_recall", "log_loss" })
            Assert.Equal(golden.GetProperty(id).GetDouble(), Value(printed, id), 1e-10);
    }

    [Theory]
    [InlineData("label;score\r\n", ";", "\r\n")]
    [InlineData("\uFEFFlabel,score\n", ",", "\n")]
    [InlineData("\"label\"\t\"score\"\n", "\t", "\n")]
    public void Any_usual_dialect_is_read(string header, string separator, string end)
    {
        using var file = new CsvFile(header + string.Concat(Enumerable.Range(0, 20)
            .Select(row => Invariant($"{row % 2}{separator}{(row % 2 == 1 ? 0.5 : 0.2) + row / 100.0:0.00}{end}"))));
        Assert.Equal(1, Value(Json("metrics", "--scores", file.Path, "--target", "label", "--score", "score"), "roc_auc"));
    }

    [Fact]
    public void Scores_of_any_scale_rank_and_call_and_have_no_log_loss()
    {
        using CsvFile file = Scored("y,s\n", Enumerable.Range(0, 200)
            .Select(row => Invariant($"{(row % 3 == 0 ? "yes" : "no")},{(row % 3 == 0 ? 4 : 0) + row % 7 - 3}")));
        JsonElement[] without = Json("metrics", "--scores", file.Path, "--target", "y", "--score", "s");
        Assert.Contains("no --threshold", Named(without, "recall").GetProperty("why_undefined").GetString(), StringComparison.Ordinal);
        Assert.Contains("no probabilities", Named(without, "log_loss").GetProperty("why_undefined").GetString(), StringComparison.Ordinal);
        JsonElement[] with = Json("metrics", "--scores", file.Path, "--target", "y", "--score", "s", "--threshold", "1");
        Assert.Equal(Enumerable.Range(0, 67).Count(place => 4 + 3 * place % 7 - 3 >= 1) / 67.0, Value(with, "recall"), 1e-12);
        Assert.Equal(Value(without, "roc_auc"), Value(with, "roc_auc"));
    }

    [Fact]
    public void A_report_says_when_training_rows_are_among_those_that_are_measured()
    {
        using CsvFile file = Scored("split,y,p\n", Enumerable.Range(0, 100)
            .Select(row => Invariant($"{(row < 60 ? "training" : "test")},{row % 2},{(row * 37 % 100) / 100.0}")));
        using var all = new EvaluationRunOf("metrics", "--scores", file.Path, "--target", "y", "--score", "p");
        Assert.Equal((0, ""), (all.ExitCode, all.Errors));
        Assert.Contains("--only split=test", all.Read("report.md"), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(all.Folder!, "metrics.json")));
        using var test = new EvaluationRunOf("metrics", "--scores", file.Path, "--target", "y", "--score", "p", "--only", "split=test");
        Assert.DoesNotContain("are too optimistic: measure", test.Read("report.md"), StringComparison.Ordinal);
        Assert.Equal(40, test.Value("rows"));
    }

    [Fact]
    public void Ten_thousand_rows_take_the_quick_way_and_say_the_same()
    {
        var random = new Random(2);
        string[] rows = [.. Enumerable.Range(0, 10_000).Select(_ => random.NextDouble())
            .Select(p => Invariant($"{(random.NextDouble() < p ? 1 : 0)},{p:0.0000}"))];
        using CsvFile many = Scored("y,p\n", rows), fewer = Scored("y,p\n", rows[..9_999]);
        JsonElement[] large = Json("metrics", "--scores", many.Path, "--target", "y", "--score", "p"),
            small = Json("metrics", "--scores", fewer.Path, "--target", "y", "--score", "p");
        foreach (string id in Binary)
            Assert.Equal(Named(small, id).GetProperty("low").GetDouble(), Named(large, id).GetProperty("low").GetDouble(), 0.004);
    }

    [Fact]
    public void Of_two_models_the_better_is_named_with_its_interval()
    {
        var random = new Random(6);
        using CsvFile file = Scored("y,coin,oracle\n", Enumerable.Range(0, 400).Select(_ => random.NextDouble())
            .Select(p => Invariant($"{(random.NextDouble() < p ? 1 : 0)},{random.NextDouble():0.000},{p:0.000}")));
        using var run = new EvaluationRunOf("compare", "--scores", file.Path, "--target", "y", "--score", "coin,oracle");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Contains("oracle is better by", run.Output, StringComparison.Ordinal);
        Assert.True(run.Measurement("gain").GetProperty("low").GetDouble() > 0.1);
        using var statistics = JsonDocument.Parse(run.Read("statistics.json"));
        Assert.Equal("strong", statistics.RootElement[0].GetProperty("evidence").GetString());

        JsonElement[] byLoss = Json("compare", "--scores", file.Path, "--target", "y", "--score", "coin,oracle", "--metric", "log_loss");
        Assert.Equal(Value(byLoss, "model.1.log_loss") - Value(byLoss, "model.2.log_loss"), Value(byLoss, "gain"), 1e-12);
    }

    [Theory]
    [InlineData("--scores is missing", "metrics")]
    [InlineData("did you mean 'label'", "metrics", "--target", "lable", "--score", "p")]
    [InlineData("may be 'label', 'p'", "metrics", "--target", "label", "--score", "zzz")]
    [InlineData("label cannot be its own score", "metrics", "--target", "label", "--score", "label")]
    [InlineData("--positive", "metrics", "--target", "word", "--score", "p")]
    [InlineData("'word'", "metrics", "--target", "label", "--score", "word")]
    [InlineData("--only", "metrics", "--target", "label", "--score", "p", "--only", "label")]
    [InlineData("check --only", "metrics", "--target", "label", "--score", "p", "--only", "label=7")]
    [InlineData("two or more", "compare", "--target", "label", "--score", "p")]
    [InlineData("twice", "compare", "--target", "label", "--score", "p,p")]
    [InlineData("not a metric", "compare", "--target", "label", "--score", "p,q", "--metric", "area")]
    public void What_makes_no_sense_gets_one_sentence(string named, params string[] arguments)
    {
        using var file = new CsvFile("label,p,q,word\n0,0.2,0.1,a\n1,0.7,0.9,b\n1,0.4,0.3,a\n");
        string[] all = arguments.Length == 1 ? arguments : [.. arguments, "--scores", file.Path];
        using var run = new EvaluationRunOf(all);
        Assert.Equal(2, run.ExitCode);
        Assert.Null(run.Folder);
        Assert.Contains(named, run.Errors, StringComparison.Ordinal);
        Assert.Single(run.Errors.Split('\n'));
    }

    [Theory]
    [InlineData("(line 3)", "0,0.2\n1,nan\n")]
    [InlineData("blank", "0,0.2\n,0.5\n")]
    [InlineData("every row has '0'", "0,0.2\n0,0.5\n")]
    [InlineData("no rows", "")]
    public void What_is_wrong_with_a_file_is_said(string named, string rows)
    {
        using var file = new CsvFile("label,p\n" + rows);
        using var run = new EvaluationRunOf("metrics", "--scores", file.Path, "--target", "label", "--score", "p");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(named, run.Errors, StringComparison.OrdinalIgnoreCase);
    }

    private static CsvFile Scored(string header, IEnumerable<string> rows) => new(header + string.Concat(rows.Select(row => row + "\n")));

    private static JsonElement[] Json(params string[] arguments)
    {
        Typed answer = Typed.To(EvaluationProgram.Commands, [.. arguments, "--json"]);
        Assert.Equal((0, ""), (answer.ExitCode, answer.Errors));
        return [.. JsonDocument.Parse(answer.Output).RootElement.EnumerateArray()];
    }

    private static JsonElement Named(JsonElement[] printed, string id) => printed.Single(one => one.GetProperty("id").GetString() == id);

    private static double Value(JsonElement[] printed, string id) => Named(printed, id).GetProperty("value").GetDouble();
}
