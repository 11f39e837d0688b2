using MlMaths.Torch.Figures;
using MlMaths.Torch.Reporting;
using ScottPlot;

namespace MlMaths.Torch.Tests.Reporting;

public sealed class ReportTests
{
    private static readonly Measurement Accuracy = new("test.accuracy", "Accuracy", 0.965, 0.921, 0.99, 0.95, "", "110 of 114 rows");

    private static readonly Figure Curve = new("loss", "A curve that \"falls\" <fast>.", new Plot());

    private static readonly Report Page = new("Weights & <biases>", $"Accuracy is {Accuracy}.",
    [
        new("Does it learn?",
        [
            new FigureBlock(Curve, $"Loss falls **fast**."),
            new Table($"Rates.", ["Rate", "Loss"], [["small", $"{0.5}"], ["a|b", $"{-0.25}"]]),
            new Formula(Tex.Of("L = 1/n Σ ℓ\n```\n|w|")),
            new Bullets($"one", $"two"),
            Callout.Caution($"Columns are collinear."),
        ], $"Yes."),
        new("Does it generalise?", [new CodeBlock("dotnet run", "sh"), Callout.Note($"Small set.")], $"So it seems."),
    ])
    {
        Headline = [Accuracy],
        Origin = new("dotnet run -- --seed 7", 7, new("set", 10, 2, "y", "yes", "abc"), [new(".NET", "10")], [Accuracy]),
    };

    [Fact]
    public void Markdown_reads_well_raw()
    {
        Assert.StartsWith(
            """
            # Weights &amp; &lt;biases&gt;

            Accuracy is 0.965 (95 % interval 0.921 to 0.990).

            | Measured | Value | 95 % interval |
            | --- | ---: | ---: |
            | Accuracy | 0.965 | 0.921 to 0.990 |

            ## Does it learn?

            Yes.

            > [!CAUTION]
            > Columns are collinear.

            ### Prove it: 1 figure, 1 table, 1 formula

            ![A curve that &quot;falls&quot; &lt;fast&gt;.](figures/loss.svg)\
            Loss falls **fast**.

            | Rate | Loss |
            | --- | ---: |
            | small | 0.5 |
            | a\|b | −0.25 |

            Rates.

            ````math
            L = 1/n Σ ℓ
            ```
            |w|
            ````

            - one
            - two

            ## Does it generalise?

            """.ReplaceLineEndings("\n"), MarkdownReport.Write(Page), StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_ends_with_how_it_was_made()
    {
        Assert.Equal(
            """
            ```sh
            dotnet run -- --seed 7
            ```

            ### Prove it: 1 table

            - Data: set, 10 rows, 2 feature columns; target “y”, positive when it is “yes”.
            - SHA-256 of the data: abc
            - Seed: 7
            - .NET: 10

            | Measured | Value | How |
            | --- | ---: | --- |
            | Accuracy `test.accuracy` | 0.965 (0.921 to 0.990) | 110 of 114 rows |

            The measurements of this run, each with its id in `results.json`; in brackets the 95 % interval.

            """.ReplaceLineEndings("\n"), MarkdownReport.Write(Page)[MarkdownReport.Write(Page)
                .IndexOf("```sh\ndotnet run -- ", StringComparison.Ordinal)..]);
    }

    [Fact]
    public void Intervals_of_different_confidence_say_theirs_in_each_cell()
    {
        Report report = new("t", "l", []) { Headline = [Accuracy, Accuracy with { Id = "b", Confidence = 0.9 }] };
        string markdown = MarkdownReport.Write(report);
        Assert.Contains("| Measured | Value | Interval |", markdown, StringComparison.Ordinal);
        Assert.Contains("| Accuracy | 0.965 | 0.921 to 0.990 (90 % interval) |", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_needs_no_network_no_script_and_no_second_file()
    {
        string html = Html();
        Assert.Contains("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';", html, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\">", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<link", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.DoesNotMatch("(src|href)=\"(?!#)", html);
        Assert.DoesNotContain("@import", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_figure_becomes_a_drawing_with_alternative_text_and_a_caption()
    {
        string html = Html();
        Assert.Contains("<figcaption>Loss falls <strong>fast</strong>.</figcaption>", html, StringComparison.Ordinal);
        Assert.Contains(
            "<svg role=\"img\" aria-label=\"A curve that &quot;falls&quot; "
            + "&lt;fast&gt;.\" viewBox=\"0 0 8 4\" width=\"8\" height=\"4\"><g/></svg>",
            html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_that_scrolls_is_named_after_its_caption() =>
        Assert.Contains("role=\"region\" aria-label=\"Table: Rates.\"", Html(), StringComparison.Ordinal);

    [Fact]
    public void Headings_questions_and_callouts_find_their_places()
    {
        string html = Html();
        Assert.Contains("<title>Weights &amp; &lt;biases&gt;</title>", html, StringComparison.Ordinal);
        Assert.Contains("<li><a href=\"#does-it-learn\">Does it learn?</a></li>", html, StringComparison.Ordinal);
        Assert.Contains("<h2 id=\"does-it-learn\">Does it learn?</h2>", html, StringComparison.Ordinal);
        Assert.Contains("<p class=\"markdown-alert-title\">Caution</p>", html, StringComparison.Ordinal);
        Assert.Contains("<td style=\"text-align: right;\">−0.25</td>", html, StringComparison.Ordinal);
        Assert.Contains("|w|", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_drawing_that_brings_its_own_text_and_view_keeps_them()
    {
        const string Own = "<svg id=\"figure-loss\" viewBox=\"0 0 8 4\" role=\"img\" "
            + "aria-label=\"own\"><style>#figure-loss{}</style></svg>";
        Assert.Contains(Own, HtmlReport.Write(Page, _ => Own), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_figures_of_one_name_are_our_mistake()
    {
        Section twice = new("q", [new FigureBlock(Curve, "c"), new FigureBlock(Curve with { AltText = "another" }, "c")], "c");
        Assert.Throws<ArgumentException>(() => HtmlReport.Write(new("t", "l", [twice]), _ => "<svg/>"));
    }

    [Fact]
    public void A_ragged_table_is_our_mistake()
    {
        Report ragged = new("t", "l", [new("q", [new Table("c", ["a", "b"], [["only one"]])], "c")]);
        Assert.Throws<ArgumentException>(() => MarkdownReport.Write(ragged));
    }

    private static string Html() => HtmlReport.Write(
        Page, _ => "<?xml version=\"1.0\"?>\n<svg width=\"8\" height=\"4\"><g/></svg>");
}
