using System.Globalization;
using System.Text;
using System.Text.Json;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>Scores as other programs write them: each obstacle has a small invented file.</summary>
public sealed class ScoresFromAnywhereTests
{
    [Theory]
    [InlineData("32", "label")]
    [InlineData("33", "label")]
    [InlineData("34", "label", "--missing-scores", "drop")]
    [InlineData("35", "label")]
    [InlineData("36", "label", "--positive", "default")]
    public void A_file_says_what_its_numbers_say(string name, string target, params string[] more)
    {
        (bool Positive, double Score)[] rows = [.. File.ReadAllLines(Case(name)).Skip(1)
            .Select(line => line.Split(line.Contains(';') ? ';' : ','))
            .Where(cells => cells[^1] != "nan")
            .Select(cells => (cells[^2] is "1" or "default", double.Parse(cells[^1].TrimEnd('%').Replace(',', '.'),
                CultureInfo.InvariantCulture)))];
        (bool, double)[] positives = [.. rows.Where(row => row.Positive)], negatives = [.. rows.Where(row => !row.Positive)];
        // The share of pairs in the right order, ties half: the definition.
        double area = (from p in positives from n in negatives select p.Item2 > n.Item2 ? 1 : p.Item2 == n.Item2 ? 0.5 : 0).Average();
        IReadOnlyDictionary<string, JsonElement> measured = Measured(name, ["--target", target, "--score", "p", .. more]);
        Assert.Equal(area, measured["roc_auc"].GetProperty("value").GetDouble(), 1e-12);
        Assert.Equal(rows.Length, measured["rows"].GetProperty("value").GetDouble());
    }

    [Fact]
    public void Percent_becomes_a_probability_and_is_said()
    {
        double brier = Measured("33", ["--target", "label", "--score", "p"])["brier"].GetProperty("value").GetDouble();
        Assert.InRange(brier, 0.01, 1);
        using var run = new EvaluationRunOf("metrics", "--scores", Case("33"), "--target", "label", "--score", "p");
        Assert.Contains("are written with %, and were divided by 100", run.Output, StringComparison.Ordinal);
        Assert.Contains("divided by 100", run.Read("report.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_scores_are_refused_with_their_number_and_dropped_only_with_a_caution()
    {
        using var refused = new EvaluationRunOf("metrics", "--scores", Case("34"), "--target", "label", "--score", "p");
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("'p' is missing in 1 of 24 rows (line 5)", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("--missing-scores drop", refused.Errors, StringComparison.Ordinal);
        using var dropped = new EvaluationRunOf(
            "metrics", "--scores", Case("34"), "--target", "label", "--score", "p", "--missing-scores", "drop");
        Assert.Contains("Caution: 1 of 24 rows have no score", dropped.Output, StringComparison.Ordinal);
        Assert.Contains("That flatters a model", dropped.Read("report.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Scores_of_the_other_class_come_with_the_command_that_turns_them()
    {
        using var run = new EvaluationRunOf("metrics", "--scores", Case("35"), "--target", "label", "--score", "p");
        Assert.Contains("--positive 0", run.Output, StringComparison.Ordinal);
        Assert.Contains("--positive 0", run.Read("report.md"), StringComparison.Ordinal);
        using var turned = new EvaluationRunOf(
            "metrics", "--scores", Case("35"), "--target", "label", "--score", "p", "--positive", "0");
        Assert.Equal(1 - run.Value("roc_auc"), turned.Value("roc_auc"), 1e-12);
    }

    [Fact]
    public void An_unclear_positive_is_asked_for()
    {
        using var run = new EvaluationRunOf("metrics", "--scores", Case("36"), "--target", "label", "--score", "p");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("say with --positive VALUE which of them the scores are for", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_for_each_of_two_classes_is_the_probability_of_one()
    {
        IReadOnlyDictionary<string, JsonElement> both = Measured("37", ["--target", "y_true", "--score", "p0,p1"]),
            one = Measured("37", ["--target", "y_true", "--score", "p1"]);
        Assert.Equal(one["roc_auc"].GetRawText(), both["roc_auc"].GetRawText());
        Assert.Equal(1 - one["roc_auc"].GetProperty("value").GetDouble(),
            Measured("37", ["--target", "y_true", "--score", "p1", "--positive", "0"])["roc_auc"].GetProperty("value").GetDouble(), 1e-12);
    }

    [Fact]
    public void A_name_says_which_label_a_column_speaks_of()
    {
        using ScoresFile file = ScoresFile.Of("kind,prob_spam", 40, row => $"{(row % 2 == 0 ? "spam" : "mail")},{row * 7 % 40 / 40.0}");
        Assert.Equal(0.5, file.Measure("--target", "kind", "--score", "prob_spam")["base_rate"].GetProperty("value").GetDouble());
    }

    [Fact]
    public void An_index_column_utf_16_and_blanks_do_no_harm()
    {
        string text = ",label,p\n" + string.Concat(Enumerable.Range(0, 40).Select(row => $"{row}, {row % 2},0.{row * 7 % 40 + 10}\n"));
        using var plain = new ScoresFile(text.Replace(", ", ",").Replace(",label", "i,label"));
        using var wide = new ScoresFile([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)]);
        string expected = plain.Ask("metrics", "--target", "label", "--score", "p").Output;
        Assert.NotEqual("", expected);
        Assert.Equal(expected, wide.Ask("metrics", "--target", "label", "--score", "p").Output);
    }

    [Fact]
    public void Labels_of_a_second_file_are_found_by_their_key()
    {
        int[] order = [.. Enumerable.Range(0, 60).Select(row => row * 37 % 60)];
        using ScoresFile beside = ScoresFile.Of("id,y,p", 60, row => $"{row},{row % 3 / 2},{row * 7 % 60 / 60.0}");
        using ScoresFile scores = ScoresFile.Of("id,p", 60, row => $"{row},{row * 7 % 60 / 60.0}");
        using ScoresFile labels = ScoresFile.Of("y,id", 60, row => $"{order[row] % 3 / 2},{order[row]}");
        string[] asked = ["--target", "y", "--score", "p", "--labels", labels.Path, "--key", "id"];
        Assert.Equal(beside.Ask("metrics", "--target", "y", "--score", "p").Output, scores.Ask("metrics", asked).Output);

        using ScoresFile twice = ScoresFile.Of("y,id", 60, row => $"{row % 2},{row / 2}");
        Typed answer = scores.Ask("metrics", "--target", "y", "--score", "p", "--labels", twice.Path, "--key", "id");
        Assert.Contains("has the key '0' a second time", answer.Errors, StringComparison.Ordinal);
        Assert.Contains("--labels needs --key", scores.Ask("metrics", "--target", "y", "--score", "p", "--labels", labels.Path).Errors,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_without_a_label_and_labels_without_a_score_are_counted()
    {
        using ScoresFile scores = ScoresFile.Of("id,p", 50, row => $"{row},{row * 7 % 50 / 50.0}");
        using ScoresFile labels = ScoresFile.Of("id,y", 60, row => $"{row + 10},{row % 2}");
        using var run = new EvaluationRunOf(
            "metrics", "--scores", scores.Path, "--target", "y", "--score", "p", "--labels", labels.Path, "--key", "id");
        Assert.Equal(40, run.Value("rows"));
        Assert.Contains("10 scored rows have no label", run.Output, StringComparison.Ordinal);
        Assert.Contains("20 labels have no score", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Calls_are_recognised_and_promise_nothing()
    {
        using ScoresFile file = ScoresFile.Of("y,call", 40, row => $"{row % 2},{(row % 5 == 0 ? 1 - row % 2 : row % 2)}");
        IReadOnlyDictionary<string, JsonElement> measured = file.Measure("--target", "y", "--score", "call");
        Assert.Equal(0.8, measured["accuracy"].GetProperty("value").GetDouble(), 1e-12);
        Assert.Contains("promise no probability", measured["log_loss"].GetProperty("why_undefined").GetString(), StringComparison.Ordinal);
        using var run = new EvaluationRunOf("metrics", "--scores", file.Path, "--target", "y", "--score", "call");
        Assert.Contains("are 0 or 1 alone: calls", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1,0.5\n0,50%\n1,0.2\n", "the cells above it are written with a decimal point, and without %")]
    [InlineData("1,\"0,5\"\n0,0.5\n1,0.2\n", "the cells above it are written with a decimal comma")]
    [InlineData("1,\"1,500\"\n0,\"2,500\"\n1,\"1,250\"\n", "no cell proves which")]
    public void Cells_that_are_written_unlike_each_other_are_told(string rows, string named)
    {
        using var file = new ScoresFile("y,p\n" + rows);
        Assert.Contains(named, file.Ask("metrics", "--target", "y", "--score", "p").Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void The_base_rate_of_groups_varies_with_the_groups()
    {
        using ScoresFile file = ScoresFile.Of("who,y,p", 200, row => $"g{row / 10},{(row / 10 % 3 == 0 ? 1 : 0)},{row * 37 % 200 / 200.0}");
        double Width(params string[] more)
        {
            JsonElement rate = file.Measure(["--target", "y", "--score", "p", .. more])["base_rate"];
            return rate.GetProperty("high").GetDouble() - rate.GetProperty("low").GetDouble();
        }

        // Ten rows of a group have one label: an interval of groups is about √10 times as long.
        Assert.InRange(Width("--group", "who") / Width(), 2.5, 4.5);
    }

    [Fact]
    public void A_perfect_ranking_of_few_groups_promises_little()
    {
        using ScoresFile file = ScoresFile.Of("who,y,p", 80,
            row => $"g{row / 10},{row / 10 % 2},{0.2 + 0.5 * (row / 10 % 2) + row / 1000.0}");
        JsonElement area = file.Measure("--target", "y", "--score", "p", "--group", "who")["roc_auc"];
        Assert.Equal(1, area.GetProperty("value").GetDouble());
        // Four separate pairs of groups that all succeeded: Clopper and Pearson's (α/2)^(1/4).
        Assert.Equal(Math.Pow(0.025, 0.25), area.GetProperty("low").GetDouble(), 1e-9);
    }

    private static string Case(string name) => Directory.EnumerateFiles(
        Path.Combine(Repository.Folder, "tests", "MlMaths.Torch.Tests", "Data", "Reading", "Cases", "Scores"), $"{name}*").Single();

    private static IReadOnlyDictionary<string, JsonElement> Measured(string name, string[] arguments)
    {
        using var file = new ScoresFile(File.ReadAllBytes(Case(name)));
        return file.Measure(arguments);
    }
}
