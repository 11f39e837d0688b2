using System.Text.Json;
using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Tests.Golden;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>Project 1, from the command line to the files.</summary>
public sealed class LogisticProjectTests(QuickLogisticRun quick)
{
    private static readonly string[] PromisedIds =
    [
        "test.accuracy", "test.precision", "test.recall", "test.f1", "test.roc_auc", "test.average_precision", "test.log_loss",
        "test.brier", "test.ece", "test.cost_per_case", "threshold.chosen", "threshold.elkan", "gradient.max_abs_difference",
        "newton.steps", "train.objective",
    ];

    [Fact]
    public void A_run_leaves_every_promised_file_and_number()
    {
        RunOf run = quick.Run;

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        string[] files = [.. Directory.EnumerateFiles(run.Folder!).Select(file => Path.GetFileName(file))];
        Assert.Subset(files.ToHashSet(), new HashSet<string>
        {
            "results.json", "model.json", "predictions.csv", "history.csv", "report.md", "report.html", "cv.md", "run.log",
        });
        Assert.Contains(files, file => file.StartsWith("events.out.tfevents.", StringComparison.Ordinal));
        Assert.All(PromisedIds, id => Assert.Equal(JsonValueKind.Number, run.Measurement(id).GetProperty("value").ValueKind));
        Assert.Equal("completed", run.Results.GetProperty("status").GetString());
    }

    [Fact]
    public void Every_headline_metric_has_an_interval_around_it()
    {
        RunOf run = quick.Run;
        foreach (string id in PromisedIds.Where(id => id.StartsWith("test.", StringComparison.Ordinal)))
        {
            JsonElement measurement = run.Measurement(id);
            Assert.InRange(run.Value(id), measurement.GetProperty("low").GetDouble(), measurement.GetProperty("high").GetDouble());
        }
    }

    [Fact]
    public void Anyone_can_recompute_the_metrics_from_the_predictions()
    {
        RunOf run = quick.Run;
        string[][] rows = [.. run.Read("predictions.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(line => line.Split(','))];
        string[][] test = [.. rows.Where(row => row[1] == "test")];
        bool[] labels = [.. test.Select(row => row[3] == "malignant")];
        double[] scores = [.. test.Select(row => double.Parse(row[4], System.Globalization.CultureInfo.InvariantCulture))];

        BinaryMetrics again = BinaryMetrics.Of(labels, scores, run.Value("threshold.chosen"));

        Assert.Equal(569, rows.Length);
        Assert.Equal(again.RocArea!.Value, run.Value("test.roc_auc"), 1e-15);
        Assert.Equal(again.Confusion.Recall!.Value, run.Value("test.recall"), 1e-15);
        Assert.Equal(again.Brier!.Value, run.Value("test.brier"), 1e-12);
        Assert.Equal(again.LogLoss!.Value, run.Value("test.log_loss"), 1e-12);
    }

    [Fact]
    public void The_gradient_by_hand_is_that_of_autograd()
    {
        RunOf run = quick.Run;
        Assert.InRange(run.Value("gradient.max_abs_difference"), 0, 1e-9);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes()
    {
        RunOf first = quick.Run;
        using RunOf second = new("--quick", "--seed", "7"), other = new("--quick", "--seed", "8");

        Assert.Equal(first.Read("predictions.csv"), second.Read("predictions.csv"));
        Assert.Equal(first.Read("history.csv"), second.Read("history.csv"));
        Assert.Equal(first.Results.GetProperty("measurements").GetRawText(), second.Results.GetProperty("measurements").GetRawText());
        Assert.NotEqual(first.Read("predictions.csv"), other.Read("predictions.csv"));
    }

    [Theory]
    [InlineData(0, "0.001")]
    [InlineData(1, "0.01")]
    [InlineData(2, "0.1")]
    [InlineData(3, "1")]
    public void All_rows_at_a_given_penalty_give_the_reference_optimum(int which, string penalty)
    {
        JsonElement expected = GoldenFile.Read("logistic.json").GetProperty("optimum")[which];
        using var run = new RunOf("--quick", "--split", "none", "--penalty", penalty, "--solver", "newton");

        JsonElement model = run.Model;
        double[] weights = [.. model.GetProperty("weights").EnumerateObject().Select(weight => weight.Value.GetDouble())];
        Assert.All(expected.GetProperty("weights").Doubles().Zip(weights), pair => Assert.Equal(pair.First, pair.Second, 1e-8));
        Assert.Equal(expected.GetProperty("bias").GetDouble(), model.GetProperty("bias").GetDouble(), 1e-8);
        Assert.Equal(expected.GetProperty("objective").GetDouble(), run.Value("train.objective"), 1e-10);
        Assert.InRange(run.Value("newton.steps"), 1, 12);
    }

    [Fact]
    public void Without_held_out_rows_nothing_is_claimed_about_them()
    {
        using var run = new RunOf("--quick", "--split", "none", "--penalty", "0.01");
        Assert.Equal(JsonValueKind.Null, run.Measurement("test.roc_auc").GetProperty("value").ValueKind);
        Assert.Contains("no rows were held out", run.Read("report.md"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("descent")]
    [InlineData("sgd")]
    public void The_other_solvers_end_near_the_same_optimum(string solver)
    {
        using RunOf run = new("--quick", "--penalty", "0.01", "--solver", solver), newton = new("--quick", "--penalty", "0.01");
        Assert.InRange(run.Value("train.objective") - newton.Value("train.objective"), 0, 0.002);
    }

    [Fact]
    public void A_dearer_miss_lowers_the_threshold()
    {
        using RunOf cheap = new("--quick", "--cost-miss", "1", "--cost-false-alarm", "5"),
            dear = new("--quick", "--cost-miss", "5", "--cost-false-alarm", "1");
        Assert.Equal(5.0 / 6, cheap.Value("threshold.elkan"), 1e-12);
        Assert.Equal(1.0 / 6, dear.Value("threshold.elkan"), 1e-12);
        Assert.True(dear.Value("threshold.chosen") < cheap.Value("threshold.chosen"));
    }

    [Fact]
    public void More_than_two_values_are_one_against_the_rest()
    {
        string wine = Path.Combine(Repository.Folder, "shared", "data", "wine.csv");
        using var run = new RunOf("--quick", "--data", wine, "--target", "cultivar", "--positive", "cultivar_2");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Contains("cultivar ≠ cultivar_2", run.Read("report.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_sentence_for_the_CV_names_a_measurement_of_the_run()
    {
        RunOf run = quick.Run;
        string[] sentences = [.. run.Read("cv.md").Split('\n').Where(line => line.StartsWith("- ", StringComparison.Ordinal))];
        Assert.InRange(sentences.Length, 3, 10);
        HashSet<string> ids = [.. run.Results.GetProperty("measurements").EnumerateArray()
            .Select(measurement => measurement.GetProperty("id").GetString()!)];
        Assert.All(sentences, sentence => Assert.Contains(ids, id => sentence.Contains($"`{id}`", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_figure_is_saved_in_both_ways_and_small()
    {
        RunOf run = quick.Run;
        FileInfo[] figures = [.. new DirectoryInfo(Path.Combine(run.Folder!, "figures")).EnumerateFiles()];
        string[] vector = [.. figures.Where(file => file.Extension == ".svg")
            .Select(file => Path.GetFileNameWithoutExtension(file.Name))
            .Order()];
        string[] raster = [.. figures.Where(file => file.Extension == ".png")
            .Select(file => Path.GetFileNameWithoutExtension(file.Name))
            .Order()];
        Assert.Equal(vector, raster);
        Assert.InRange(vector.Length, 10, 20);
        Assert.All(figures.Where(file => file.Extension == ".svg"), file => Assert.InRange(file.Length, 500, 100_000));
    }
}
