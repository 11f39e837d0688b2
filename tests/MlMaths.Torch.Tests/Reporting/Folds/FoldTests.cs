using System.Text.RegularExpressions;
using MlMaths.Torch.Reporting;
using ScottPlot;

namespace MlMaths.Torch.Tests.Reporting;

/// <summary>A page at two depths: what is told, and folded below it what proves it.</summary>
public sealed class FoldTests
{
    private static readonly Glossary Words = GlossaryFile.Parse(
        """
        # Words

        ## overfitting

        Learns the rows by heart. New rows show it.

        - Room: Evaluation, `Trainer`
        - Source: A. Author, 2001, On rows
        """);

    private static readonly Report Page = new("Two depths", $"It learns.",
    [
        new("Does it learn?",
        [
            new Paragraph($"Every step goes down."),
            new FigureBlock(new("seen", "A curve that falls.", new Plot()), $"Loss falls.").Told(),
            new FigureBlock(new("folded", "Another curve.", new Plot()), $"So does its slope."),
            new Table($"Rates.", ["Rate"], [["1"]]),
            Callout.Caution($"Few rows."),
            Callout.Note($"Many columns."),
        ], $"Yes."),
        new("Does it generalise?", [], $"So it seems."),
    ]);

    [Fact]
    public void In_Markdown_what_is_told_comes_first_and_the_proof_has_a_heading_that_says_what_is_in_it() =>
        Assert.Equal(
            """
            # Two depths

            It learns.

            ## Does it learn?

            Yes.

            ![A curve that falls.](figures/seen.svg)\
            Loss falls.

            > [!CAUTION]
            > Few rows.

            ### Prove it: 1 figure, 1 table

            Every step goes down.

            ![Another curve.](figures/folded.svg)\
            So does its slope.

            | Rate |
            | ---: |
            | 1 |

            Rates.

            > [!NOTE]
            > Many columns.

            ## Does it generalise?

            So it seems.

            """.ReplaceLineEndings("\n"), MarkdownReport.Write(Page));

    [Fact]
    public void In_HTML_the_proof_is_folded_and_ends_with_its_section()
    {
        string html = Html(Page);
        string fold = Assert.Single(Regex.Matches(html, "<details class=\"proof\">.*?</details>", RegexOptions.Singleline)).Value;
        Assert.StartsWith(
            "<details class=\"proof\">\n<summary id=\"prove-it-1-figure-1-table\">Prove it: 1 figure, 1 table</summary>\n", fold,
            StringComparison.Ordinal);
        Assert.All(
            ["Every step", "figure-folded", "So does its slope", "Rates.", "Many columns"],
            inside => Assert.Contains(inside, fold, StringComparison.Ordinal));
        Assert.All(
            ["Yes.", "figure-seen", "Few rows", "Does it generalise", "So it seems"],
            outside => Assert.DoesNotContain(outside, fold, StringComparison.Ordinal));
    }

    [Fact]
    public void A_section_that_is_opened_has_no_fold_and_loses_nothing()
    {
        Report open = Page with { Sections = [.. Page.Sections.Select(section => section.Open())] };
        Assert.DoesNotContain("Prove it", MarkdownReport.Write(open), StringComparison.Ordinal);
        Assert.Equal(
            Lines(MarkdownReport.Write(Page)).Where(line => !line.StartsWith("### ", StringComparison.Ordinal)).Order(),
            Lines(MarkdownReport.Write(open)).Order());
    }

    [Fact]
    public void A_term_is_linked_where_the_story_first_uses_it_and_in_a_fold_only_where_the_story_does_not()
    {
        Report page = new("t", $"l",
        [
            new("One?", [new Paragraph($"Seen: overfitting.")], $"Yes."), new("Two?", [], $"It is overfitting."),
        ])
        { Glossary = Words };
        string markdown = MarkdownReport.Write(page);
        Assert.Contains("It is [overfitting](#overfitting).", markdown, StringComparison.Ordinal);
        Assert.Contains("Seen: overfitting.", markdown, StringComparison.Ordinal);
        Assert.Contains("Seen: [overfitting](#overfitting).", MarkdownReport.Write(page with { Sections = [page.Sections[0]] }),
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_data_say_opens_no_fold()
    {
        string name = "### Prove it";
        Report page = new("t", $"l", [new("One?", [], $"{name}\n\n{name}"), new("### Prove it", [], $"Yes.")]);
        Assert.DoesNotContain("<details class=\"proof\">", Html(page), StringComparison.Ordinal);
    }

    private static string[] Lines(string markdown) => [.. markdown.Split('\n').Where(line => line.Length > 0)];

    private static string Html(Report report) =>
        HtmlReport.Write(report, figure => $"<svg id=\"figure-{figure.Name}\" width=\"8\" height=\"4\"><g/></svg>");
}
