using System.Globalization;
using System.Xml.Linq;
using MlMaths.Torch.Figures;
using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Tests.Figures;

public sealed class NarrowFigureTests
{
    // A page of 393 pixels, as most telephones have, less its margins, shows nine tenths of this: words of 14 pixels are 12.6 high.
    private const int Telephone = 400;

    public static TheoryData<Figure> Wide => [.. AllWide];

    private static IEnumerable<Figure> AllWide =>
        Examples.All().Concat(NetEdgeExamples.All()).DistinctBy(figure => figure.Name).Where(figure => figure.Width > Telephone);

    [Fact]
    public void A_graph_with_too_many_nodes_beside_each_other_is_drawn_one_below_the_other_and_says_what_arrows_would()
    {
        string words = string.Join('\n', XElement.Parse(FigureFiles.Svg(
            AllWide.Single(figure => figure.Name == "graph-penalised").Narrow!)).Descendants().Where(text => text.Name.LocalName == "text")
            .Select(text => text.Value));
        Assert.All(
            ["v1 = w1 · x1", "∂v1/∂w1 = 1.2, ∂v1/∂x1 = 0.4"],
            expected => Assert.Contains(expected, words, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Wide))]
    public void A_wide_figure_is_drawn_again_for_a_telephone(Figure figure)
    {
        Assert.InRange(figure.Narrow!.Width, Telephone / 2, Telephone);
        Assert.Equal($"{figure.Name}-narrow", figure.Narrow.Name);
        Assert.NotEmpty(figure.Narrow.AltText);
        Assert.Null(figure.Narrow.Narrow);
    }

    [Theory]
    [MemberData(nameof(Wide))]
    public void Its_words_lie_apart_and_inside(Figure figure)
    {
        string svg = FigureFiles.Svg(figure.Narrow!);
        float[] paper = [.. ((string)XElement.Parse(svg).Attribute("viewBox")!).Split(' ')
            .Select(number => float.Parse(number, CultureInfo.InvariantCulture))];
        Assert.Equal([0, 0], paper[..2]);
        Assert.InRange(paper[2], 1, Telephone);
        Assert.NotEmpty(DrawnWords.Of(svg));
        Assert.Empty(DrawnWords.Overlaps(svg));
        Assert.All(DrawnWords.Of(svg), words => Assert.InRange(words.Box.Left, -1, words.Box.Right));
        Assert.All(DrawnWords.Of(svg), words => Assert.InRange(words.Box.Right, words.Box.Left, paper[2] + 1));
        Assert.All(DrawnWords.Of(svg), words => Assert.InRange(words.Box.Top, -1, words.Box.Bottom));
        Assert.All(DrawnWords.Of(svg), words => Assert.InRange(words.Box.Bottom, words.Box.Top, paper[3] + 1));
    }

    [Theory]
    [MemberData(nameof(Wide))]
    public void It_adds_less_than_40_kB_to_a_page(Figure figure) =>
        Assert.InRange(FigureFiles.Svg(figure.Narrow!).Length, 300, 40_000);

    [Fact]
    public void Ids_of_the_two_drawings_differ()
    {
        Figure figure = NetExamples.All()[0];
        Assert.Empty(Ids(figure).Intersect(Ids(figure.Narrow!)));

        static IEnumerable<string> Ids(Figure figure) =>
            XElement.Parse(FigureFiles.Svg(figure)).DescendantsAndSelf().Attributes("id").Select(id => id.Value);
    }

    [Fact]
    public void A_page_shows_both_and_gives_the_narrow_one_back()
    {
        Figure figure = NetExamples.All()[0];
        string html = HtmlReport.Write(new("t", $"l", [new("s", [new FigureBlock(figure, $"c")], $"a")]), FigureFiles.Svg);
        Assert.Contains($"<svg id=\"figure-{figure.Name}\"", html, StringComparison.Ordinal);
        Assert.Equal(FigureFiles.Svg(figure.Narrow!), HtmlReport.NarrowDrawing(html, figure.Name));
        Assert.Null(HtmlReport.NarrowDrawing(html, "another"));
    }

    [Fact]
    public void After_a_narrow_drawing_paper_is_wide_again()
    {
        Assert.Throws<InvalidOperationException>(
            () => Paper.Both(() => Paper.IsNarrow ? throw new InvalidOperationException("no") : NetExamples.All()[0]));
        Assert.False(Paper.IsNarrow);
    }
}
