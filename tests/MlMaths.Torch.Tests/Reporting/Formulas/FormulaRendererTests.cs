using MlMaths.Torch.Calculus;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Tests.Reporting;

/// <summary>A formula of the suite is typeset wherever it is shown; TeX of anyone else is text.</summary>
public sealed class FormulaRendererTests
{
    private static readonly Tex Known = DerivationCatalogue.ByName("l2").Formula, InLine = Tex.Of(@"\eta < 2/\lambda");

    [Fact]
    public void Markdown_has_the_TeX_in_a_block_that_code_hosts_typeset()
    {
        string markdown = Markdown(new Formula(Known));
        Assert.Contains($"\n\n```math\n{Known.Source}\n```\n", markdown, StringComparison.Ordinal);
        Assert.Contains(@"dw &= {\lambda} w", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void HTML_has_MathML_in_a_box_that_scrolls_by_keyboard()
    {
        string html = Html(new Formula(Known));
        Assert.Contains(
            "<div class=\"scroll formula\" tabindex=\"0\" role=\"group\" aria-label=\"Formula\">\n<math display=\"block\">", html,
            StringComparison.Ordinal);
        Assert.Contains("<mi class=\"term-1\">λ</mi>", html, StringComparison.Ordinal);
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

    [Fact]
    public void Code_beside_its_formula_has_the_terms_marked_and_the_lines_that_set_them()
    {
        var derivation = new DerivationBlock(Known, "void F()\n{\n    Tensor dw = λ * w;\n    use(dw < w);\n}", "w", "dw");
        Assert.Contains("\n```\n\n```csharp terms w dw\nvoid F()\n", Markdown(derivation), StringComparison.Ordinal);

        string html = Html(derivation);
        Assert.Contains("<div class=\"derivation\">\n<div class=\"scroll formula\"", html, StringComparison.Ordinal);
        Assert.Contains(
            "<span class=\"line of-2\">    Tensor <span class=\"term-2\" tabindex=\"0\">dw</span> = λ * "
            + "<span class=\"term-1\">w</span>;\n</span>"
            + "<span class=\"line\">    use(<span class=\"term-2\">dw</span> &lt; <span class=\"term-1\">w</span>);\n</span>", html,
            StringComparison.Ordinal);
        Assert.Contains("</code></pre>\n</div>\n", html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_code_on_a_page_is_that_of_the_file()
    {
        string code = MethodSource.Of("LogisticLoss.cs", "Gradient");
        Assert.StartsWith("long n    = X.size(0);\nTensor z  = X.mv(w) + b;\n", code, StringComparison.Ordinal);
        Assert.EndsWith("\nreturn (L, dw, db);", code, StringComparison.Ordinal);
        Assert.StartsWith("r * (dX̂ - ", MethodSource.Of("Normalised.cs", "Backward"), StringComparison.Ordinal);
        Assert.StartsWith("new Dictionary<string, Tensor> {", MethodSource.Of("SquaredPenalty.cs", "Gradient"), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => MethodSource.Of("LogisticLoss.cs", "NoSuchMethod"));
        Assert.Throws<ArgumentException>(() => MethodSource.Of("NoSuchFile.cs", "Gradient"));
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
