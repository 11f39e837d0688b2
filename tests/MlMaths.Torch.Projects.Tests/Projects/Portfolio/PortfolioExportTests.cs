using System.IO.Compression;
using MlMaths.Torch.Portfolio.Showcase.Export;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>A portfolio is published whole or not at all, after its reader has seen what becomes public.</summary>
public sealed class PortfolioExportTests(OwnTablePortfolio portfolio) : IClassFixture<OwnTablePortfolio>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlmaths-");

    private string There => Path.Combine(_folder.FullName, "my-portfolio");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_repository_holds_pages_run_table_licence_check_and_source()
    {
        string said = Exported(0, "--export", There, "--yes");
        Assert.Contains("data/mine.csv: your table, 150 rows; --without-data leaves it out", said, StringComparison.Ordinal);
        Assert.Contains("its columns: 'width', 'height', 'kind'", said, StringComparison.Ordinal);
        Assert.Contains("'the author of this repository', as about.md names nobody", said, StringComparison.Ordinal);
        Assert.Contains("A stranger types: dotnet run verify.cs", said, StringComparison.Ordinal);
        string text = Read("README.md");
        Assert.Contains("150 rows, brought along by the author.", text, StringComparison.Ordinal);
        Assert.All(Links(text).Where(link => !link.Contains("://", StringComparison.Ordinal)),
            link => Assert.True(File.Exists(Path.Combine(There, link.Split('#')[0])), link));
        Assert.Contains("<svg", Read("index.html"), StringComparison.Ordinal);
        Assert.Contains("\"run\": \"runs/logistic\"", Read("portfolio.json"), StringComparison.Ordinal);
        Assert.Contains($"run: {ExportedTexts.Command}", Read(".github/workflows/verify.yml"), StringComparison.Ordinal);
        Assert.StartsWith("MIT License", Read("LICENSE"), StringComparison.Ordinal);
        Assert.Contains("string[] runs = [\"runs/logistic\"];", Read("verify.cs"), StringComparison.Ordinal);
        Assert.Equal(OwnTablePortfolio.Table, Read("data/mine.csv"));
        var run = FinishedRun.Open(Path.Combine(There, "runs", "logistic"));
        Assert.Empty(run.Changed!);
        using ZipArchive suite = ZipFile.OpenRead(Path.Combine(There, "suite.zip"));
        Assert.Superset(
            new HashSet<string> { "projects/Portfolio/Portfolio.csproj", "shared/data/wine.csv" },
            suite.Entries.Select(entry => entry.FullName).ToHashSet());
        Assert.DoesNotContain(suite.Entries, entry => entry.FullName.StartsWith("tests/", StringComparison.Ordinal)
            || entry.FullName.Contains("/obj/", StringComparison.Ordinal));
        Assert.InRange(new FileInfo(Path.Combine(There, "suite.zip")).Length, 1_000_000, 5_000_000);
    }

    [Fact]
    public void Without_data_the_table_stays_and_its_run_is_not_repeated()
    {
        string said = Exported(0, "--export", There, "--yes", "--without-data", "--suite-url", "https://example.org/suite.zip");
        Assert.Contains("but reports name its columns and show values", said, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(There, "data")));
        Assert.False(File.Exists(Path.Combine(There, "suite.zip")));
        Assert.Contains("Not repeated: `runs/logistic`, whose data are not published.", Read("README.md"), StringComparison.Ordinal);
        Assert.Contains("The data of the runs are not published, so that a stranger cannot repeat them.", Read("README.md"),
            StringComparison.Ordinal);
        Assert.DoesNotContain("repeats every run", Read("README.md"), StringComparison.Ordinal);
        Assert.Contains("string[] runs = [];", Read("verify.cs"), StringComparison.Ordinal);
        Assert.Contains("\"https://example.org/suite.zip\"", Read("verify.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_published_run_is_repeated_from_its_published_table()
    {
        Exported(0, "--export", There, "--yes", "--suite-url", "https://example.org/suite.zip");
        (int exitCode, string said) = PortfolioRunOf.Answer("verify", Path.Combine(There, "runs", "logistic"), "--claim", "test.accuracy");
        Assert.Equal(0, exitCode);
        Assert.Contains("Every number stands (1 number).", said, StringComparison.Ordinal);
        Assert.Contains("tell when and where the run began.", said, StringComparison.Ordinal);
        File.AppendAllText(Path.Combine(There, "data", "mine.csv"), "1,2,b\n");
        (exitCode, said) = PortfolioRunOf.Answer("verify", Path.Combine(There, "runs", "logistic"), "--claim", "test.accuracy");
        Assert.Equal(3, exitCode);
        Assert.Contains("Data: other bytes than those of the run", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "", "", 0)]
    [InlineData("README.md", "150 rows", "150,000 rows", 3)]
    [InlineData("index.html", "150 rows", "150,000 rows", 3)]
    [InlineData("portfolio.json", "\"data\": \"mine\"", "\"data\": \"mnist\"", 3)]
    public void The_page_is_held_against_its_runs(string file, string from, string to, int exitCode)
    {
        Exported(0, "--export", There, "--yes", "--suite-url", "https://example.org/suite.zip");
        if (file.Length > 0)
        {
            Assert.Contains(from, Read(file), StringComparison.Ordinal);
            File.WriteAllText(Path.Combine(There, file), Read(file).Replace(from, to, StringComparison.Ordinal));
        }

        string said = PortfolioRunOf.Answer("verify", There).Ending(exitCode);
        string expected = exitCode == 0 ? "The page says what its 1 run says." : "The page does not stand in 1 place.";
        Assert.Contains(expected, said, StringComparison.Ordinal);
        Assert.Contains("Dotnet(here, program, \"verify\", \".\")", Read("verify.cs"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Nothing was written: where nobody can be asked, --yes says", "--export", "DIR")]
    [InlineData("is not empty, and nothing of yours is written over", "--export", "FULL", "--yes")]
    [InlineData("--export publishes the last runs and runs nothing, but --quick", "--export", "DIR", "--quick")]
    [InlineData("--yes belongs to --export DIR", "--yes")]
    [InlineData("must be an address that begins with https://", "--export", "DIR", "--suite-url", "http://x\"y", "--yes")]
    [InlineData("There is no completed run to publish", "--export", "DIR", "--only", "net", "--yes")]
    public void What_cannot_be_published_is_one_sentence_and_leaves_nothing(string sentence, params string[] args)
    {
        string full = Path.Combine(_folder.FullName, "full");
        Directory.CreateDirectory(full);
        File.WriteAllText(Path.Combine(full, "mine"), "x");
        string said = Exported(2, [.. args.Select(arg => arg switch { "DIR" => There, "FULL" => full, _ => arg })]);
        Assert.Contains(sentence, said, StringComparison.Ordinal);
        Assert.Equal([full], Directory.GetFileSystemEntries(_folder.FullName));
    }

    [Theory]
    [InlineData("https://github.com/a/b", "https://github.com/a/b/archive/1111111111111111111111111111111111111111.zip")]
    [InlineData("https://example.org/s-{commit}.zip", "https://example.org/s-1111111111111111111111111111111111111111.zip")]
    [InlineData("https://example.org/suite.zip", "https://example.org/suite.zip")]
    public void A_repository_is_downloaded_at_the_commit_of_the_runs(string typed, string address)
    {
        string results = Path.Combine(MadeRun.In(_folder.FullName, "net", isChanged: false), "results.json");
        File.WriteAllText(results, File.ReadAllText(results).Replace(
            "\"environment\": {}", $"\"environment\": {{ \"git_commit\": \"{new string('1', 40)}\" }}", StringComparison.Ordinal));
        Assert.Equal(address, SuiteAddress.Of(typed, [FinishedRun.Open(Path.GetDirectoryName(results)!)]));
    }

    private static IEnumerable<string> Links(string markdown) =>
        markdown.Split("](").Skip(1).Select(part => part[..part.IndexOf(')', StringComparison.Ordinal)]);

    private string Exported(int expected, params string[] args) =>
        PortfolioRunOf.Answer(["portfolio", .. args, "--out", portfolio.Folder]).Ending(expected);

    private string Read(string file) => File.ReadAllText(Path.Combine(There, file));
}
