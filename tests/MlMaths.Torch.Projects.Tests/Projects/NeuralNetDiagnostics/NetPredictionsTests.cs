using System.Globalization;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>What runs/README.md promises of a net's <c>predictions.csv</c>: each metric can be computed again from it.</summary>
public sealed class NetPredictionsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mlmaths-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("no", "yes", "yes")]
    [InlineData("alive", "died", "died")]
    [InlineData("zebra", "ant", "ant")]
    public void Of_two_classes_the_score_is_the_probability_of_the_positive_one(string often, string rare, string positive)
    {
        string file = Path.Combine(_folder, "rows.csv");
        File.WriteAllLines(file, ["age,visits,state", .. Enumerable.Range(0, 200).Select(row => string.Create(CultureInfo.InvariantCulture,
            $"{row * 37 % 101},{row * 7 % 53},{(row * 37 % 101 + row * 7 % 53 > 90 || row % 17 == 0 ? rare : often)}"))]);
        using var net = new PortfolioRunOf("net", "--data", file, "--target", "state", "--quick", "--search", "0");
        Assert.Equal((0, ""), (net.ExitCode, net.Errors));
        string scores = Path.Combine(net.Folder!, "predictions.csv");
        using var measured = new PortfolioRunOf(
            "metrics", "--scores", scores, "--target", "target", "--score", "score", "--positive", positive, "--only", "split=test",
            "--threshold", "0.5");
        Assert.Equal((0, ""), (measured.ExitCode, measured.Errors));
        Assert.Equal(net.Value("test.accuracy"), measured.Value("accuracy"), 1e-9);
        Assert.Equal(net.Value("test.log_loss"), measured.Value("log_loss"), 1e-6);
        Assert.InRange(measured.Value("roc_auc"), 0.7, 1);
        string[][] each =
            [.. net.Read("probabilities.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(','))];
        int place = Array.IndexOf(each[0], $"p_{positive}");
        Assert.Equal(each.Skip(1).Select(row => row[place]), File.ReadAllLines(scores).Skip(1).Select(line => line.Split(',')[^1]));
        Assert.Contains($"state = {positive} is the positive class", net.Read("report.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_more_classes_the_metrics_follow_from_the_probabilities()
    {
        using var net = new PortfolioRunOf("net", "--data", "iris", "--quick", "--search", "0");
        Assert.Equal((0, ""), (net.ExitCode, net.Errors));
        string[] columns = [.. net.Read("probabilities.csv").Split('\n')[0].Split(',')
            .Where(name => name.StartsWith("p_", StringComparison.Ordinal))];
        using var measured = new PortfolioRunOf(
            "metrics", "--scores", Path.Combine(net.Folder!, "probabilities.csv"), "--target", "target", "--score",
            string.Join(',', columns), "--only", "split=test");
        Assert.Equal((0, ""), (measured.ExitCode, measured.Errors));
        Assert.Equal(net.Value("test.accuracy"), measured.Value("accuracy"), 1e-9);
        Assert.Equal(net.Value("test.macro_f1"), measured.Value("macro_f1"), 1e-9);
        Assert.Equal(net.Value("test.log_loss"), measured.Value("log_loss"), 1e-6);
    }
}
