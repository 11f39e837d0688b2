using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using MlMaths.Torch.Evaluation;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>Project 3, from the command line to the files.</summary>
public sealed class DecisionProjectTests(QuickDecisionRun quick)
{
    private static readonly string[] PromisedIds =
    [
        "baseline.accuracy", "test.recall", "test.precision", "test.average_precision", "test.roc_auc", "test.brier", "test.ece",
        "threshold.elkan", "threshold.empirical", "threshold.chosen", "cost.chosen", "cost.at_half", "cost.alert_none", "cost.oracle",
        "shift.estimated_rate", "shift.true_rate", "shift.alarm_week", "shift.saved", "alarm.false_rate",
    ];

    [Fact]
    public void A_run_leaves_every_promised_file_and_number()
    {
        Assert.Equal((0, ""), (quick.Run.ExitCode, quick.Run.Errors));
        string[] files = [.. Directory.EnumerateFiles(quick.Run.Folder!).Select(file => Path.GetFileName(file))];
        Assert.Subset(files.ToHashSet(), new HashSet<string>
        {
            "results.json", "model.json", "predictions.csv", "history.csv", "report.md", "report.html", "decision.md", "cv.md",
            "run.log",
        });
        Assert.All(PromisedIds, id => Assert.True(quick.Run.Measurement(id).TryGetProperty("value", out _)));
        Assert.Contains(quick.Run.Results.GetProperty("artifacts").EnumerateArray(), file => file.GetString() == "decision.md");
    }

    [Fact]
    public void Anyone_can_recompute_the_numbers_of_the_test_rows()
    {
        (bool[] labels, double[] scores) = quick.Run.Part("test", "fraud");
        double threshold = quick.Run.Value("threshold.chosen");
        var metrics = BinaryMetrics.Of(labels, scores, threshold);
        Assert.Equal(metrics.AveragePrecision!.Value, quick.Run.Value("test.average_precision"), 1e-12);
        Assert.Equal(metrics.RocArea!.Value, quick.Run.Value("test.roc_auc"), 1e-12);
        Assert.Equal(metrics.Confusion.Recall!.Value, quick.Run.Value("test.recall"), 1e-12);
        Assert.Equal(1 - labels.Average(label => label ? 1.0 : 0), quick.Run.Value("baseline.accuracy"), 1e-12);

        double cost = 10_000 * new ErrorCosts(100, 4) { Review = 1 }.PerCase(metrics.Confusion)!.Value;
        Assert.Equal(cost, quick.Run.Value("cost.chosen"), 1e-8);
        Assert.Equal(10_000 * 100 * labels.Average(label => label ? 1.0 : 0), quick.Run.Value("cost.alert_none"), 1e-8);
    }

    [Fact]
    public void The_note_is_one_page_and_quotes_the_run()
    {
        string note = quick.Run.Read("decision.md");
        Assert.InRange(note.Split(' ', '\n').Length, 150, 700);
        double threshold = quick.Run.Value("threshold.chosen"), cost = quick.Run.Value("cost.chosen");
        string said = Regex.Match(note, @"at least ([0-9.]*[0-9])").Groups[1].Value; // three digits or so, and no zeros behind them
        Assert.Equal(threshold, double.Parse(said, CultureInfo.InvariantCulture), 0.01 * threshold);
        Assert.Contains(FormattableString.Invariant($"It costs {cost:#,0} units"), note, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", note, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes()
    {
        using DecisionRunOf again = new("--quick", "--seed", "7");
        Assert.Equal(quick.Run.Read("predictions.csv"), again.Read("predictions.csv"));
        Assert.Equal(quick.Run.Read("history.csv"), again.Read("history.csv"));
        Assert.Equal(quick.Run.Results.GetProperty("measurements").GetRawText(), again.Results.GetProperty("measurements").GetRawText());
    }

    [Fact]
    public void Costs_of_one_against_five_give_one_sixth()
    {
        using var run = new DecisionRunOf("--quick", "--cost-miss", "5", "--cost-false-alarm", "1", "--cost-review", "0");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal(1.0 / 6, run.Value("threshold.elkan"), 1e-12);
    }

    [Fact]
    public void A_tumour_is_rarer_where_everybody_is_screened()
    {
        using var run = new DecisionRunOf("--quick", "--data", "breast_cancer", "--deployed-rate", "0.01");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.InRange(run.Value("shift.true_rate"), 0, 6 / 115.0); // 99.98 % of binomial(115, 0.01); 0.37 as it was
        Assert.Equal(JsonValueKind.Number, run.Measurement("shift.estimated_rate").GetProperty("value").ValueKind);
    }

    [Fact]
    public void A_table_of_ones_own_with_times_amounts_and_few_hands()
    {
        using CsvFile file = Orders(rows: 900);
        using var run = new DecisionRunOf(
            "--quick", "--data", file.Path, "--target", "late", "--positive", "yes", "--time", "day", "--amount",
            "value", "--capacity", "3");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal("day", run.Results.GetProperty("options").GetProperty("time").GetString());
    }

    /// <summary>Orders over a year, one in eight late, more so where the value is high.</summary>
    private static CsvFile Orders(int rows)
    {
        var random = new Random(3);
        var text = new System.Text.StringBuilder("day,value,distance,late\n");
        for (int row = 0; row < rows; row++)
        {
            double value = Math.Exp(3 + random.NextDouble() * 2), distance = random.NextDouble();
            bool late = random.NextDouble() < 0.02 + 0.3 * distance * distance;
            text.Append(FormattableString.Invariant($"{1 + row * 60 / rows},{value:0.00},{distance:0.000},{(late ? "yes" : "no")}\n"));
        }

        return new CsvFile(text.ToString());
    }
}
