using MlMaths.Torch.Data;
using MlMaths.Torch.Figures;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Tests.Figures;

public sealed class FoldMapFigureTests
{
    private static readonly Dataset Wine = DatasetCatalogue.Load("wine");

    [Fact]
    public void The_alternative_text_says_how_many_of_each_class_are_held_out() => Assert.Equal(
        "Who is in which of 5 folds: each trains on 142 to 143 rows and holds out 35 to 36, "
        + "among them 14 to 15 with cultivar = cultivar_2, 11 to 12 with cultivar = cultivar_1, 9 to 10 with cultivar = "
        + "cultivar_3.",
        Stratified().AltText);

    [Fact]
    public void A_hundred_thousand_rows_make_a_file_under_100_kB()
    {
        Dataset many = new(
            "many", ["x"], new double[100_000], "y",
            [.. Enumerable.Range(0, 100_000).Select(row => row % 3 == 0 ? "a" : "b")], new("here", "none", "none"));
        Figure figure = FoldMapFigure.Draw(Folds.Stratified(many, 10, seed: 1), [.. Enumerable.Range(0, 100_000)], "rows");
        Assert.InRange(FigureFiles.Svg(figure).Length, 5_000, 100_000);
        Assert.Contains("One row in 334 is drawn.", figure.AltText, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_row_is_dark_on_one_line()
    {
        // Four rows in two folds: each line has its two dark boxes or one of double width.
        Dataset four = new("four", ["x"], [0, 1, 2, 3], null, ["", "", "", ""], new("here", "none", "none"));
        Fold[] folds =
        [
            new(0, new(four, [2, 3]), new(four, "validation", [0, 1])),
            new(1, new(four, [0, 1]), new(four, "validation", [2, 3])),
        ];
        using SkiaSharp.SKBitmap picture = SkiaSharp.SKBitmap.Decode(FigureFiles.Png(FoldMapFigure.Draw(folds, [0, 1, 2, 3], "rows")));
        string dark = Palette.Line(1).Light;
        int[] columns = [.. Enumerable.Range(0, picture.Width)
            .Where(x => Enumerable.Range(0, picture.Height).Any(y => Hex(picture.GetPixel(x, y)) == dark))];
        Assert.InRange(columns.Length, picture.Width / 2, picture.Width);
    }

    [Fact]
    public void Folds_by_time_leave_the_future_blank()
    {
        Figure figure = FoldMapFigure.Draw(TimeFolds.Of(Timed(), 4, gap: 5), [.. Enumerable.Range(0, 100)], "rows, from past to future");
        Assert.StartsWith("Who is in which of 4 folds: each trains on 16 to 76 rows and holds out 20", figure.AltText,
            StringComparison.Ordinal);
    }

    internal static Figure Stratified() =>
        FoldMapFigure.Draw(Folds.Stratified(Wine, 5, seed: 1), [.. Enumerable.Range(0, Wine.Rows)], "rows, in the order of the file");

    internal static Dataset Timed() => new(
        "timed", ["x"], new double[100], "y",
        [.. Enumerable.Range(0, 100).Select(row => row % 4 == 0 ? "left" : "stayed")], new("here", "none", "none"))
    {
        Time = new("day", [.. Enumerable.Range(0, 100).Select(row => (double)row)], IsDate: false),
    };

    private static string Hex(SkiaSharp.SKColor colour) => $"#{colour.Red:X2}{colour.Green:X2}{colour.Blue:X2}";
}
