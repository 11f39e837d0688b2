using ScottPlot;
using SkiaSharp;

namespace MlMaths.Torch.Figures;

/// <summary>A line between two pixels of the figure with a head at its end.</summary>
internal sealed class Arrow(Pixel from, Pixel to, Ink ink) : Mark
{
    private const float Head = 9;

    public override void Render(RenderPack rp)
    {
        float dx = to.X - from.X, dy = to.Y - from.Y, length = MathF.Sqrt(dx * dx + dy * dy);
        if (length < 1) return;
        (dx, dy) = (dx / length * Head, dy / length * Head);
        var neck = new Pixel(to.X - dx, to.Y - dy);
        Drawing.DrawLine(rp.Canvas, rp.Paint, from, neck, new LineStyle(1.8f, ink.Color));
        using var head = new SKPath();
        head.AddPoly([to.ToSKPoint(), new(neck.X - dy * 0.4f, neck.Y + dx * 0.4f), new(neck.X + dy * 0.4f, neck.Y - dx * 0.4f)]);
        Drawing.FillPath(rp.Canvas, rp.Paint, head, new FillStyle { Color = ink.Color, IsVisible = true });
    }
}
