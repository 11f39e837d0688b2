using ScottPlot;
using SkiaSharp;

namespace MlMaths.Torch.Figures;

/// <summary>A line between two pixels of the figure with a head at its end.</summary>
internal sealed record Arrow(Pixel From, Pixel To, Ink Ink) : Mark
{
    private const float Head = 9;

    protected override void Render(RenderPack rp, DrawnSheet sheet, IAxes axes)
    {
        (Pixel from, Pixel to) = (sheet.Where(From), sheet.Where(To));
        float dx = to.X - from.X, dy = to.Y - from.Y, length = MathF.Sqrt(dx * dx + dy * dy);
        if (length < 1) return;
        (dx, dy) = (dx / length * Head, dy / length * Head);
        var neck = new Pixel(to.X - dx, to.Y - dy);
        Drawing.DrawLine(rp.Canvas, rp.Paint, from, neck, new LineStyle(1.8f, Ink.Color));
        using var head = new SKPath();
        head.AddPoly([to.ToSKPoint(), new(neck.X - dy * 0.4f, neck.Y + dx * 0.4f), new(neck.X + dy * 0.4f, neck.Y - dx * 0.4f)]);
        Drawing.FillPath(rp.Canvas, rp.Paint, head, new FillStyle { Color = Ink.Color, IsVisible = true });
    }
}
