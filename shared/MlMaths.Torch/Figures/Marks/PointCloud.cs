using ScottPlot;
using SkiaSharp;

namespace MlMaths.Torch.Figures;

/// <summary>
/// Many points of one kind, drawn as a few shapes and not as one each: two thousand points stay a small file. A dot is a
/// line of no length with a round end, a square one with a square end.
/// </summary>
internal sealed class PointCloud(IReadOnlyList<Pixel> places, Ink ink, PointShape shape, float size, double opacity, bool rims) : Mark
{
    // Neighbours in the list lie in different layers, so that most points that touch have a rim between them.
    private const int Layers = 6;

    public override void Render(RenderPack rp)
    {
        rp.CanvasState.DisableClipping();
        int layers = rims ? Layers : 1;
        for (int layer = 0; layer < Math.Min(layers, places.Count); layer++)
        {
            using var path = new SKPath();
            for (int i = layer; i < places.Count; i += layers) Add(path, places[i]);
            if (rims) Draw(rp, path, Palette.Page.Color, rim: 1.6f);
            Draw(rp, path, ink.At(opacity), rim: 0);
        }
    }

    private void Draw(RenderPack rp, SKPath path, Color color, float rim)
    {
        bool outline = shape is PointShape.TriangleUp or PointShape.TriangleDown or PointShape.Diamond;
        if (outline && rim == 0)
        {
            Drawing.FillPath(rp.Canvas, rp.Paint, path, new FillStyle { Color = color, IsVisible = true });
            return;
        }

        float width = shape switch { PointShape.Dot => size, PointShape.Square => size * 0.86f, PointShape.Cross => size * 0.3f, _ => 0 };
        var line = new LineStyle(width + rim, color)
        {
            StrokeCap = shape == PointShape.Dot ? SKStrokeCap.Round : shape == PointShape.Square ? SKStrokeCap.Square : SKStrokeCap.Butt,
            StrokeJoin = SKStrokeJoin.Miter,
        };
        Drawing.DrawPath(rp.Canvas, rp.Paint, path, line);
    }

    private void Add(SKPath path, Pixel at)
    {
        float x = Half(at.X), y = Half(at.Y), r = Half(size * 0.55f);
        switch (shape)
        {
            case PointShape.TriangleUp:
                path.AddPoly([new(x - r, y + r), new(x, y - r), new(x + r, y + r)]);
                break;
            case PointShape.TriangleDown:
                path.AddPoly([new(x - r, y - r), new(x, y + r), new(x + r, y - r)]);
                break;
            case PointShape.Diamond:
                path.AddPoly([new(x - r, y), new(x, y - r), new(x + r, y), new(x, y + r)]);
                break;
            case PointShape.Cross:
                Stroke(path, x - r, y - r, x + r, y + r);
                Stroke(path, x - r, y + r, x + r, y - r);
                break;
            default:
                Stroke(path, x, y, x, y);
                break;
        }
    }

    private static void Stroke(SKPath path, float x1, float y1, float x2, float y2)
    {
        path.MoveTo(x1, y1);
        path.LineTo(x2, y2);
    }

    // Half a pixel cannot be seen, and is short to write.
    private static float Half(float pixel) => MathF.Round(pixel * 2) / 2;
}
