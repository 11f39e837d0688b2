using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>
/// Names at points of a drawing that stand clear of each other: each goes to the free height nearest to where it would
/// like to be, those that are added first choosing first. A thin leader joins a name that had to move.
/// </summary>
internal sealed class SpreadLabels(Sheet sheet)
{
    private const float Widest = 190, Height = 19, Step = 3;

    private readonly List<Placed> _placed = [];
    private readonly List<Pixel> _avoided = [];

    /// <summary>Names that are added from now on stand clear of this line, as far as there is room.</summary>
    public void Avoid(Pixel from, Pixel to)
    {
        int steps = (int)(MathF.Sqrt(MathF.Pow(to.X - from.X, 2) + MathF.Pow(to.Y - from.Y, 2)) / 4) + 1;
        for (int step = 0; step <= steps; step++)
            _avoided.Add(new Pixel(from.X + (to.X - from.X) * step / steps, from.Y + (to.Y - from.Y) * step / steps));
    }

    /// <param name="words">The name; a long one is shortened.</param>
    /// <param name="ink">Its colour.</param>
    /// <param name="point">What it names.</param>
    /// <param name="wish">Where it would like to stand, if not at the point.</param>
    /// <param name="side">−1 left of there, 0 upon it, 1 right of it.</param>
    /// <param name="bold">Heavier.</param>
    public void Add(string words, Ink ink, Pixel point, Pixel? wish = null, int side = 0, bool bold = false)
    {
        words = FigureFont.Fit(words, Sheet.TextSize, Widest, bold);
        float half = FigureFont.Width(words, Sheet.TextSize, bold) / 2 + 3;
        Pixel near = wish ?? point;
        float x = Math.Clamp(near.X + side * (half + 5), sheet.Area.Left + half, sheet.Area.Right - half);
        float top = sheet.Area.Top + Height / 2, bottom = sheet.Area.Bottom - Height / 2;
        float level = Math.Clamp(near.Y, top, bottom);
        IEnumerable<float> heights = Enumerable.Range(0, (int)((bottom - top) / Step) + 1)
            .SelectMany(step => new[] { level - step * Step, level + step * Step })
            .Where(height => height >= top && height <= bottom);
        float y = heights.Where(height => IsFree(x, half, height)).DefaultIfEmpty(level).First();
        _placed.Add(new Placed(words, ink, point, new Pixel(x, y), half, bold));
    }

    public static float WidthOf(string words) => FigureFont.Width(FigureFont.Fit(words, Sheet.TextSize, Widest), Sheet.TextSize);

    public void Draw()
    {
        foreach (Placed label in _placed.Where(label => Distance(label) > 12))
        {
            sheet.Add(new Leader(label.Point, Nearest(label), label.Ink));
        }
        foreach (Placed label in _placed) sheet.TextAt(label.At, label.Words, label.Ink, Alignment.MiddleCenter, label.Bold, patch: true);
    }

    private static float Distance(Placed label)
    {
        Pixel edge = Nearest(label);
        return MathF.Max(MathF.Abs(edge.X - label.Point.X), MathF.Abs(edge.Y - label.Point.Y));
    }

    // The place on the edge of the words that is nearest to what they name.
    private static Pixel Nearest(Placed label) => new(
        Math.Clamp(label.Point.X, label.At.X - label.Half, label.At.X + label.Half),
        Math.Clamp(label.Point.Y, label.At.Y - Height / 2, label.At.Y + Height / 2));

    private bool IsFree(float x, float half, float y) =>
        _placed.All(other => Math.Abs(other.At.X - x) >= other.Half + half || Math.Abs(other.At.Y - y) >= Height)
        && _avoided.All(point => Math.Abs(point.X - x) >= half || Math.Abs(point.Y - y) >= Height / 2);

    private sealed record Placed(string Words, Ink Ink, Pixel Point, Pixel At, float Half, bool Bold);
}
