using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using MlMaths.Torch.Figures;
using MlMaths.Torch.Runs;
using MlMaths.Torch.Tests.Figures;
using SkiaSharp;

namespace MlMaths.Torch.Tests.Runs;

public sealed partial class FigureFilesTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static TheoryData<Figure> Figures => [.. Examples.All()];

    [Fact]
    public void The_bytes_of_a_drawing_repeat()
    {
        foreach ((int number, (Figure first, Figure second)) in Examples.All().Zip(Examples.All()).Index())
        {
            string svg = FigureFiles.Svg(first);
            Assert.Equal(svg, FigureFiles.Svg(second));
            Assert.Equal(svg, FigureFiles.Svg(first));
            // Pixels are made of the same drawing, and take ten times as long.
            if (number % 5 == 0) Assert.Equal(FigureFiles.Png(first), FigureFiles.Png(second));
        }
    }

    [Theory]
    [MemberData(nameof(Figures))]
    public void Names_that_mean_harm_stay_words(Figure figure)
    {
        XElement root = XElement.Parse(FigureFiles.Svg(figure));
        string[] known = ["svg", "title", "style", "path", "g", "clipPath", "rect", "ellipse", "text", "circle"];
        Assert.All(root.DescendantsAndSelf(), element => Assert.Contains(element.Name.LocalName, known));
        Assert.All(root.DescendantsAndSelf().Attributes(), attribute =>
            Assert.False(attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase)
                || attribute.Name.LocalName == "href"));
    }

    [Theory]
    [MemberData(nameof(Figures))]
    public void Every_colour_is_of_the_palette_and_has_its_dark_twin_in_the_style(Figure figure)
    {
        XElement root = XElement.Parse(FigureFiles.Svg(figure));
        string style = root.Element(Svg + "style")!.Value;
        foreach (XElement element in root.Descendants())
        {
            foreach (string paint in new[] { "fill", "stroke" })
            {
                if ((string?)element.Attribute(paint) is not string colour || colour == "none") continue;
                Ink ink = Assert.Single(Palette.All, ink => ink.Light == colour);
                Assert.Contains($"#figure-{figure.Name} [{paint}=\"{colour}\"]{{{paint}:{ink.Dark}}}", style, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Figures))]
    public void All_words_lie_inside_the_picture(Figure figure)
    {
        foreach (XElement text in XElement.Parse(FigureFiles.Svg(figure)).Descendants(Svg + "text"))
        {
            Match moved = Translation().Match((string?)text.Attribute("transform") ?? "");
            double x = Number(text, "x") + Parsed(moved.Groups[1].Value), y = Number(text, "y") + Parsed(moved.Groups[2].Value);
            Assert.InRange(x, 0, figure.Width);
            Assert.InRange(x + Number(text, "textLength"), 0, figure.Width + 0.5);
            Assert.InRange(y, 9, figure.Height);
            Assert.InRange(Number(text, "font-size"), 12, 20);
        }
    }

    [Fact]
    public void A_picture_says_what_it_shows_and_scales()
    {
        Figure figure = Examples.TrainingCurves() with { AltText = "a < b & \"c\" \u0002" };
        XElement root = XElement.Parse(FigureFiles.Svg(figure));
        Assert.Equal("img", (string?)root.Attribute("role"));
        Assert.Equal("a < b & \"c\" ", (string?)root.Attribute("aria-label"));
        Assert.Equal("a < b & \"c\" ", root.Element(Svg + "title")!.Value);
        Assert.Equal($"0 0 {figure.Width} {figure.Height}", (string?)root.Attribute("viewBox"));
        Assert.Null(root.Attribute("width"));
        Assert.Null(root.Attribute("height"));
    }

    [Fact]
    public void Two_pictures_on_one_page_share_no_id()
    {
        string[] ids = [.. Examples.All().SelectMany(figure => XElement.Parse(FigureFiles.Svg(figure))
            .DescendantsAndSelf().Attributes("id").Select(id => id.Value))];
        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    [Fact]
    public void Every_clip_path_that_is_used_is_there()
    {
        XElement root = XElement.Parse(FigureFiles.Svg(Examples.TrainingCurves()));
        HashSet<string> there = [.. root.Descendants(Svg + "clipPath").Select(clip => $"url(#{(string?)clip.Attribute("id")})")];
        Assert.NotEmpty(there);
        Assert.All(root.Descendants().Attributes("clip-path"), use => Assert.Contains(use.Value, there));
    }

    [Fact]
    public void Eight_curves_of_two_thousand_points_stay_under_100_kB() =>
        Assert.InRange(FigureFiles.Svg(Examples.EightLongCurves()).Length, 20_000, 100_000);

    [Theory]
    [MemberData(nameof(Figures))]
    public void Every_figure_stays_under_100_kB(Figure figure) => Assert.InRange(FigureFiles.Svg(figure).Length, 1_000, 100_000);

    [Theory]
    [MemberData(nameof(Figures))]
    public void A_png_is_twice_the_size_on_white_and_not_empty(Figure figure)
    {
        using SKBitmap picture = SKBitmap.Decode(FigureFiles.Png(figure));
        Assert.Equal((2 * figure.Width, 2 * figure.Height), (picture.Width, picture.Height));
        Assert.Equal(SKColors.White, picture.GetPixel(picture.Width - 1, picture.Height - 1));
        Assert.Contains(picture.Pixels, pixel => pixel != SKColors.White);
    }

    [Theory]
    [InlineData("")]
    [InlineData("../evil")]
    [InlineData("Loss Curves")]
    public void A_name_that_is_no_file_name_is_refused(string name)
    {
        using var plot = new ScottPlot.Plot();
        Assert.Throws<ArgumentException>(() => FigureFiles.Svg(new Figure(name, "nothing", plot)));
    }

    private static double Number(XElement element, string attribute) => Parsed((string?)element.Attribute(attribute) ?? "");

    private static double Parsed(string number) => number.Length == 0 ? 0 : double.Parse(number, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^translate\((-?[\d.]+) (-?[\d.]+)\)$")]
    private static partial Regex Translation();
}
