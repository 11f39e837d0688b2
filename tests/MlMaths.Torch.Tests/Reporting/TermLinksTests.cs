using System.Text.RegularExpressions;
using MlMaths.Torch.Figures;
using MlMaths.Torch.Reporting;
using ScottPlot;

namespace MlMaths.Torch.Tests.Reporting;

public sealed partial class TermLinksTests
{
    private static readonly Glossary Words = GlossaryFile.Parse(
        """
        # Words

        ## calibration

        Says what happens. It
        can mislead.

        - Also: calibrated
        - Room: Evaluation, `ReliabilityDiagram`
        - Source: A. Author, 2001, A < B

        ## expected calibration error

        A mean distance. Never 0 on few rows.

        - Room: Evaluation, `CalibrationError`
        - Source: B. Author, 2002, On errors

        ## Holm

        Adjusts p-values. It pays for many questions.

        - Also: Holm's method
        - Room: Probability, `Holm`
        - Source: S. Holm, 1979, A procedure
        """);

    [Fact]
    public void The_first_use_is_a_link_and_what_follows_is_not() =>
        Assert.Equal(
            "[Calibration](#calibration) comes first, calibration second.",
            Linked($"Calibration comes first, calibration second."));

    [Theory]
    [InlineData("is calibrated", "is [calibrated](#calibration)")]
    [InlineData("two calibrations", "two [calibrations](#calibration)")]
    [InlineData("Expected calibration errors", "[Expected calibration errors](#expected-calibration-error)")]
    [InlineData("by Holm’s method", "by [Holm’s method](#holm)")]
    [InlineData("by Holm's p-values", "by [Holm](#holm)'s p-values")]
    [InlineData("**Holm** and *calibration*.", "**[Holm](#holm)** and *[calibration](#calibration)*.")]
    [InlineData("Holm–Bonferroni", "[Holm](#holm)–Bonferroni")]
    [InlineData("expected calibration", "expected [calibration](#calibration)")]
    public void Other_forms_plurals_and_the_longest_term_are_found(string markdown, string linked) =>
        Assert.Equal(linked, Linked(Literal(markdown)));

    [Theory]
    [InlineData("a holm oak")]
    [InlineData("recalibration")]
    [InlineData("calibration-free and pre-calibration")]
    [InlineData("Holmes")]
    [InlineData("CALIBRATION")]
    [InlineData("`--calibration` and ``a ` calibration``")]
    [InlineData("[calibration by hand](report.html#x)")]
    [InlineData("![calibration](figures/calibration.svg)")]
    [InlineData("https://example.org/a?calibration=Holm")]
    [InlineData("runs/calibration")]
    public void Other_words_code_links_and_addresses_are_left_alone(string markdown) =>
        Assert.Equal(markdown, Linked(Literal(markdown)));

    [Fact]
    public void Data_are_left_alone_wherever_they_stand()
    {
        string column = "Holm";
        MarkdownText inner = $"“{column}”";
        Assert.Equal(
            "Holm, “Holm”, Holm: [Holm](#holm).",
            Linked($"{column}, {inner}, {MarkdownText.Join(", ", [column])}: Holm."));
        Assert.Equal("expected calibration error", Linked($"expected {"calibration"} error"));
        Assert.Equal("Holm", Linked(column));
    }

    [Fact]
    public void A_backquote_in_data_opens_no_code() =>
        Assert.Equal(@"a\`b by [Holm](#holm) c\`d", Linked($"{"a`b"} by Holm {"c`d"}"));

    [Fact]
    public void Words_of_the_suite_that_come_as_a_string_are_linked_and_escaped() =>
        Assert.Equal(@"[Holm](#holm), 2 \* 3", Linked(MarkdownText.Words("Holm, 2 * 3")));

    [Fact]
    public void Joined_and_nested_texts_keep_what_is_data()
    {
        MarkdownText joined = MarkdownText.Join(" | ", [$"by Holm", "Holm"]);
        Assert.Equal(@"so: by [Holm](#holm) \| Holm", Linked($"so: {joined}"));
    }

    [Fact]
    public void A_page_links_running_words_and_neither_headings_nor_formulas_nor_alternative_texts()
    {
        string markdown = MarkdownReport.Write(Page);
        Assert.Equal(
            ["[Holm](#holm)", "[calibrated](#calibration)"], Links().Matches(markdown).Select(link => link.Value));
        Assert.Contains("## What does Holm say of calibration?\n", markdown, StringComparison.Ordinal);
        Assert.Contains(
            "![calibration](figures/loss.svg)\\\nIs it [calibrated](#calibration)?",
            markdown, StringComparison.Ordinal);
        Assert.Contains("| Holm |\n", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_ends_with_the_terms_that_it_uses() =>
        Assert.EndsWith(
            """
            ## Terms

            Technical terms used above, each linked where it first appears.

            ### calibration

            Says what happens. It can mislead. *In the code: `ReliabilityDiagram`. Source: A. Author, 2001, A &lt; B*

            ### Holm

            Adjusts p-values. It pays for many questions. *In the code: `Holm`. Source: S. Holm, 1979, A procedure*

            """.ReplaceLineEndings("\n"), MarkdownReport.Write(Page), StringComparison.Ordinal);

    [Fact]
    public void In_HTML_a_link_says_what_it_leads_to_and_the_note_leads_back()
    {
        string html = HtmlReport.Write(Page, _ => "<svg/>");
        Assert.Contains(
            """<a href="#calibration" id="x-use-calibration" class="term" title="Says what happens.">calibrated</a>?""",
            html, StringComparison.Ordinal);
        Assert.Contains(
            """<h3 id="holm">Holm<a href="#x-use-holm" aria-label="Back to Holm in the text">↑</a></h3>""",
            html, StringComparison.Ordinal);
        Assert.Contains("<li><a href=\"#terms\">Terms</a></li>", html, StringComparison.Ordinal);
        Assert.DoesNotMatch("(src|href)=\"(?!#)", html);
        string[] ids = [.. Ids().Matches(html).Select(id => id.Value)];
        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public void A_page_without_terms_has_no_notes()
    {
        Report plain = Page with { Sections = [new("Nothing?", [], $"Nothing.")] };
        Assert.DoesNotContain("Terms", MarkdownReport.Write(plain), StringComparison.Ordinal);
    }

    [Fact]
    public void A_term_that_is_a_heading_of_the_page_is_left_alone()
    {
        Report report = Page with { Sections = [new("Holm", [], $"Holm and calibration.")] };
        Assert.Contains(
            "\nHolm and [calibration](#calibration).\n", MarkdownReport.Write(report), StringComparison.Ordinal);
    }

    private static readonly Report Page = new("Calibration", $"A page.",
    [
        new Section("What does Holm say of calibration?",
        [
            new FigureBlock(new Figure("loss", "calibration", new Plot()), $"Is it calibrated?"),
            new Formula(Tex.Of("Holm")),
            new CodeBlock("calibration"),
            new Table($"What Holm says.", [$"Holm"], [["Holm"]]),
        ], $"Holm again.").Open(),
        new("Another?", [], $"Calibration again."),
    ])
    {
        Glossary = Words,
    };

    private static string Linked(MarkdownText text) => new TermLinks(Words, []).In(text);

    private static MarkdownText Literal(string markdown)
    {
        MarkdownText text = new(markdown.Length, 0);
        text.AppendLiteral(markdown);
        return text;
    }

    [GeneratedRegex(@"\[[^\]]*\]\(#[^)]*\)")]
    private static partial Regex Links();

    [GeneratedRegex(" id=\"[^\"]*\"")]
    private static partial Regex Ids();
}
