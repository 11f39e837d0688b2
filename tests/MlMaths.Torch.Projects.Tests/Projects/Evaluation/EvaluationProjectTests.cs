using System.Globalization;
using System.Text.Json;
using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>The evaluation pack, from the command line to the files.</summary>
public sealed class EvaluationProjectTests(QuickEvaluationRun quick)
{
    private static readonly string[] Models = ["logistic", "perceptron", "one-column"];

    private static readonly (string Id, BinaryMetric Metric)[] Metrics =
    [
        ("accuracy", BinaryMetric.Accuracy), ("precision", BinaryMetric.Precision), ("recall", BinaryMetric.Recall),
        ("f1", BinaryMetric.F1),
        ("f2", BinaryMetric.F2), ("matthews", BinaryMetric.Matthews),
        ("balanced_accuracy", BinaryMetric.BalancedAccuracy), ("roc_auc", BinaryMetric.RocArea),
        ("average_precision", BinaryMetric.AveragePrecision), ("log_loss", BinaryMetric.LogLoss),
        ("brier", BinaryMetric.Brier), ("ece", BinaryMetric.CalibrationError),
    ];

    [Fact]
    public void A_run_leaves_every_promised_file()
    {
        Assert.Equal((0, ""), (quick.Run.ExitCode, quick.Run.Errors));
        string[] files = [.. Directory.EnumerateFiles(quick.Run.Folder!).Select(file => Path.GetFileName(file))];
        Assert.Subset(files.ToHashSet(), new HashSet<string>
        {
            "results.json", "predictions.csv", "cross-validation.csv", "metrics.json", "statistics.json", "report.md",
            "report.html", "cv.md",
        });
    }

    [Fact]
    public void Anyone_can_recompute_every_metric_of_the_test_rows()
    {
        string[][] lines = Lines("predictions.csv");
        bool[] labels = [.. lines.Where(line => line[1] == "test").Select(line => line[3] == "malignant")];
        foreach ((int place, string model) in Models.Index())
        {
            double[] scores = [.. lines.Where(line => line[1] == "test").Select(line => Number(line[4 + place]))];
            var metrics = BinaryMetrics.Of(labels, scores, 0.5);
            Assert.All(Metrics, metric => Assert.Equal(
                metrics[metric.Metric]!.Value, quick.Run.Value(Id($"test.{metric.Id}", model)), 1e-12));
        }
    }

    [Fact]
    public void Every_development_row_is_held_out_once_a_repeat_and_no_test_row_is()
    {
        string[][] lines = Lines("predictions.csv");
        Assert.Equal(lines.Length, lines.Select(line => line[0]).Distinct().Count());
        Assert.All(lines, line => Assert.Equal(line[1] == "test", line[2].Length == 0));
        Assert.Equal(5, lines.Where(line => line[1] == "validation").Select(line => line[2]).Distinct().Count());
    }

    [Fact]
    public void The_gain_and_its_test_follow_from_the_table_of_folds()
    {
        string[][] lines = Lines("cross-validation.csv");
        int area = Array.IndexOf(File.ReadLines(Path.Combine(quick.Run.Folder!, "cross-validation.csv")).First().Split(','), "roc_auc");
        double[] gains = [.. Of("perceptron").Zip(Of("logistic"), (second, first) => second - first)];
        double k = gains.Length, mean = gains.Average(), variance = gains.Sum(gain => Math.Pow(gain - mean, 2)) / (k - 1);
        double heldOut = lines.Average(line => Number(line[4])), training = lines.Average(line => Number(line[3]));
        double t = mean / Math.Sqrt((1 / k + Math.Round(heldOut) / Math.Round(training)) * variance);
        Assert.Equal(mean, quick.Run.Value("compare.gain"), 1e-12);
        Assert.Equal(StudentT.TwoSidedPValue(t, k - 1), quick.Run.Value("compare.p_value"), 1e-10);
        Assert.Equal(StudentT.TwoSidedPValue(mean / Math.Sqrt(variance / k), k - 1), quick.Run.Value("compare.p_value_naive"), 1e-10);
        Assert.True(quick.Run.Value("compare.p_value") > quick.Run.Value("compare.p_value_naive"));

        IEnumerable<double> Of(string model) => lines.Where(line => line[0] == model).Select(line => Number(line[area]));
    }

    [Fact]
    public void The_three_probabilities_of_a_pair_sum_to_one() => Assert.Equal(
        1, quick.Run.Value("compare.probability_better") + quick.Run.Value("compare.probability_worse")
            + quick.Run.Value("compare.probability_equivalent"),
        1e-9);

    [Fact]
    public void The_page_says_the_verdict_of_the_statistics()
    {
        using var statistics = JsonDocument.Parse(quick.Run.Read("statistics.json"));
        string verdict = statistics.RootElement.GetProperty("comparisons")[0].GetProperty("verdict").GetString()!;
        Assert.Contains(verdict, quick.Run.Read("report.md"), StringComparison.Ordinal);
        Assert.Contains(verdict, quick.Run.Output, StringComparison.Ordinal);
        Assert.Equal(3, statistics.RootElement.GetProperty("comparisons").GetArrayLength());
        Assert.Equal(40, statistics.RootElement.GetProperty("splits").GetProperty("accuracy").GetProperty("values").GetArrayLength());
    }

    [Fact]
    public void Rows_of_a_group_stay_together_and_intervals_draw_whole_groups()
    {
        using CsvFile file = Visits();
        using var run = new EvaluationRunOf(
            "evaluate", "--data", file.Path, "--target", "y", "--group", "patient", "--quick", "--folds", "3",
            "--repeats", "1", "--models", "logistic,one-column");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        string[] patients = [.. File.ReadLines(file.Path).Skip(1).Select(line => line.Split(',')[0])];
        var parts = run.Read("predictions.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(','))
            .GroupBy(line => patients[int.Parse(line[0], CultureInfo.InvariantCulture)]);
        Assert.All(parts, patient => Assert.Single(patient.Select(line => line[1] + line[2]).Distinct()));
        Assert.Contains("groups", run.Measurement("test.roc_auc").GetProperty("how").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_metric_that_some_fold_leaves_undefined_is_said_to_be_so()
    {
        using CsvFile file = Visits();
        using var run = new EvaluationRunOf(
            "evaluate", "--data", file.Path, "--target", "y", "--leave-out", "patient", "--quick", "--repeats", "1",
            "--metric", "precision", "--threshold", "0.999");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Contains("not defined", run.Measurement("compare.gain").GetProperty("why_undefined").GetString(), StringComparison.Ordinal);
        Assert.Contains("not enough to say", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("perceptron?", "--models", "logistic,perseptron")]
    [InlineData("at least two", "--models", "logistic")]
    [InlineData("it may be accuracy", "--metric", "auc")]
    [InlineData("'1'", "--folds", "1")]
    [InlineData("'0'", "--repeats", "0")]
    [InlineData("'0.9'", "--test", "0.9")]
    [InlineData("--data", "--group", "patient")]
    [InlineData("--positive", "--data", "iris")]
    public void What_makes_no_sense_gets_one_sentence(string named, params string[] arguments)
    {
        using var run = new EvaluationRunOf(["evaluate", .. arguments]);
        Assert.Equal(2, run.ExitCode);
        Assert.Null(run.Folder);
        Assert.Contains(named, run.Errors, StringComparison.Ordinal);
        Assert.Single(run.Errors.Split('\n'));
    }

    private static CsvFile Visits()
    {
        var random = new Random(4);
        return new CsvFile("patient,x,z,y\n" + string.Concat(Enumerable.Range(0, 40).SelectMany(patient =>
        {
            bool ill = patient % 3 == 0;
            return Enumerable.Range(0, 2 + patient % 4).Select(_ =>
                FormattableString.Invariant($"p{patient},{(ill ? 1 : 0) + 3 * random.NextDouble():0.000},")
                + FormattableString.Invariant($"{random.NextDouble():0.000},{(ill ? "yes" : "no")}\n"));
        })));
    }

    private string[][] Lines(string file) =>
        [.. quick.Run.Read(file).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(line => line.Split(','))];

    private static string Id(string id, string model) => model == Models[0] ? id : $"{id}.{model.Replace('-', '_')}";

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
