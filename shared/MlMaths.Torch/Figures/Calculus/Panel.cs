using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>
/// A small drawing with scales of its own inside a figure: what several of, side by side, show of the same thing under
/// different conditions. What leaves it is cut at its edge.
/// </summary>
internal sealed class Panel(Sheet sheet, PixelRect area, Scale x, Scale y)
{
    public const float Line = 20;

    private const float Inset = 2, Apart = 1;

    /// <summary>Paper without axes, for panels.</summary>
    public static Sheet Paper(int width, int height)
    {
        var sheet = new Sheet(new Scale("", 0, 1), new Scale("", 0, 1), width, height, rows: []);
        sheet.HideAxes();
        return sheet;
    }

    /// <summary>A thin frame.</summary>
    public void Frame()
    {
        Pixel corner = new(area.Left, area.Top);
        sheet.Add(new Strokes(
            [[corner, new(area.Right, area.Top), new(area.Right, area.Bottom), new(area.Left, area.Bottom), corner]],
            Palette.Frame, 1, 1));
    }

    /// <summary>Lines through places, cut where they leave.</summary>
    public void Lines(IEnumerable<IReadOnlyList<(double X, double Y)>> lines, Ink ink, float width, double opacity = 1)
    {
        List<List<Pixel>> pieces = [.. lines.SelectMany(line => Cut([.. line.Select(Place)]))];
        if (pieces.Count > 0) sheet.Add(new Strokes(pieces, ink, opacity, width));
    }

    /// <summary>Marks at those places that lie inside; of neighbours that fall on each other, the first.</summary>
    public void Points(IEnumerable<(double X, double Y)> places, Ink ink, float size)
    {
        List<Pixel> kept = [];
        foreach (Pixel pixel in places.Select(Place).Where(pixel => Holds(pixel, size / 2)))
        {
            if (kept.Count == 0 || Math.Abs(pixel.X - kept[^1].X) + Math.Abs(pixel.Y - kept[^1].Y) >= Apart) kept.Add(pixel);
        }
        if (kept.Count > 0) sheet.Add(new Discs(kept, ink, size));
    }

    /// <summary>Lines of words above the panel, the first one heavier.</summary>
    public void Title(IReadOnlyList<string> lines, Ink ink)
    {
        for (int k = 0; k < lines.Count; k++)
        {
            string words = FigureFont.Fit(lines[k], Sheet.TextSize, area.Width + 6, bold: k == 0);
            sheet.TextAt(
                new Pixel(area.Left, area.Top - 5 - Line * (lines.Count - 1 - k)), words, k == 0 ? ink : Palette.Muted,
                Alignment.LowerLeft, bold: k == 0);
        }
    }

    private bool Holds(Pixel pixel, float room) =>
        area.Left + room < pixel.X && pixel.X < area.Right - room && area.Top + room < pixel.Y && pixel.Y < area.Bottom - room;

    private Pixel Place((double X, double Y) at) =>
        new(area.Left + (float)x.Part(at.X) * area.Width, area.Bottom - (float)y.Part(at.Y) * area.Height);

    private List<List<Pixel>> Cut(Pixel[] line)
    {
        List<List<Pixel>> pieces = [];
        for (int i = 0; i + 1 < line.Length; i++)
        {
            if (Inside(line[i], line[i + 1]) is not { } part) continue;
            if (pieces.Count > 0 && pieces[^1][^1] == part.From) pieces[^1].Add(part.To);
            else pieces.Add([part.From, part.To]);
        }
        return pieces;
    }

    // Y.-D. Liang and B. A. Barsky, 1984: the part of a segment on the inner side of all four edges.
    private (Pixel From, Pixel To)? Inside(Pixel from, Pixel to)
    {
        float dx = to.X - from.X, dy = to.Y - from.Y;
        float first = 0, last = 1;
        (float Into, float Room)[] edges =
        [
            (-dx, from.X - area.Left - Inset), (dx, area.Right - Inset - from.X), (-dy, from.Y - area.Top - Inset),
            (dy, area.Bottom - Inset - from.Y),
        ];
        foreach ((float into, float room) in edges)
        {
            if (into == 0 && room < 0) return null;
            if (into < 0) first = Math.Max(first, room / into);
            if (into > 0) last = Math.Min(last, room / into);
        }
        if (!(first <= last)) return null;
        // Ends that were not cut stay bit for bit, so that pieces join.
        return (
            first == 0 ? from : new(from.X + first * dx, from.Y + first * dy),
            last == 1 ? to : new(from.X + last * dx, from.Y + last * dy));
    }
}
