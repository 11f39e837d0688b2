using System.Text.Json;
using MlMaths.Torch.Portfolio.Showcase;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>One page of all runs: what it says stands in the runs' own pages, and the learner's words are the learner's.</summary>
public sealed class PortfolioToolTests(QuickLogisticRun quick) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlmaths-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_part_is_run_and_told_and_the_learners_words_are_marked_and_kept()
    {
        (int exitCode, string said) = Portfolio("--only", "logistic", "--quick");
        Assert.Equal(0, exitCode);
        Assert.Contains("1 of 1  logistic: done in ", said, StringComparison.Ordinal);
        string page = Read("index.html"), text = Read("README.md");
        Assert.Contains("<svg", page, StringComparison.Ordinal);
        Assert.Contains("ROC AUC", text, StringComparison.Ordinal);
        Assert.DoesNotContain("In my own words", text, StringComparison.Ordinal);
        Assert.DoesNotContain("What did you decide here", text, StringComparison.Ordinal);
        JsonElement logistic = JsonDocument.Parse(Read("portfolio.json")).RootElement.GetProperty("parts")[0];
        Assert.Equal("completed", logistic.GetProperty("status").GetString());
        Assert.All(Links(text), link => Assert.True(File.Exists(Path.Combine(_folder.FullName, link.Split('#')[0])), link));

        File.WriteAllText(
            Path.Combine(_folder.FullName, "about.md"), "# Ada <b>Example</b>\n\nI count.\n\n## logistic\n\nI chose *0.1*.\n");
        (exitCode, said) = Portfolio("--only", "pca", "--data", "no-such.csv");
        Assert.Equal(3, exitCode);
        Assert.Contains("pca: ", said, StringComparison.Ordinal);
        Assert.Contains("no-such.csv", said, StringComparison.Ordinal);
        text = Read("README.md");
        Assert.Contains("> **In my own words.** I count.", text, StringComparison.Ordinal);
        Assert.Contains("> **In my own words.** I chose *0.1*.", text, StringComparison.Ordinal);
        Assert.Contains("ROC AUC", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", Read("index.html"), StringComparison.Ordinal);
        Assert.StartsWith("# Ada <b>", Read("about.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_story_says_what_the_page_of_the_run_says()
    {
        string report = quick.Run.Read("report.md");
        var story = Story.Of(quick.Run.Folder!, new("logistic", "roc", true), Path.GetDirectoryName(quick.Run.Folder!)!);
        string way = Path.GetFileName(quick.Run.Folder!);
        Assert.Equal($"{way}/figures/roc.svg", story.Image);
        Assert.StartsWith("| Measured |", story.Numbers, StringComparison.Ordinal);
        Assert.Contains($"]({way}/report.html#", story.Lead, StringComparison.Ordinal);
        foreach (string block in new[] { story.Lead, story.Numbers, story.Picture, story.Caution })
        {
            string own = block.Replace($"]({way}/report.html#", "](#", StringComparison.Ordinal)
                .Replace($"]({way}/figures/", "](figures/", StringComparison.Ordinal);
            Assert.Contains(own, report, StringComparison.Ordinal);
        }

        Assert.NotEqual(story.Image, Story.Of(quick.Run.Folder!, new("logistic", "no-such-figure", true), "/").Image);
    }

    [Theory]
    [InlineData("--only names 'nett', and may name logistic, pca", "--only", "nett")]
    [InlineData("belongs to no option", "logistic")]
    public void What_makes_no_sense_is_one_sentence_and_leaves_nothing(string sentence, params string[] args)
    {
        (int exitCode, string said) = Portfolio(args);
        Assert.Equal(2, exitCode);
        Assert.Contains(sentence, said, StringComparison.Ordinal);
        Assert.Empty(_folder.EnumerateFileSystemInfos());
    }

    private static IEnumerable<string> Links(string markdown) =>
        markdown.Split("](").Skip(1).Select(part => part[..part.IndexOf(')', StringComparison.Ordinal)]);

    private Typed Portfolio(params string[] words) =>
        PortfolioRunOf.Answer(["portfolio", .. words, "--out", _folder.FullName]);

    private string Read(string file) => File.ReadAllText(Path.Combine(_folder.FullName, file));
}
