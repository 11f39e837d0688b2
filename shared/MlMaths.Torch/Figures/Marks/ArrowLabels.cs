using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>
/// Words on arrows, each where it touches neither a box nor other words; where there is no such place, none. A line that runs
/// level has them above it: through its middle it would strike out the number, and look like a minus.
/// </summary>
internal sealed class ArrowLabels(Sheet sheet, IReadOnlyList<PixelRect> boxes)
{
    private const float HalfHeight = 9, Room = 1, Level = 0.4f;

    private static readonly float[] Parts = [0.5f, 0.4f, 0.6f, 0.3f, 0.7f, 0.2f, 0.8f];

    private readonly List<(PixelRect Rect, string Words)> _placed = [];

    /// <summary>Finds a place along the pieces of an arrow, the last one first.</summary>
    public void Add(IReadOnlyList<Pixel> corners, string words)
    {
        if (words.Length == 0) return;
        float half = FigureFont.Width(words, Sheet.TextSize) / 2;
        var places = from piece in Enumerable.Range(0, corners.Count - 1).Reverse()
                     from part in Parts
                     let x = corners[piece].X + part * (corners[piece + 1].X - corners[piece].X)
                     let slope = (corners[piece + 1].Y - corners[piece].Y) / (corners[piece + 1].X - corners[piece].X)
                     let above = Math.Abs(slope) < Level ? HalfHeight + 2 + Math.Abs(slope) * half : 0
                     let y = corners[piece].Y + part * (corners[piece + 1].Y - corners[piece].Y) - above
                     select new PixelRect(x - half, x + half, y + HalfHeight, y - HalfHeight);
        foreach (PixelRect place in places)
        {
            if (boxes.Any(box => Touch(box, place)) || _placed.Any(other => Touch(other.Rect, place))) continue;
            _placed.Add((place, words));
            return;
        }
    }

    /// <summary>Writes them, after all arrows are drawn.</summary>
    public void Draw()
    {
        foreach ((PixelRect rect, string words) in _placed)
            sheet.TextAt(rect.Center, words, Palette.Muted, Alignment.MiddleCenter, patch: true);
    }

    private static bool Touch(PixelRect one, PixelRect other) =>
        one.Left < other.Right + Room && other.Left < one.Right + Room && one.Top < other.Bottom + Room && other.Top < one.Bottom + Room;
}
