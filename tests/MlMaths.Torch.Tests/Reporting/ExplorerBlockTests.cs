using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Tests.Reporting;

public sealed partial class ExplorerBlockTests
{
    private static readonly ErrorCosts Costs = new(100, 4);

    private static readonly ExplorerBlock Small = new(ThresholdCounts.From([true, false], [0.7, 0.2]), 0.5, 0.012, Costs);

    [Fact]
    public void Markdown_has_one_sentence_in_its_place() =>
        Assert.Contains(
            "\n\n[The explorer in report.html](report.html#x-explorer) moves the threshold, "
            + "the costs and the base rate by hand, and shows what follows.\n",
            MarkdownReport.Write(With(Small)), StringComparison.Ordinal);

    [Fact]
    public void The_page_allows_its_script_alone_and_holds_it_letter_for_letter()
    {
        string html = Html(Small);
        string script = Script(html);
        string hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)));

        Assert.Contains(
            $"default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; "
            + $"script-src 'sha256-{hash}'\"",
            html, StringComparison.Ordinal);
        Assert.StartsWith("/*", script, StringComparison.Ordinal);
        Assert.Contains("\n'use strict';\n", script, StringComparison.Ordinal);
        Assert.DoesNotContain("the explorer in report.html", html, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("fetch(")]
    [InlineData("eval(")]
    [InlineData("innerHTML")]
    [InlineData("import")]
    [InlineData("localStorage")]
    [InlineData("requestAnimationFrame")]
    public void The_script_loads_keeps_and_animates_nothing(string word) =>
        Assert.DoesNotContain(word, Script(Html(Small)), StringComparison.Ordinal);

    [Fact]
    public void Names_are_encoded_and_cut()
    {
        string html = Html(Small with { Positive = "</script><script>alert(1)</script>", Negative = new string('x', 500) });
        Assert.Contains("&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        Assert.Contains(new string('x', 40) + "…", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_class_there_is_a_reason_and_no_script()
    {
        ExplorerBlock empty = Small with { Counts = ThresholdCounts.From([false, false], [0.7, 0.2]) };
        Assert.Contains(
            "There is nothing to explore, because there are no positive rows.", MarkdownReport.Write(With(empty)),
            StringComparison.Ordinal);
        Assert.DoesNotContain("<script", Html(empty), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_on_one_page_are_our_mistake() =>
        Assert.Throws<InvalidOperationException>(() => HtmlReport.Write(With(Small, Small), _ => ""));

    [Fact]
    public void The_data_of_200_000_rows_take_less_than_60_kB()
    {
        var random = new Random(2);
        bool[] labels = [.. Enumerable.Range(0, 200_000).Select(_ => random.NextDouble() < 0.02)];
        double[] scores = [.. labels.Select(label => Math.Pow(random.NextDouble(), label ? 0.7 : 3))];
        string data = Scripts().Matches(Html(Small with { Counts = ThresholdCounts.From(labels, scores) }))[0].Groups[2].Value;
        Assert.InRange(data.Length, 20_000, 60_000);
    }

    private static Report With(params Block[] blocks) => new("t", "l", [new Section("q", blocks, "c")]);

    private static string Script(string html) => Scripts().Matches(html).Single(one => one.Groups[1].Value == "").Groups[2].Value;

    private static string Html(ExplorerBlock block) => HtmlReport.Write(With(block), _ => "");

    [GeneratedRegex("<script([^>]*)>(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Scripts();
}
