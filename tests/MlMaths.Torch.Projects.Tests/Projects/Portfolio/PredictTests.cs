using System.Globalization;

namespace MlMaths.Torch.Tests.Projects;

/// <summary><c>mlmaths predict</c>: the same rows get the same scores, and new ones are prepared as the training rows were.</summary>
public sealed class PredictTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mlmaths-").FullName;

    private static string[] Lines(int rows) =>
    [
        "id,age,plan,grade,when,left", .. Enumerable.Range(0, rows).Select(row => string.Create(CultureInfo.InvariantCulture,
            $"c{1000 + row},{(row % 9 == 0 ? "" : $"{20 + row * 7 % 50}")},{(row % 3 == 0 ? "plus" : row % 7 == 0 ? "gold" : "basic")},"
            + $"{(row % 2 == 0 ? "low" : "high")},2026-{1 + row % 12:00}-{1 + row % 28:00},"
            + $"{(row * 7 % 50 > 20 || row % 11 == 0 ? "yes" : "no")}")),
    ];

    [Theory]
    [InlineData("logistic", "score")]
    [InlineData("net", "p_no")]
    public void The_training_file_gets_the_scores_of_the_run(string verb, string column)
    {
        string file = Written("training.csv", Lines(150));
        string[] more = verb == "net" ? ["--search", "0"] : ["--order", "grade=low,high", "--date-parts"];
        using var run = new PortfolioRunOf([verb, "--data", file, "--target", "left", "--quick", .. more]);
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        (string[][] scored, Typed answer) = Predicted(run, file);
        Assert.Equal((0, ""), (answer.ExitCode, answer.Errors));
        string kept = run.Read(verb == "net" ? "probabilities.csv" : "predictions.csv");
        string[][] expected = [.. kept.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(','))];
        int mine = Array.IndexOf(scored[0], column), theirs = Array.IndexOf(expected[0], column);
        Assert.Equal(150, scored.Length - 1);
        Dictionary<string, double> byRow = expected.Skip(1).ToDictionary(row => row[0], row => Number(row[theirs]));
        Assert.All(scored.Skip(1), row => Assert.Equal(byRow[row[0]], Number(row[mine]), verb == "net" ? 1e-5 : 1e-12));
        Assert.Equal(["row", "id", "target"], scored[0][..3]);
        Assert.Equal("c1000", scored[1][1]);
    }

    [Fact]
    public void A_line_of_regression_predicts_what_it_predicted()
    {
        string file = Written("sizes.csv", ["size,kind,price", .. Enumerable.Range(0, 90).Select(row =>
            $"{row * 17 % 91},{(row % 2 == 0 ? "a" : "b")},{row * 34 % 182 + row % 5}")]);
        using var run = new PortfolioRunOf("regression", "--data", file, "--target", "price", "--quick");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        (string[][] scored, _) = Predicted(run, file);
        string[][] expected = [.. run.Read("predictions.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(','))];
        Dictionary<string, double> byRow = expected.Skip(1).ToDictionary(
            row => row[0], row => Number(row[Array.IndexOf(expected[0], "score_least_squares")]));
        Assert.All(scored.Skip(1), row => Assert.Equal(byRow[row[0]], Number(row[^1]), 1e-9));
    }

    [Fact]
    public void Unseen_levels_and_missing_cells_are_counted_and_filled_by_the_training_rows()
    {
        string file = Written("training.csv", Lines(150));
        using var run = new PortfolioRunOf("logistic", "--data", file, "--target", "left", "--quick");
        // The same person, with everything missing that can be, and with a plan that nobody had; columns in another order, no target.
        string fresh = Written("new.csv", ["plan,grade,age,id,when", "basic,low,40,a,2026-01-01", "silver,low,,b,2026-01-01", ",,40,c,"]);
        (string[][] scored, Typed answer) = Predicted(run, fresh);
        Assert.Equal(0, answer.ExitCode);
        Assert.DoesNotContain("target", scored[0]);
        Assert.Contains("'plan' has 'silver' in 1 row, a level that no training row had: taken as 'basic', the level that others are "
            + "compared with.", answer.Output, StringComparison.Ordinal);
        Assert.Contains("'age' is missing in 1 row, and was filled as in training.", answer.Output, StringComparison.Ordinal);
        Assert.Contains("'grade' is missing in 1 row, and was filled as in training; the model never learnt", answer.Output,
            StringComparison.Ordinal);
        Assert.Contains("the probability that 'left' is 'yes'", answer.Output, StringComparison.Ordinal);
        Assert.All(scored.Skip(1), row => Assert.InRange(Number(row[^1]), 0, 1));

        // One row alone is scored as it is among others: nothing is learnt from the new rows.
        (string[][] alone, _) = Predicted(run, Written("one.csv", ["plan,grade,age,id,when", "silver,low,,b,2026-01-01"]));
        Assert.Equal(scored[2][^1], alone[1][^1]);
    }

    [Fact]
    public void What_lies_outside_the_training_rows_is_a_caution_with_how_far()
    {
        string file = Written("training.csv", Lines(150));
        using var run = new PortfolioRunOf("logistic", "--data", file, "--target", "left", "--quick");
        (_, Typed answer) = Predicted(run, Written("far.csv",
            ["id,age,plan,grade,when", "a,410,basic,low,2026-01-01", "b,41,basic,low,2026-01-01", "c,-3,basic,low,2026-01-01"]));
        Assert.Equal((0, ""), (answer.ExitCode, answer.Errors));
        Assert.Contains("Caution: 'age' lies outside the training rows, 20 to 69, in 2 rows, as far as 410", answer.Output,
            StringComparison.Ordinal);
        (_, Typed same) = Predicted(run, Written("near.csv", ["id,age,plan,grade,when", "a,41,basic,low,2026-01-01"]));
        Assert.DoesNotContain("Caution", same.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_level_in_other_capitals_is_read_as_the_one_that_is_meant_and_said()
    {
        string file = Written("training.csv", Lines(150));
        using var run = new PortfolioRunOf("logistic", "--data", file, "--target", "left", "--quick");
        string[] rows = ["id,age,plan,grade,when", "a,41,plus,low,2026-01-01", "b,41,PLUS,Low,2026-01-01"];
        (string[][] scored, Typed answer) = Predicted(run, Written("loud.csv", rows));
        Assert.Equal(scored[1][^1], scored[2][^1]);
        Assert.Contains("'plan' has 'PLUS' in 1 row: read as 'plus', since only capitals differ.", answer.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("no training row had", answer.Output, StringComparison.Ordinal);

        // Two spellings were two levels: a third is neither.
        string two = Written("two.csv", [.. Lines(150).Select((line, i) => i % 2 == 0 ? line.Replace(",plus,", ",Plus,") : line)]);
        using var apart = new PortfolioRunOf("logistic", "--data", two, "--target", "left", "--quick");
        (_, Typed doubted) = Predicted(apart, Written("louder.csv", rows));
        Assert.Contains("a level that no training row had", doubted.Output, StringComparison.Ordinal);
        Assert.Contains("'PLUS' in 1 row (it may be 'Plus' or 'plus', which only capitals tell apart)", doubted.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_columns_that_named_rows_in_the_run_are_copied_however_few_rows_there_are()
    {
        string file = Written("training.csv", Lines(150));
        using var run = new PortfolioRunOf("logistic", "--data", file, "--target", "left", "--quick");
        foreach (int rows in new[] { 150, 8, 1 })
        {
            (string[][] scored, _) = Predicted(run, Written($"{rows}.csv", Lines(rows)));
            Assert.Equal(["row", "id", "target"], scored[0][..3]);
            Assert.Equal("c1000", scored[1][1]);
        }

        // A column that names rows here alone was none of the run's.
        (string[][] other, _) = Predicted(run, Written("other.csv",
            [.. Lines(150).Select((line, i) => $"{line},{(i == 0 ? "order_id" : $"o{i}")}")]));
        Assert.DoesNotContain("order_id", other[0]);
    }

    [Theory]
    [InlineData("Age", "if 'Age' is 'age', rename it")]
    [InlineData("agee", "if 'agee' is 'age', rename it")]
    [InlineData("age_in_years", "if 'age_in_years' is 'age', rename it")]
    [InlineData("height", "add 'age'")]
    public void A_column_under_another_name_is_named(string name, string said)
    {
        string file = Written("training.csv", Lines(150));
        using var run = new PortfolioRunOf("logistic", "--data", file, "--target", "left", "--quick");
        Refused($"lacks 1 column that the model was trained with, 'age': {said}; columns are found by their names", run.Folder!,
            Written("renamed.csv", [.. Lines(20).Select((line, i) => i == 0 ? line.Replace(",age,", $",{name},") : line)]));
    }

    [Fact]
    public void What_cannot_be_scored_is_said_in_a_sentence()
    {
        string file = Written("training.csv", Lines(150));
        using var run = new PortfolioRunOf("logistic", "--data", file, "--target", "left", "--quick");
        Refused("lacks 2 columns that the model was trained with, 'age', "
            + "'grade'", run.Folder!, Written("few.csv", ["plan,when", "basic,2026-01-01"]));
        Refused("'age' holds texts, and it held numbers", run.Folder!,
            Written("texts.csv", ["age,plan,grade", "old,basic,low", "young,plus,high"]));
        Refused("no folder of a completed run", _folder, file);
        Refused("There is no file", run.Folder!, Path.Combine(_folder, "gone.csv"));
        Typed same = PortfolioRunOf.Answer("predict", "--run", run.Folder!, "--data", file, "--out", file);
        Assert.Contains("scores never replace the rows", same.Errors, StringComparison.Ordinal);
        File.AppendAllText(Path.Combine(run.Folder!, "model.json"), " ");
        Refused("is not the one that was measured", run.Folder!, file);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Refused(string named, string run, string file)
    {
        string scores = Path.Combine(_folder, "refused.csv");
        Typed answer = PortfolioRunOf.Answer("predict", "--run", run, "--data", file, "--out", scores);
        Assert.Equal((2, ""), (answer.ExitCode, answer.Output));
        Assert.Contains(named, answer.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(scores));
    }

    private (string[][] Scored, Typed Answer) Predicted(PortfolioRunOf run, string file)
    {
        string scores = Path.Combine(_folder, $"{Guid.NewGuid():N}.csv");
        Typed answer = PortfolioRunOf.Answer("predict", "--run", run.Folder!, "--data", file, "--out", scores);
        return ([.. File.ReadAllLines(scores).Select(line => line.Split(','))], answer);
    }

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);

    private string Written(string name, string[] lines)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllLines(path, lines);
        return path;
    }
}
