using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>
/// Upright lines with words right of their upper ends, in steps like a stair: the line that stands furthest left is the highest,
/// and each of the others ends below the words of all lines to its left. So no line runs through any words.
/// </summary>
internal sealed class UprightMarks(IEnumerable<UprightMark> marks)
{
    private const float LineOfText = 20, Beside = 6, Left = 70;

    private readonly UprightMark[] _marks = [.. marks.OrderBy(mark => mark.X)];

    /// <summary>Room to the right of the axes, so that the words end inside the picture.</summary>
    public float RoomRight(Scale x, int width)
    {
        // With the part p of the area's width W left of it, words of width w fit where pW + w ≤ width − left.
        double inside = width - Left;
        return (float)_marks.Select(mark => (Part: x.Part(mark.X), Words: mark.Width + Beside + 8))
            .Where(mark => mark.Part > 0)
            .Select(mark => inside - (inside - mark.Words) / mark.Part)
            .Append(20).Max();
    }

    /// <summary>The upright axis with room for the words above what it held.</summary>
    /// <param name="y">The axis.</param>
    /// <param name="height">Of the picture.</param>
    /// <param name="more">Lines of text to keep free below the words.</param>
    public Scale RoomAbove(Scale y, int height, int more = 0) =>
        y.WithRoomAbove(((_marks.Length + more) * LineOfText + 4) / (height - Sheet.AboveAndBelow));

    /// <summary>How high a line of text below the words stands, the first right below them.</summary>
    public float Below(Sheet sheet, int line = 0) => TopOf(sheet, _marks.Length + line);

    public void Draw(Sheet sheet)
    {
        for (int row = 0; row < _marks.Length; row++)
        {
            UprightMark mark = _marks[row];
            double top = HeightAt(sheet, TopOf(sheet, row));
            if (mark.Band is (double low, double high) && high > low) sheet.Box(low, high, sheet.Y.Low, top, mark.Ink, opacity: 0.16);
            sheet.Line([mark.X, mark.X], [sheet.Y.Low, top], mark.Ink, 2, mark.Pattern);
        }
        for (int row = 0; row < _marks.Length; row++)
        {
            var at = new Pixel(sheet.Across(_marks[row].X) + Beside, TopOf(sheet, row) + LineOfText / 2);
            sheet.TextAt(at, _marks[row].Words, _marks[row].Ink, Alignment.MiddleLeft, patch: true);
        }
    }

    private static float TopOf(Sheet sheet, int row) => sheet.Area.Top + 2 + row * LineOfText;

    private static double HeightAt(Sheet sheet, float pixel)
    {
        double low = sheet.Y.Place(sheet.Y.Low), high = sheet.Y.Place(sheet.Y.High);
        double place = low + (sheet.Area.Bottom - pixel) / sheet.Area.Height * (high - low);
        return sheet.Y.Logarithmic ? Math.Pow(10, place) : place;
    }
}
