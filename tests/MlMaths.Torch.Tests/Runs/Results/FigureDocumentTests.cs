using System.Xml.Linq;
using MlMaths.Torch.Figures;
using MlMaths.Torch.Runs;
using MlMaths.Torch.Tests.Figures;

namespace MlMaths.Torch.Tests.Runs;

/// <summary>What a figure is drawn from is all that it takes to draw it again.</summary>
public sealed class FigureDocumentTests
{
    public static TheoryData<Figure> All => [.. Examples.All().Concat(NetEdgeExamples.All()).DistinctBy(figure => figure.Name)];

    [Theory]
    [MemberData(nameof(All))]
    public void A_figure_that_was_kept_is_drawn_again_byte_for_byte(Figure figure)
    {
        FigureDocument read = FigureDocument.Read(FigureDocument.Of(figure)!)!;
        Assert.Equal(figure.AltText, read.AltText);
        Assert.Equal(FigureFiles.Svg(figure), FigureFiles.Svg(read.Wide.Drawn(figure.Name, figure.AltText)));
        Assert.Equal(figure.Narrow is null, read.Narrow is null);
        if (figure.Narrow is { } narrow)
            Assert.Equal(FigureFiles.Svg(narrow), FigureFiles.Svg(read.Narrow!.Drawn(narrow.Name, narrow.AltText)));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void It_takes_less_than_400_kB(Figure figure) => Assert.InRange(FigureDocument.Of(figure)!.Length, 100, 400_000);

    [Theory]
    [MemberData(nameof(All))]
    public void Drawn_wider_its_words_stand_apart_and_inside(Figure figure)
    {
        FigureDocument read = FigureDocument.Read(FigureDocument.Of(figure)!)!;
        FigureData data = read.Narrow ?? read.Wide;
        Figure wide = data.DrawnOn(data.Width * 5 / 4, figure.Name, figure.AltText);
        string svg = FigureFiles.Svg(wide);
        int before = DrawnWords.Overlaps(FigureFiles.Svg(data.Drawn(figure.Name, figure.AltText))).Count;
        Assert.InRange(DrawnWords.Overlaps(svg).Count, 0, before);
        Assert.All(DrawnWords.Of(svg), words => Assert.InRange(words.Box.Right, words.Box.Left, wide.Width + 1));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"schema\": 2}")]
    [InlineData("{\"schema\": 1, \"alt_text\": \"a\"}")]
    [InlineData("{\"schema\": 1, \"alt_text\": \"a\", \"wide\": {\"marks\": []}}")]
    public void What_is_no_figure_is_not_read(string text) => Assert.Null(FigureDocument.Read(text));

    [Theory]
    [InlineData("\"width\":560", "\"width\":5600000")]
    [InlineData("\"low\":-0.012", "\"low\":3")]
    [InlineData("\"low\":-0.012", "\"low\":\"NaN\"")]
    [InlineData("\"mark\":\"line\"", "\"mark\":\"virus\"")]
    [InlineData("\"ink\":\"#0072B2\"", "\"ink\":\"red\"")]
    [InlineData("\"alignment\":\"lower-right\"", "\"alignment\":\"sideways\"")]
    public void What_was_changed_into_nonsense_is_not_read(string from, string to)
    {
        string text = FigureDocument.Of(Examples.All().First(figure => figure.Name == "roc"))!;
        Assert.Contains(from, text, StringComparison.Ordinal);
        Assert.Null(FigureDocument.Read(text.Replace(from, to, StringComparison.Ordinal)));
    }

    [Fact]
    public void On_wider_paper_letters_keep_their_size_and_the_axes_are_divided_anew()
    {
        Figure roc = Examples.All().First(figure => figure.Name == "roc");
        FigureData data = roc.Data!;
        Figure wide = data.DrawnOn(3 * data.Width, roc.Name, roc.AltText);
        XElement before = XElement.Parse(FigureFiles.Svg(roc)), after = XElement.Parse(FigureFiles.Svg(wide));
        Assert.Equal(3 * data.Width, wide.Width);
        Assert.Equal(Sizes(before), Sizes(after));
        Assert.True(after.Descendants(after.Name.Namespace + "text").Count() > before.Descendants(before.Name.Namespace + "text").Count());

        static string[] Sizes(XElement svg) => [.. svg.Descendants(svg.Name.Namespace + "text")
            .Select(text => (string)text.Attribute("font-size")!).Distinct().Order(StringComparer.Ordinal)];
    }
}
