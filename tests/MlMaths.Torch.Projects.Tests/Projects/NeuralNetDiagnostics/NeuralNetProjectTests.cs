using System.Globalization;
using System.Text;
using System.Text.Json;
using MlMaths.Torch.Data;
using MlMaths.Torch.Models;
using MlMaths.Torch.Tests.Golden;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>Project 4, from the command line to the files. One run serves most tests.</summary>
public sealed class NeuralNetProjectTests(QuickNetRun quick)
{
    private static readonly string[] PromisedIds =
    [
        "test.accuracy", "test.log_loss", "test.macro_f1", "sweep.best_rate", "finder.rate", "latency.batch1.p50_us",
        "latency.batch1.p95_us",
        "latency.batch32.p95_us", "overfit.gap", "cured.gap", "gradient.max_abs_difference", "train.steps_per_second",
    ];

    private NetRunOf Run => quick.Run;

    [Fact]
    public void A_run_leaves_every_promised_file_and_number()
    {
        Assert.Equal((0, ""), (Run.ExitCode, Run.Errors));
        HashSet<string> files = [.. Directory.EnumerateFiles(Run.Folder!).Select(file => Path.GetFileName(file)!)];
        Assert.Superset(new HashSet<string>
        {
            "results.json", "model.json", "predictions.csv", "probabilities.csv", "history.csv", "report.md", "report.html", "cv.md",
            "run.log",
        },
            files);
        Assert.All(PromisedIds, id => Assert.Equal(JsonValueKind.Number, Run.Measurement(id).GetProperty("value").ValueKind));
    }

    [Fact]
    public void It_tells_digits_apart_and_its_derivation_is_right()
    {
        Assert.InRange(Run.Value("test.accuracy"), 0.93, 1);
        Assert.InRange(Run.Value("gradient.max_abs_difference"), 0, 1e-12);
        Assert.InRange(Run.Value("latency.max_abs_difference"), 0, 1e-4);
        Assert.InRange(Run.Value("preflight.by_heart_loss"), 0, 0.05);
    }

    [Fact]
    public void The_loss_that_the_search_promises_is_that_of_the_net_in_use() =>
        Assert.Equal(Run.Value("search.best_loss"), Run.Value("validation.log_loss"), 1e-9);

    [Fact]
    public void The_faults_show_their_signs()
    {
        Assert.True(Run.Value("overfit.gap") > 0.2 && Run.Value("cured.gap") < Run.Value("overfit.gap"));
        Assert.True(Run.Value("underfit.training_loss") > 0.5);
        string report = Run.Read("report.md");
        Assert.Contains("diverged at step", report, StringComparison.Ordinal);
        Assert.Contains("The guard names the first tensor", report, StringComparison.Ordinal);
    }

    [Fact]
    public void Anyone_can_recompute_the_calls_from_the_model_and_the_data()
    {
        Dataset digits = DatasetCatalogue.Load("digits");
        JsonElement model = Run.Model;
        double[] centres = model.GetProperty("centres").Doubles(), units = model.GetProperty("units").Doubles();
        int[] widths = [.. model.GetProperty("widths").Doubles().Select(width => (int)width)];
        float[] θ = [.. model.GetProperty("parameters").EnumerateObject().SelectMany(slice => slice.Value.Doubles())
            .Select(number => (float)number)];
        var net = new PlainPerceptron(widths, θ, Enum.Parse<Activation>(model.GetProperty("activation").GetString()!, ignoreCase: true));

        string[][] rows = Run.Rows("probabilities.csv");
        Assert.Equal(digits.Rows, rows.Length);
        foreach (string[] line in rows)
        {
            float[] z = [.. digits.Row(int.Parse(line[0], CultureInfo.InvariantCulture)).ToArray()
                .Select((x, j) => (float)((x - centres[j]) / units[j]))];
            double[] said = [.. line.Skip(4).Select(Number)], here = net.Probabilities(z);
            Assert.All(said.Zip(here), pair => Assert.Equal(pair.First, pair.Second, 1e-4));
        }
    }

    [Fact]
    public void Anyone_can_recompute_the_metrics_from_the_probabilities()
    {
        string[][] test = [.. Run.Rows("probabilities.csv").Where(line => line[1] == "test")];
        Assert.Equal(test.Count(line => line[2] == line[3]) / (double)test.Length, Run.Value("test.accuracy"), 1e-12);
        Assert.Equal(
            test.Average(line => -Math.Log(Number(line[4 + int.Parse(line[2], CultureInfo.InvariantCulture)]))),
            Run.Value("test.log_loss"), 1e-9);
    }

    [Fact]
    public void Every_figure_is_saved_in_both_ways_and_small()
    {
        FileInfo[] figures = [.. new DirectoryInfo(Path.Combine(Run.Folder!, "figures")).EnumerateFiles()];
        Assert.InRange(figures.Count(file => file.Extension == ".svg"), 18, 30);
        Assert.Equal(figures.Count(file => file.Extension == ".svg"), figures.Count(file => file.Extension == ".png"));
        Assert.All(figures.Where(file => file.Extension == ".svg"), file => Assert.InRange(file.Length, 500, 100_000));
    }

    [Fact]
    public void A_table_of_ones_own_runs_and_repeats_to_the_last_bit()
    {
        using CsvFile file = Table(rows: 150, classes: 3);
        string[] arguments = ["--quick", "--data", file.Path, "--target", "kind", "--epochs", "6", "--search", "0",
            "--hidden", "8", "--dropout", "0.1"];
        using NetRunOf first = new(arguments), second = new(arguments);
        Assert.Equal((0, ""), (first.ExitCode, first.Errors));
        Assert.Equal(first.Read("probabilities.csv"), second.Read("probabilities.csv"));
        Assert.Equal(first.Read("history.csv"), second.Read("history.csv"));
        Assert.Equal([3, 8, 3], first.Model.GetProperty("widths").Doubles());
    }

    [Fact]
    public void What_was_read_from_a_clock_says_so_and_nothing_else_does()
    {
        JsonElement[] all = [.. Run.Results.GetProperty("measurements").EnumerateArray()];
        string[] timed = [.. all.Where(one => one.TryGetProperty("timed", out JsonElement flag) &&
            flag.GetBoolean()).Select(Id)];
        Assert.Equal(
            all.Where(one => one.GetProperty("unit").GetString() is "µs" or "steps per second"
                || Id(one).StartsWith("latency.plain_over_module.", StringComparison.Ordinal)).Select(Id),
            timed);
        Assert.Contains("train.steps_per_second", timed);

        static string Id(JsonElement measurement) => measurement.GetProperty("id").GetString()!;
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static CsvFile Table(int rows, int classes)
    {
        var random = new Random(5);
        StringBuilder text = new("a,b,c,kind\n");
        for (int row = 0; row < rows; row++)
        {
            int kind = row % classes;
            text.Append(
                FormattableString.Invariant($"{kind + random.NextDouble():0.000},")
                + FormattableString.Invariant($"{kind * kind - random.NextDouble():0.000},")
                + FormattableString.Invariant($"{random.NextDouble():0.000},kind {kind}\n"));
        }

        return new CsvFile(text.ToString());
    }
}
