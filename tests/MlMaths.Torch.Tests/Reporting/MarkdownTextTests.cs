using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Tests.Reporting;

public sealed class MarkdownTextTests
{
    private static readonly Dictionary<string, string> NoDrawings = [];

    public static TheoryData<string> Hostile() =>
    [
        "<script>alert(1)</script>",
        "`code`",
        "``",
        "a|b",
        @"a\|b",
        "[x](javascript:alert(1))",
        "![x](http://example.org/x.png)",
        "_em_ *em* **b**",
        "# heading",
        "=====",
        "-----",
        "- bullet",
        "1. list",
        "12) list",
        "> quote",
        "&lt;b&gt; &amp;",
        "~~~",
        "$x$",
        "<javascript:alert(1)>",
        "https://example.org",
        "[ref]: http://example.org",
        "radius_mean",
        "a_",
        "\"quoted\" 'name'",
        ":::",
        "| a |",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Data_come_out_of_the_page_as_they_went_in_wherever_they_stand(string data)
    {
        string shown = System.Net.WebUtility.HtmlEncode(data).Replace("&#39;", "'", StringComparison.Ordinal);

        Assert.Contains($"<p>{shown}</p>", Page(new Paragraph($"{data}")), StringComparison.Ordinal);
        Assert.Contains($"<p>{shown}</p>", Page(new Paragraph(data)), StringComparison.Ordinal);
        Assert.Contains($"<li>{shown}</li>", Page(new Bullets(data)), StringComparison.Ordinal);
        Assert.Contains($"<td>{shown}</td>", Page(new Table("caption", ["h", "i"], [[data, "end"]])), StringComparison.Ordinal);
        Assert.Contains($"<strong>{shown}</strong>", Page(new Paragraph($"so **{data}** is")), StringComparison.Ordinal);
    }

    [Fact]
    public void Line_breaks_control_characters_and_reversed_text_become_harmless()
    {
        MarkdownText text = $"{"a\r\n\n# b\u2028c\u0007d\u202Ee"}";
        Assert.Equal(@"a   \# b c de", text.ToString());
    }

    [Fact]
    public void Raw_markdown_holds_no_tag_even_before_it_is_rendered()
    {
        MarkdownText text = $"**{"<script>"}**";
        Assert.Equal("**&lt;script&gt;**", text.ToString());
    }

    [Fact]
    public void Literals_are_markdown_and_numbers_are_invariant()
    {
        Measurement accuracy = new("a", "A", 0.965, 0.921, 0.99, 0.95, "", "counted");
        MarkdownText inner = $"*{7}*";
        MarkdownText text = $"{inner} {0.1 + 0.2} {1234.5678:F2} {double.NaN} {accuracy}";
        Assert.Equal("*7* 0.3 1,234.57 not defined 0.965 (95 % interval 0.921 to 0.990)", text.ToString());
    }

    private static string Page(Block block)
    {
        Report report = new("t", MarkdownText.Empty, [new("q", [block], MarkdownText.Empty)]);
        return HtmlReport.Write("t", MarkdownReport.Write(report), NoDrawings);
    }
}
