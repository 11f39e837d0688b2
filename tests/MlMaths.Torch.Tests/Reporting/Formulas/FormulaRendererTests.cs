using MlMaths.Torch.Calculus;
using MlMaths.Torch.Reporting;
using MlMaths.Torch.Text;

namespace MlMaths.Torch.Tests.Reporting.Formulas;

/// <summary>A formula of the suite is typeset wherever it is shown; TeX of anyone else is text.</summary>
public sealed class FormulaRendererTests
{
    private static readonly Tex Known = DerivationCatalogue.ByName("l2").Formula, InLine = Tex.Of(@"\eta < 2/\lambda");

    [Fact]
    public void Markdown_has_the_TeX_in_a_block_that_code_hosts_typeset()
    {
        string markdown = Markdown(new Formula(Known));
        Assert.Contains($"\n\n```math\n{Known.Source}\n```\n", markdown, StringComparison.Ordinal);
        Assert.Contains(@"dw &= \lambda w", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void HTML_has_MathML_in_a_box_that_scrolls_by_keyboard()
    {
        string html = Html(new Formula(Known));
        Assert.Contains(
            "<div class=\"scroll formula\" tabindex=\"0\" role=\"group\" aria-label=\"Formula\">\n<math display=\"block\">", html,
            StringComparison.Ordinal);
        Assert.Contains("<mi>λ</mi>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("lambda", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Within_a_line_it_is_as_high_as_the_line()
    {
        var text = new Paragraph($"As long as {InLine}, and for {3} weights.");
        Assert.Contains(@"As long as $`\eta < 2/\lambda`$, and for 3 weights.", Markdown(text), StringComparison.Ordinal);
        Assert.Contains("As long as <math><mi>η</mi><mo>&lt;</mo>", Html(text), StringComparison.Ordinal);
        Assert.Contains("</math>, and for 3 weights.", Html(text), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData(@"\href{javascript:alert(1)}{x} <img src=x onerror=alert(1)>")]
    [InlineData("```\n<b>x</b>")]
    public void What_nobody_rendered_stays_code(string hostile)
    {
        string html = Html(new Formula(Tex.Of(hostile)), new Paragraph($"Of {Tex.Of(hostile)}."), new Paragraph($"{"$`" + InLine + "`$"}"));
        Assert.Contains("<pre", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<math", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
    }

    private static string Markdown(params Block[] blocks) =>
        MarkdownReport.Write(new Report("Page", $"Lead.", [new("Why?", blocks, $"So.")]));

    private static string Html(params Block[] blocks) =>
        HtmlReport.Write("Page", Markdown(blocks), new Dictionary<string, string>());
}
