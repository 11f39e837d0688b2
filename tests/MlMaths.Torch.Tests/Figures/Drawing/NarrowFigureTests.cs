using System.Xml.Linq;
using MlMaths.Torch.Figures;
using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Tests.Figures;

public sealed class NarrowFigureTests
{
    public static TheoryData<Figure> Wide =>
    [
        .. Examples.All().Concat(NetEdgeExamples.All()).DistinctBy(figure => figure.Name)
            .Where(figure => figure.Width > Paper.NarrowWidth && figure.Name is not ("graph-vectors" or "graph-penalised")),
    ];

    [Theory]
    [MemberData(nameof(Wide))]
    public void A_wide_figure_is_drawn_again_for_a_telephone(Figure figure)
    {
        Assert.InRange(figure.Narrow!.Width, 1, Paper.NarrowWidth);
        Assert.Equal($"{figure.Name}-narrow", figure.Narrow.Name);
        Assert.NotEmpty(figure.Narrow.AltText);
        Assert.Null(figure.Narrow.Narrow);
    }

    [Theory]
    [MemberData(nameof(Wide))]
    public void Its_words_lie_apart_and_inside(Figure figure)
    {
        string svg = FigureFiles.Svg(figure.Narrow!);
        Assert.Empty(DrawnWords.Overlaps(svg));
        Assert.All(DrawnWords.Of(svg), words => Assert.InRange(words.Box.Left, -1, Paper.NarrowWidth));
        Assert.All(DrawnWords.Of(svg), words => Assert.InRange(words.Box.Right, 0, Paper.NarrowWidth + 1));
        Assert.All(DrawnWords.Of(svg), words => Assert.InRange(words.Box.Bottom, 0, figure.Narrow!.Height + 1));
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
