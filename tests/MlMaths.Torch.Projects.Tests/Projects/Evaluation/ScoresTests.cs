using System.Globalization;
using System.Text.Json;
using MlMaths.Torch.Tests.Golden;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>What <c>mlmaths metrics</c> says of a file is what scikit-learn says of its rows.</summary>
public sealed class ScoresTests
{
    private static readonly JsonElement Reference = GoldenFile.Read("metrics.json");

    private static readonly string[] Binary =
    [
        "accuracy", "precision", "recall", "f1", "f2", "matthews", "balanced_accuracy", "roc_auc", "average_precision",
        "log_loss", "brier",
    ];

    private static readonly string[] Multiclass = ["accuracy", "macro_f1", "weighted_f1", "macro_precision", "macro_recall", "log_loss"];

    [Theory]
    [InlineData("balanced")]
    [InlineData("tied_scores")]
    public void Two_classes_agree_with_scikit_learn(string name)
    {
        JsonElement expected = Reference.GetProperty("binary").EnumerateArray().Single(one => one.GetProperty("name").GetString() == name);
        int[] y = [.. expected.GetProperty("y").EnumerateArray().Select(label => (int)label.GetDouble())];
        double[] scores = [.. expected.GetProperty("score").EnumerateArray().Select(score => score.GetDouble())];
        string threshold = expected.GetProperty("threshold").GetDouble().ToString(CultureInfo.InvariantCulture);
        using ScoresFile file = ScoresFile.Of("y,p", y.Length, row => $"{y[row]},{scores[row]:R}");
        Agree(expected, file.Measure("--target", "y", "--score", "p", "--threshold", threshold), Binary);
    }

    [Fact]
    public void Several_classes_agree_with_scikit_learn()
    {
        JsonElement expected = Reference.GetProperty("multiclass");
        int[] y = [.. expected.GetProperty("y").EnumerateArray().Select(label => (int)label.GetDouble())];
        double[][] p = [.. expected.GetProperty("probability").EnumerateArray()
            .Select(row => row.EnumerateArray().Select(one => one.GetDouble()).ToArray())];
        using ScoresFile file = ScoresFile.Of(
            "y,p_0,p_1,p_2,p_3", y.Length, row => $"{y[row]},{p[row][0]:R},{p[row][1]:R},{p[row][2]:R},{p[row][3]:R}");
        IReadOnlyDictionary<string, JsonElement> measured = file.Measure("--target", "y", "--score", "p_2,p_0,p_3,p_1");
        Agree(expected, measured, Multiclass);
    }

    [Fact]
    public void Scores_outside_0_to_1_rank_but_are_no_probabilities()
    {
        using ScoresFile file = ScoresFile.Of("y,z", 40, row => $"{row % 2},{(row % 7) - 3 + 2 * (row % 2)}");
        IReadOnlyDictionary<string, JsonElement> ranked = file.Measure("--target", "y", "--score", "z"),
            called = file.Measure("--target", "y", "--score", "z", "--threshold", "0");
        Assert.Equal(JsonValueKind.Number, ranked["roc_auc"].GetProperty("value").ValueKind);
        string[] ofProbabilities = ["log_loss", "brier", "ece"];
        Assert.All(ofProbabilities, id => Assert.Contains("no probabilities", Undefined(called, id), StringComparison.Ordinal));
        Assert.Contains("--threshold", Undefined(ranked, "accuracy"), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Number, called["accuracy"].GetProperty("value").ValueKind);
    }

    [Fact]
    public void How_a_file_is_written_does_not_matter()
    {
        string[] lines = ["y,p", .. Enumerable.Range(0, 60)
            .Select(row => FormattableString.Invariant($"{row % 2},{((row * 37) % 60) / 60.0}"))];
        string plain = string.Join('\n', lines);
        string[] written =
        [
            plain, "\uFEFF" + plain, string.Join("\r\n", lines), plain.Replace(',', ';'), plain.Replace(',', '\t'),
            string.Join('\n', lines.Select(line => $"\"{line.Replace(",", "\",\"")}\"")),
        ];
        string[] answers = [.. written.Select(text =>
        {
            using var file = new ScoresFile(text);
            return file.Ask("metrics", "--target", "y", "--score", "p").Output;
        })];
        Assert.NotEqual("", answers[0]);
        Assert.All(answers, answer => Assert.Equal(answers[0], answer));
    }

    [Fact]
    public void Only_test_rows_count_where_that_is_asked()
    {
        using ScoresFile all = ScoresFile.Of("row,split,fold,target,score", 80, row =>
            $"{row},{(row < 40 ? "training" : "test")},,{row % 2},{(row < 40 ? row % 2 : (row * 37 % 80) / 80.0)}");
        using ScoresFile test = ScoresFile.Of("target,score", 40, row => $"{row % 2},{((row + 40) * 37 % 80) / 80.0}");
        Assert.Equal(test.Measure("--target", "target", "--score", "score")["roc_auc"].GetRawText(),
            all.Measure("--target", "target", "--score", "score", "--only", "split=test")["roc_auc"].GetRawText());
        using var run = new EvaluationRunOf("metrics", "--scores", all.Path, "--target", "target", "--score", "score");
        Assert.Contains("Their scores are too optimistic", run.Read("report.md"), StringComparison.Ordinal);
        Assert.Equal(64, run.Results.GetProperty("data").GetProperty("sha256").GetString()!.Length);
        Assert.True(File.Exists(Path.Combine(run.Folder!, "metrics.json")));
    }

    private static string Undefined(IReadOnlyDictionary<string, JsonElement> measured, string id)
    {
        Assert.Equal(JsonValueKind.Null, measured[id].GetProperty("value").ValueKind);
        return measured[id].GetProperty("why_undefined").GetString()!;
    }

    private static void Agree(JsonElement expected, IReadOnlyDictionary<string, JsonElement> measured, string[] ids) =>
        Assert.All(ids, id =>
        {
            double value = measured[id].GetProperty("value").GetDouble();
            Assert.Equal(expected.GetProperty(id).GetDouble(), value, 1e-12);
            Assert.InRange(value, measured[id].GetProperty("low").GetDouble(), measured[id].GetProperty("high").GetDouble());
        });
}
