using System.Text.Json;
using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;
using MlMaths.Torch.Tests.Cli;

namespace MlMaths.Torch.Tests.Runs;

public sealed class ResultPageTests
{
    [Theory]
    [InlineData("report.md")]
    [InlineData("cv.md")]
    [InlineData("../note.md")]
    [InlineData("Note.md")]
    [InlineData("note.txt")]
    [InlineData(".md")]
    public void A_name_is_a_plain_Markdown_file_that_nothing_else_writes(string name) =>
        Assert.Throws<ArgumentException>(() => new ResultPage(name, new Report("t", "l", [])));

    [Fact]
    public void A_page_is_a_file_that_the_manifest_lists_and_the_report_leads_to()
    {
        using var trial = new CommandTrial();
        var page = new ResultPage("decision.md", new Report("Decide [this] & <that>", "Call from 0.3.", []));

        Assert.Equal(0, trial.Run(new ShareProject { Pages = [page] }, TestContext.Current.CancellationToken));

        Assert.Equal("# Decide \\[this\\] &amp; &lt;that&gt;\n\nCall from 0.3.\n", trial.Text("decision.md"));
        string[] files = [.. trial.Manifest().GetProperty("artifacts").EnumerateArray().Select((JsonElement file) => file.GetString()!)];
        Assert.Contains("decision.md", files);
        Assert.Contains(
            "Beside this page: [Decide \\[this\\] &amp; &lt;that&gt;](decision.md).", trial.Text("report.md"),
            StringComparison.Ordinal);
        Assert.Contains("<a href=\"decision.md\">Decide [this] &amp; &lt;that&gt;</a>", trial.Text("report.html"),
            StringComparison.Ordinal);
    }
}
