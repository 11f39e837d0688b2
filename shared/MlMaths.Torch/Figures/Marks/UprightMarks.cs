using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>
/// Upright lines with words right of their upper ends, in steps like a stair: the line that stands furthest left is the highest,
/// and each of the others ends below the words of all lines to its left. So no line runs through any words. A line that is alone
/// and far right has its words to its left. On narrow paper all lines end below all words, which stand above them in their colours.
/// </summary>
/// <param name="marks">The lines, in any order.</param>
/// <param name="linesAbove">Lines of text that are kept free above them all, where no upright line comes.</param>
internal sealed class UprightMarks(IEnumerable<UprightMark> marks, int linesAbove = 0)
{
    private const float LineOfText = 20, Beside = 6, Left = 70;

    private readonly UprightMark[] _marks = [.. marks.OrderBy(mark => mark.X)];

    /// <summary>Room to the right of the axes, so that the words end inside the picture.</summary>
    public float RoomRight(Scale x, int width)
    {
        // With the part p of the area's width W left of it, words of width w fit where pW + w ≤ width − left.
        double inside = width - Left;
        if (IsTurned(x) || Paper.IsNarrow) return 20;
        return (float)_marks.Select(mark => (Part: x.Part(mark.X), Words: mark.Width + Beside + 8))
            .Where(mark => mark.Part > 0)
            .Select(mark => inside - (inside - mark.Words) / mark.Part)
            .Append(20).Max();
    }

    /// <summary>The upright axis with room for the words above what it held.</summary>
    /// <param name="y">The axis.</param>
    /// <param name="height">Height of the picture.</param>
    public Scale RoomAbove(Scale y, int height) =>
        y.WithRoomAbove(((linesAbove + _marks.Length) * LineOfText + 4) / (height - Sheet.AboveAndBelow));

    /// <summary>The middle of one of the lines of text above the marks.</summary>
    public static float Above(Sheet sheet, int line) => sheet.Area.Top + 2 + (line + 0.5f) * LineOfText;

    public void Draw(Sheet sheet)
    {
        double belowWords = HeightAt(sheet, TopOf(sheet, _marks.Length));
        foreach (UprightMark mark in _marks)
        {
            if (mark.Band is (double low, double high) && high > low)
                sheet.Box(low, high, sheet.Y.Low, belowWords, mark.Ink, opacity: 0.16);
        }
        for (int row = 0; row < _marks.Length; row++)
        {
            double top = Paper.IsNarrow ? belowWords : HeightAt(sheet, TopOf(sheet, row));
            sheet.Line([_marks[row].X, _marks[row].X], [sheet.Y.Low, top], _marks[row].Ink, 2, _marks[row].Pattern);
        }
        for (int row = 0; row < _marks.Length; row++)
        {
            if (Paper.IsNarrow)
            {
                DrawAbove(sheet, row);
                continue;
            }

            bool turned = IsTurned(sheet.X);
            var at = new Pixel(sheet.Across(_marks[row].X) + (turned ? -Beside : Beside), TopOf(sheet, row) + LineOfText / 2);
            sheet.TextAt(at, _marks[row].Words, _marks[row].Ink, turned ? Alignment.MiddleRight : Alignment.MiddleLeft, patch: true);
        }
    }

    private void DrawAbove(Sheet sheet, int row)
    {
        float half = _marks[row].Width / 2, left = sheet.Area.Left + half + 4;
        float middle = Math.Clamp(sheet.Across(_marks[row].X), left, Math.Max(left, sheet.Area.Right - half));
        sheet.TextAt(
            new Pixel(middle, TopOf(sheet, row) + LineOfText / 2), _marks[row].Words, _marks[row].Ink, Alignment.MiddleCenter, patch: true);
    }

    private bool IsTurned(Scale x) => _marks.Length == 1 && x.Part(_marks[0].X) > 0.5;

    private float TopOf(Sheet sheet, int row) => sheet.Area.Top + 2 + (linesAbove + row) * LineOfText;

    private static double HeightAt(Sheet sheet, float pixel)
    {
        double low = sheet.Y.Place(sheet.Y.Low), high = sheet.Y.Place(sheet.Y.High);
        double place = low + (sheet.Area.Bottom - pixel) / sheet.Area.Height * (high - low);
        return sheet.Y.Logarithmic ? Math.Pow(10, place) : place;
    }
}
