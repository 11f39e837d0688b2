using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>The figure of a lesson.</summary>
public static class LessonFigure
{
    private const int Width = 560, Height = 380;

    /// <summary>Draws it: lines below points, arrows above both, words on top.</summary>
    /// <param name="drawing">What is drawn.</param>
    public static Figure Draw(LessonDrawing drawing) => Paper.Both(() =>
    {
        var sheet = new Sheet(
            new Scale(drawing.Across.Label, drawing.Across.Low, drawing.Across.High),
            new Scale(drawing.Up.Label, drawing.Up.Low, drawing.Up.High), Width, Height);
        foreach (LessonLine line in drawing.Lines)
            sheet.Line(line.X, line.Y, Of(line.Ink), width: 2.5f, line.IsDashed ? LinePattern.Dashed : null);
        foreach (LessonPoints points in drawing.Points)
        {
            sheet.Points(points.X, points.Y, Of(points.Ink), points.Ink == LessonInk.Warm ? MarkerShape.FilledDiamond
                : MarkerShape.FilledCircle);
        }
        foreach (LessonArrow arrow in drawing.Arrows)
            sheet.Add(new Arrow(Place(sheet, arrow.From), Place(sheet, arrow.To), Of(arrow.Ink)));
        foreach (LessonWords words in drawing.Words)
            sheet.Text(words.Says, words.X, words.Y, Of(words.Ink), Alignment.LowerLeft, dx: 6, dy: -4, bold: words.Ink != LessonInk.Muted);
        return sheet.Finish(drawing.Name, drawing.AltText);
    });

    private static Pixel Place(Sheet sheet, (double X, double Y) at) => new(sheet.Across(at.X), sheet.Up(at.Y));

    private static Ink Of(LessonInk ink) => ink switch
    {
        LessonInk.Warm => Palette.Positive,
        LessonInk.Cool => Palette.Negative,
        LessonInk.Muted => Palette.Muted,
        _ => Palette.Text,
    };
}
