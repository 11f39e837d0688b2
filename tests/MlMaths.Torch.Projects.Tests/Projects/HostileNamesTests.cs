using System.Xml.Linq;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>Names that would be markup, script or a formula if anything let them.</summary>
public sealed class HostileNamesTests
{
    private const string Script = "<script>alert(1)</script>", Markdown = "[x](javascript:alert(1)) | `_*#",
        Formula = "=HYPERLINK(\"http://evil\")",
        Tag = "</text><image href='x' onerror='alert(1)'>";

    [Fact]
    public void Column_names_and_values_do_no_harm_in_any_output()
    {
        using CsvFile file = CsvFile.TwoClasses(Script, Markdown, Tag, positive: Formula, negative: "<img src=x onerror=alert(1)>");
        using var run = new RunOf("--quick", "--data", file.Path, "--target", Tag, "--positive", Formula);

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        string page = run.Read("report.html");
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img src=x", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<image", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("href=\"javascript", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<script>", run.Read("report.md"), StringComparison.OrdinalIgnoreCase);
        Assert.All(run.Read("predictions.csv").Split('\n').Skip(1).Where(line => line.Contains("HYPERLINK", StringComparison.Ordinal)),
            line => Assert.Contains("'=HYPERLINK", line, StringComparison.Ordinal));
        foreach (string figure in Directory.EnumerateFiles(Path.Combine(run.Folder!, "figures"), "*.svg"))
        {
            XDocument svg = XDocument.Load(figure);
            Assert.DoesNotContain(svg.Descendants(), element => element.Name.LocalName is "script" or "image");
        }
    }

    [Fact]
    public void Nor_do_they_in_a_report_on_clusters()
    {
        using CsvFile file = CsvFile.TwoClasses(Script, Markdown, Tag, positive: Formula, negative: "<img src=x onerror=alert(1)>");
        using var run = new PcaRunOf("--quick", "--data", file.Path, "--target", Tag);

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        string page = run.Read("report.html");
        foreach (string markup in (string[])["<script", "<img src=x", "<image", "href=\"javascript"])
            Assert.DoesNotContain(markup, page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<script>", run.Read("report.md"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Strange_names_survive_where_they_are_data()
    {
        using CsvFile file = CsvFile.TwoClasses(Script, "naïve “Größe” 高さ");
        using var run = new RunOf("--quick", "--data", file.Path, "--target", "kind");
        string[] names = [.. run.Model.GetProperty("weights").EnumerateObject().Select(weight => weight.Name)];
        Assert.Equal([Script, "naïve “Größe” 高さ"], names);
    }
}
