using System.Text.Json;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>Runs side by side: what differs comes first, and no difference is called that an interval does not carry.</summary>
public sealed class CompareRunsTests : IDisposable
{
    private const string Hostile = "<script>alert(1)</script>\u001b[31m **x** [a](b)";

    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("mlmaths-");

    private string Home => _home.FullName;

    public void Dispose() => _home.Delete(recursive: true);

    [Fact]
    public void What_differs_comes_first_and_gains_are_paired_against_the_first_run()
    {
        TriedRun runs = new(Home);
        string[] names =
        [
            runs.Write(Rows(1.0)), runs.Write(Rows(0.1), new() { ["penalty"] = "0.1" }), runs.Write(Rows(1.0, drawn: 6)),
            runs.Write(Rows(1.0, from: 500), seed: 8),
        ];
        using PortfolioRunOf compared = Compared(names);
        Assert.Equal(0, compared.ExitCode);
        string page = compared.Read("report.md");
        Assert.StartsWith(
            "# Runs side by side\n\nWhat differs: --penalty (its default, 0.1, its default, its default); seed (7, 7, 7, 8). "
            + "The same in all: data, versions.", page, StringComparison.Ordinal);
        Assert.Contains("B is better than A by ROC AUC: a gain of 0.", page, StringComparison.Ordinal);
        Assert.Contains("Whether C or A is better by ROC AUC, the rows leave open: a gain of ", page, StringComparison.Ordinal);
        Assert.Contains("D and A cannot be paired: no row was a test row in both.", page, StringComparison.Ordinal);
        Assert.Contains("2 comparisons were made", page, StringComparison.Ordinal);
        Assert.InRange(compared.Value("gain.b"), 0.05, 0.5);
        Assert.True(compared.Measurement("gain.b").GetProperty("low").GetDouble() > 0);
        Assert.Contains(compared.Read("report.md").Split('\n')[2], compared.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Runs_that_nothing_tells_apart_are_said_to_be_the_same()
    {
        TriedRun runs = new(Home);
        using PortfolioRunOf compared = Compared(runs.Write(Rows(1)), runs.Write(Rows(1)));
        Assert.Contains("Nothing differs: the same options, seed, data and versions.", compared.Output, StringComparison.Ordinal);
        Assert.Contains("B and A scored the 200 test rows that both judged alike.", compared.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Final_trainings_lie_over_each_other_one_picture_a_quantity()
    {
        TriedRun runs = new(Home);
        string[] names =
            [runs.Write(Rows(1)), runs.Write(Rows(1), new() { ["rate"] = "9" }), runs.Write(Rows(1), new() { ["rate"] = "3" })];
        Train(names[0], 1, "final", "other");
        Train(names[1], double.PositiveInfinity, "other", "final");
        using PortfolioRunOf compared = Compared(names);
        string page = compared.Read("report.md");
        Assert.Contains("2 quantities of the training *final* lie over each other", page, StringComparison.Ordinal);
        Assert.Contains("A: rate its default from 1 to 0.01", page, StringComparison.Ordinal);
        Assert.Contains("B: rate 9 from 1 to 1, diverged at step 2", page, StringComparison.Ordinal);
        Assert.Contains("equal factors are equal heights", page, StringComparison.Ordinal);
        Assert.Equal(2, Directory.GetFiles(Path.Combine(compared.Folder!, "figures"), "curves-*.svg").Length);
    }

    [Fact]
    public void A_program_gets_the_same_as_json_and_nothing_is_written()
    {
        TriedRun runs = new(Home);
        string[] folders = [.. new[] { runs.Write(Rows(1)), runs.Write(Rows(0.1), new() { ["penalty"] = "0.1" }) }.Select(In)];
        Typed answer = PortfolioRunOf.Answer(["compare-runs", .. folders, "--json"]);
        JsonElement said = JsonDocument.Parse(answer.Ending(0)).RootElement;
        JsonElement pair = Assert.Single(said.GetProperty("pairs").EnumerateArray());
        Assert.Equal("better", pair.GetProperty("verdict").GetString());
        Assert.Equal(0.95, pair.GetProperty("confidence").GetDouble());
        Assert.Equal(["its default", "0.1"],
            said.GetProperty("differences")[0].GetProperty("values").EnumerateArray().Select(value => value.GetString()));
        Assert.True(said.GetProperty("measurements")[0].GetProperty("same").GetBoolean());
        Assert.Equal(2, Directory.GetDirectories(Home).Length);
    }

    [Fact]
    public void All_that_is_wrong_with_the_folders_is_said_together_and_nothing_is_written()
    {
        TriedRun runs = new(Home);
        string good = In(runs.Write(Rows(1))), old = In(runs.Write(Rows(1))), half = In(runs.Write(Rows(1), status: "cancelled")),
            other = In(new TriedRun(Home, "pca").Write(null));
        string results = Path.Combine(old, "results.json");
        File.WriteAllText(results, File.ReadAllText(results).Replace("\"schema\": 2", "\"schema\": 1"));
        string output = Path.Combine(Home, "out");
        Typed answer = PortfolioRunOf.Answer(
            "compare-runs", good, old, half, other, Path.Combine(Home, "nowhere"), good + Path.DirectorySeparatorChar, "--out", output);
        string said = answer.Ending(2);
        Assert.Equal(5, said.Split('\n').Length);
        foreach (string sentence in new[]
        {
            "is damaged or of another version", "did not end well", "There is no folder", "is named 2 times", "are of different commands",
        })
        {
            Assert.Contains(sentence, said, StringComparison.Ordinal);
        }

        Assert.False(Directory.Exists(output) && Directory.EnumerateFileSystemEntries(output).Any());
    }

    [Theory]
    [InlineData("0 run folders cannot be compared")]
    [InlineData("1 run folder cannot be compared", "one")]
    [InlineData("9 run folders cannot be compared", "1", "2", "3", "4", "5", "6", "7", "8", "9")]
    public void Two_to_eight_runs_are_compared(string sentence, params string[] words) =>
        Assert.Contains(sentence, PortfolioRunOf.Answer(["compare-runs", .. words]).Ending(2), StringComparison.Ordinal);

    [Fact]
    public void Hostile_names_stay_names()
    {
        TriedRun runs = new(Home);
        string[] names = [runs.Write(Rows(1)), runs.Write(Rows(0.1), new() { ["target"] = Hostile })];
        foreach (string name in names) Train(name, 1, Hostile);
        using PortfolioRunOf compared = Compared(names);
        string page = compared.Read("report.html");
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<strong>x</strong>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", compared.Output + page, StringComparison.Ordinal);
    }

    private PortfolioRunOf Compared(params string[] names) => new(["compare-runs", .. names.Select(In)]);

    private string In(string name) => Path.Combine(Home, name);

    // Loss and gradient norm of three steps, from 1 down, or to a number at the third.
    private void Train(string name, double third, params string[] trainings) => File.WriteAllLines(
        Path.Combine(In(name), "history.csv"),
        [
            "run,step,epoch,split,quantity,value",
            .. trainings.SelectMany(training => new[] { "loss", "gradient_norm" }.SelectMany(quantity => Enumerable.Range(0, 3).Select(
                step => FormattableString.Invariant(
                    $"\"{training}\",{step},{step},training,{quantity},{(step == 2 ? 0.01 * third : 1)}")))),
        ]);

    // Scores that follow the label, with noise that is the same in every run of one draw, but for its size.
    private static IEnumerable<(int Row, string Target, double Score)> Rows(double noise, int from = 0, int drawn = 5)
    {
        Random chance = new(drawn);
        for (int i = 0; i < 200; i++)
            yield return (from + i, i % 3 == 0 ? "yes" : "no", (i % 3 == 0 ? 0.3 : 0) + noise * (chance.NextDouble() - 0.5));
    }
}
