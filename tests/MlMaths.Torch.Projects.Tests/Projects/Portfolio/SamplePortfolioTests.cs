using System.Globalization;
using System.Text.RegularExpressions;
using MlMaths.Torch.Portfolio.Showcase;
using MlMaths.Torch.Runs;
using MlMaths.Torch.Tests.Conventions;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>The sample of a portfolio that the clone holds is what the code writes: words exactly, numbers rounded.</summary>
public sealed partial class SamplePortfolioTests(QuickLogisticRun quick) : IDisposable
{
    private const string Sample = "runs/sample/portfolio";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlmaths-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_sample_page_is_the_one_that_is_written_today() =>
        Convention.Holds(
            Differences(File.ReadAllText(Path.Combine(Place, "README.md"))),
            "Make runs/sample/portfolio anew, as CONTRIBUTING says under “Samples”, and look at each difference:");

    [Theory]
    [InlineData("| ROC AUC | 0.9", "| ROC AUC | 0.8")]
    [InlineData("## Logistic", "## A logistic")]
    public void A_number_or_a_word_that_differs_is_found(string from, string to)
    {
        string page = File.ReadAllText(Path.Combine(Place, "README.md"));
        Assert.Contains(from, page, StringComparison.Ordinal);
        Assert.NotEmpty(Differences(page.Replace(from, to, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_same_stands_in_its_page_and_in_its_list()
    {
        Assert.Contains("<svg", File.ReadAllText(Path.Combine(Place, "index.html")), StringComparison.Ordinal);
        string list = File.ReadAllText(Path.Combine(Place, "portfolio.json"));
        Assert.Equal(PortfolioPart.All.Count, Regex.Count(list, "\"verb\":"));
        Assert.Contains("\"status\": \"completed\"", list, StringComparison.Ordinal);
    }

    private static string Place => Path.Combine(Repository.Folder, Sample);

    private IEnumerable<string> Differences(string sample)
    {
        AboutFile.Begin(_folder.FullName);
        PartOutcome[] outcomes = [new(PortfolioPart.All[0], FinishedRun.Open(quick.Run.Folder!), null)];
        string written = PortfolioPage.Of(_folder.FullName, outcomes, AboutFile.Read(_folder.FullName)).Markdown;
        string[] then = Parts(sample), now = Parts(written);
        if (then.Length != now.Length) return [$"{then.Length} words and numbers in the sample, {now.Length} now"];
        return then.Zip(now).Where(pair => !IsSame(pair.First, pair.Second)).Select(pair => $"{pair.First} then, {pair.Second} now");
    }

    // Another machine rounds otherwise: a number may differ by what nobody would notice.
    private static bool IsSame(string then, string now) => then == now
        || (double.TryParse(then, CultureInfo.InvariantCulture, out double first)
            && double.TryParse(now, CultureInfo.InvariantCulture, out double second)
            && Math.Abs(first - second) <= 0.02 * Math.Max(Math.Abs(first), Math.Abs(second)));

    private static string[] Parts(string page) => [.. Part().Matches(Way().Replace(page, "](RUN/")).Select(match => match.Value)];

    // Where the run stands, which begins with the time of its start.
    [GeneratedRegex(@"\]\([^)#]*?\d{8}-\d{6}-logistic-regression-7/")]
    private static partial Regex Way();

    [GeneratedRegex(@"\d+(?:\.\d+)?|[^\d\s]+")]
    private static partial Regex Part();
}
