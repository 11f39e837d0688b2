using System.Globalization;
using System.Text.Json;

namespace MlMaths.Torch.Tests.Projects;

/// <summary><c>mlmaths predict</c> with a run of project 3: its scores, and what it decided by its costs.</summary>
public sealed class PredictDecisionTests : StrangersFile
{
    // Amounts stretch far, so that they are taken as logarithms; some are missing.
    private string Loans(string name, int rows)
    {
        return Written(name,
        [
            "loan,amount,age,job,defaulted", .. Enumerable.Range(0, rows).Select(row => string.Create(CultureInfo.InvariantCulture,
                $"{1000 + row},{Amount(row)},{20 + row * 7 % 50},{(row % 3 == 0 ? "clerk" : row % 5 == 0 ? "nurse" : "none")},"
                + $"{(row * 11 % 40 < 8 && row % 7 < 5 || row % 37 == 0 ? "yes" : "no")}")),
        ]);

        static string Amount(int row) => row % 19 == 0 ? ""
            : Math.Round(50 * Math.Exp(row * 11 % 40 / 8.0), 2).ToString(CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData]
    [InlineData("--cost-miss", "3", "--cost-false-alarm", "2", "--time", "loan")]
    public void The_training_file_gets_the_scores_and_the_decisions_of_the_run(params string[] more)
    {
        string file = Loans("loans.csv", 600);
        using var run = new PortfolioRunOf(["decision", "--data", file, "--target", "defaulted", "--quick", .. more]);
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        using var model = JsonDocument.Parse(run.Read("model.json"));
        Assert.Contains("amount", model.RootElement.GetProperty("logarithms").EnumerateArray().Select(name => name.GetString()));
        double threshold = model.RootElement.GetProperty("threshold").GetDouble();

        (string[][] scored, Typed answer) = Predicted(run, file);
        Assert.Equal((0, ""), (answer.ExitCode, answer.Errors));
        Assert.Contains("'defaulted' is 'yes'; a row is called so from", answer.Output, StringComparison.Ordinal);
        Dictionary<string, double> kept = run.Read("predictions.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(line => line.Split(',')).ToDictionary(row => row[0], row => Number(row[^1]));
        Assert.Equal(600, kept.Count);
        Assert.Equal(kept.Keys.Order(), scored.Skip(1).Select(row => row[0]).Order());
        Assert.All(scored.Skip(1), row => Assert.Equal(kept[row[0]], Number(row[^1]), 1e-9));
        Assert.All(scored.Skip(1), row => Assert.Equal(kept[row[0]] >= threshold ? "yes" : "no", row[^2]));
        int flagged = kept.Values.Count(p => p >= threshold);
        Assert.InRange(flagged, 1, 599);
        Assert.Equal(flagged, scored.Count(row => row[^2] == "yes"));
    }

    [Fact]
    public void A_limit_on_reviews_is_said_to_be_left_to_who_uses_the_scores()
    {
        string file = Loans("loans.csv", 600);
        using var run = new PortfolioRunOf("decision", "--data", file, "--target", "defaulted", "--quick", "--capacity", "4");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        (string[][] scored, Typed answer) = Predicted(run, file);
        Assert.Equal((0, ""), (answer.ExitCode, answer.Errors));
        Assert.Equal(1 + 600, scored.Length); // a head, and every row: the limit is not kept here
        Assert.Contains("The run was asked for 4 per 1,000 rows at most", answer.Output, StringComparison.Ordinal);
    }

    private (string[][] Scored, Typed Answer) Predicted(PortfolioRunOf run, string file)
    {
        string scores = Path.Combine(Folder, $"{Guid.NewGuid():N}.csv");
        Typed answer = PortfolioRunOf.Answer("predict", "--run", run.Folder!, "--data", file, "--out", scores);
        return ([.. File.ReadAllLines(scores).Select(line => line.Split(','))], answer);
    }

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
