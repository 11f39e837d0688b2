using ScottPlot;
using SkiaSharp;

namespace MlMaths.Torch.Figures;

/// <summary>
/// Many points of one kind, drawn as a few shapes and not as one each: two thousand points stay a small file. A dot is a
/// line of no length with a round end, a square one with a square end.
/// </summary>
/// <param name="Places">Pixels.</param>
/// <param name="Ink">Their colour.</param>
/// <param name="Shape">What each looks like.</param>
/// <param name="Size">Pixels.</param>
/// <param name="Opacity">From 0 to 1.</param>
/// <param name="HasRims">Whether neighbours are kept apart by the page between them.</param>
internal sealed record PointCloud(
    IReadOnlyList<Pixel> Places, Ink Ink, PointShape Shape, float Size, double Opacity, bool HasRims) : Mark
{
    // Neighbours in the list lie in different layers, so that most points that touch have a rim between them.
    private const int Layers = 6;

    protected override void Render(RenderPack rp, DrawnSheet sheet, IAxes axes)
    {
        rp.CanvasState.DisableClipping();
        int layers = HasRims ? Layers : 1;
        for (int layer = 0; layer < Math.Min(layers, Places.Count); layer++)
        {
            using var path = new SKPath();
            for (int i = layer; i < Places.Count; i += layers) Add(path, sheet.Where(Places[i]));
            if (HasRims) Draw(rp, path, Palette.Page.Color, rim: 1.6f);
            Draw(rp, path, Ink.At(Opacity), rim: 0);
        }
    }

    private void Draw(RenderPack rp, SKPath path, Color color, float rim)
    {
        bool outline = Shape is PointShape.TriangleUp or PointShape.TriangleDown or PointShape.Diamond;
        if (outline && rim == 0)
        {
            Drawing.FillPath(rp.Canvas, rp.Paint, path, new FillStyle { Color = color, IsVisible = true });
            return;
        }

        float width = Shape switch { PointShape.Dot => Size, PointShape.Square => Size * 0.86f, PointShape.Cross => Size * 0.3f, _ => 0 };
        var line = new LineStyle(width + rim, color)
        {
            StrokeCap = Shape == PointShape.Dot ? SKStrokeCap.Round : Shape == PointShape.Square ? SKStrokeCap.Square : SKStrokeCap.Butt,
            StrokeJoin = SKStrokeJoin.Miter,
        };
        Drawing.DrawPath(rp.Canvas, rp.Paint, path, line);
    }

    private void Add(SKPath path, Pixel at)
    {
        float x = Half(at.X), y = Half(at.Y), r = Half(Size * 0.55f);
        switch (Shape)
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
