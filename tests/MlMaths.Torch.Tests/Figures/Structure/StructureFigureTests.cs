using System.Xml.Linq;
using MlMaths.Torch.Figures;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Runs;
using SkiaSharp;

namespace MlMaths.Torch.Tests.Figures;

public sealed class StructureFigureTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static TheoryData<Figure> Figures => [.. StructureExamples.All(), CrowdedBiplot(), TenClusters(1_797)];

    [Theory]
    [MemberData(nameof(Figures))]
    public void No_words_lie_on_others(Figure figure) => Assert.Empty(DrawnWords.Overlaps(FigureFiles.Svg(figure)));

    [Theory]
    [InlineData(1_797)]
    [InlineData(2_001)]
    [InlineData(100_000)]
    public void A_map_of_many_rows_stays_under_100_kB(int rows) =>
        Assert.InRange(FigureFiles.Svg(TenClusters(rows)).Length, 20_000, 100_000);

    [Fact]
    public void What_is_not_drawn_of_many_rows_is_said()
    {
        Assert.DoesNotContain("is drawn", TenClusters(2_000).AltText, StringComparison.Ordinal);
        Assert.Contains("100,000 rows", TenClusters(100_000).AltText, StringComparison.Ordinal);
        Assert.Contains("One row in 50 is drawn.", TenClusters(100_000).AltText, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_row_of_a_small_map_is_drawn_once_beside_its_rim()
    {
        (double[] x, double[] y, int[] groups) = StructureExamples.Rows(60, groups: 1);
        XElement root = XElement.Parse(FigureFiles.Svg(ClusterMapFigure.Draw(x, y, groups, ["all"], null, null)));
        string dots = string.Concat(root.Descendants(Svg + "path")
            .Where(path => (string?)path.Attribute("stroke") == Palette.Line(0).Light
                && (string?)path.Attribute("stroke-linecap") == "round")
            .Select(path => (string?)path.Attribute("d")));
        Assert.Equal(60, dots.Count(letter => letter == 'M'));
    }

    [Fact]
    public void A_thousand_silhouettes_and_a_hundred_thousand_make_files_of_one_size()
    {
        Assert.InRange(FigureFiles.Svg(Silhouettes(1_000)).Length, 2_000, 100_000);
        Assert.InRange(FigureFiles.Svg(Silhouettes(100_000)).Length, 2_000, 100_000);
    }

    [Fact]
    public void Forty_pictures_of_28_by_28_pixels_stay_under_100_kB() =>
        Assert.InRange(FigureFiles.Svg(Grid(StructureExamples.Ring(28), 40)).Length, 5_000, 100_000);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.5, 0.5)]
    [InlineData(1, 1)]
    [InlineData(7, 1)]
    [InlineData(-1, 0)]
    public void A_pixel_is_as_dark_as_its_value(double value, double expected)
    {
        double[,] pixels = new double[8, 8];
        for (int i = 0; i < 64; i++) pixels[i / 8, i % 8] = value;
        using SKBitmap picture = SKBitmap.Decode(FigureFiles.Png(Grid(pixels, 1)));
        double ink = Convert.ToInt32(Palette.Text.Light[1..3], 16), red = picture.GetPixel(130, 104).Red;
        Assert.Equal(expected, (255 - red) / (255 - ink), 0.08);
    }

    [Fact]
    public void Alternative_texts_say_what_is_seen()
    {
        string scree = ScreeFigure.Draw([0.6, 0.3, 0.1], [0.61, 0.28, 0.11], [0.4, 0.35, 0.25], 2).AltText;
        Assert.Contains("2 components kept, together 90 %", scree, StringComparison.Ordinal);
        Assert.Contains("None exceeds that of the broken stick", scree, StringComparison.Ordinal);
        Assert.Contains("The first exceeds that of permuted columns", scree, StringComparison.Ordinal);
        string sums = CumulativeShareFigure.Draw([0.6, 0.3, 0.05], [0.9, 0.99], 2).AltText;
        Assert.Contains("90 %: 2 components; 99 %: not reached", sums, StringComparison.Ordinal);
        string loadings = LoadingsFigure.Draw(
            "PC2", [new("a", new(0.9, 0.8, 1, 0.95, "x"), 1), new("b", new(-0.1, -0.3, 0.2, 0.95, "x"), 0.6)]).AltText;
        Assert.Contains("a 0.9, b −0.1. 1 of them does not keep its sign", loadings, StringComparison.Ordinal);
        string shares = SharesFigure.Draw("share", "raw", "standardised", [new("proline", 0.998, 0.08), new("ash", 0.002, 0.92)]).AltText;
        Assert.Contains("raw, most belongs to proline with 99.8 %; standardised, to ash with 92 %", shares, StringComparison.Ordinal);
        string silhouettes = SilhouetteFigure.Draw([0.5, 0.7, -0.1, double.NaN], [0, 0, 1, 1], 0.37).AltText;
        Assert.Contains(
            "cluster 1 0.60 over 2 rows, cluster 2 −0.10 over 1 rows. 1 of 3 rows lie nearer to another cluster",
            silhouettes, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_defined_is_said_in_words()
    {
        Assert.Equal("No row has a silhouette.", SilhouetteFigure.Draw([double.NaN], [0], null).AltText);
        Figure none = CountCurveFigure.Draw("gap", [1, 2], [null, null], null, null, null, null, "gap");
        Assert.Contains("It chooses none", none.AltText, StringComparison.Ordinal);
        Assert.Contains("not defined for any number of clusters", FigureFiles.Svg(none), StringComparison.Ordinal);
        Assert.Contains(
            "no loading is defined",
            FigureFiles.Svg(LoadingsFigure.Draw("PC1", [new("a", Interval.Undefined("constant"), null)])),
            StringComparison.Ordinal);
    }

    private static Figure TenClusters(int rows)
    {
        (double[] x, double[] y, int[] groups) = StructureExamples.Rows(rows, groups: 10);
        return ClusterMapFigure.Draw(x, y, groups, [.. Enumerable.Range(0, 10).Select(i => $"mostly {i}")], 0.12, 0.1, "ten");
    }

    private static Figure CrowdedBiplot()
    {
        (double[] x, double[] y, int[] groups) = StructureExamples.Rows(300, groups: 2);
        return BiplotFigure.Draw(x, y, groups, ["malignant", "benign"],
            [.. Enumerable.Range(0, 10)
                .Select(i => new BiplotArrow($"mean radius {i}", (i % 3 == 0 ? -0.3 : 0.3) - 0.002 * i, 0.004 * i))],
            0.44, 0.19, "crowded");
    }

    private static Figure Silhouettes(int rows) => SilhouetteFigure.Draw(
        [.. Enumerable.Range(0, rows).Select(row => Math.Sin(row))], [.. Enumerable.Range(0, rows).Select(row => row % 7)], 0);

    private static Figure Grid(double[,] pixels, int count) =>
        DigitGridFigure.Draw([.. Enumerable.Range(0, count).Select(i => new CaptionedImage(pixels, $"{i}"))], 6, "grid");
}
