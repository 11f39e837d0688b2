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

    /// <param name="words">The name; a long one is shortened.</param>
    /// <param name="ink">Its colour.</param>
    /// <param name="point">What it names.</param>
    /// <param name="side">Where it would like to stand: −1 left of the point, 0 upon it, 1 right of it.</param>
    /// <param name="bold">Heavier.</param>
    public void Add(string words, Ink ink, Pixel point, int side = 0, bool bold = false)
    {
        words = FigureFont.Fit(words, Sheet.TextSize, Widest, bold);
        float half = FigureFont.Width(words, Sheet.TextSize, bold) / 2 + 3;
        float x = Math.Clamp(point.X + side * (half + 5), sheet.Area.Left + half, sheet.Area.Right - half);
        float top = sheet.Area.Top + Height / 2, bottom = sheet.Area.Bottom - Height / 2;
        float wish = Math.Clamp(point.Y, top, bottom);
        IEnumerable<float> heights = Enumerable.Range(0, (int)((bottom - top) / Step) + 1)
            .SelectMany(step => new[] { wish - step * Step, wish + step * Step })
            .Where(height => height >= top && height <= bottom);
        float y = heights.Where(height => IsFree(x, half, height)).DefaultIfEmpty(wish).First();
        _placed.Add(new Placed(words, ink, point, new Pixel(x, y), half, bold));
    }

    public void Draw()
    {
        foreach (Placed label in _placed.Where(label => Math.Abs(label.At.Y - label.Point.Y) > Height * 0.8f))
        {
            float edge = label.At.Y + Math.Sign(label.Point.Y - label.At.Y) * Height / 2;
            float x = Math.Clamp(label.Point.X, label.At.X - label.Half, label.At.X + label.Half);
            sheet.Plot.Add.Plottable(new Leader(label.Point, new Pixel(x, edge), label.Ink));
        }
        foreach (Placed label in _placed) sheet.TextAt(label.At, label.Words, label.Ink, Alignment.MiddleCenter, label.Bold, patch: true);
    }

    private bool IsFree(float x, float half, float y) =>
        _placed.All(other => Math.Abs(other.At.X - x) >= other.Half + half || Math.Abs(other.At.Y - y) >= Height);

    private sealed record Placed(string Words, Ink Ink, Pixel Point, Pixel At, float Half, bool Bold);
}
