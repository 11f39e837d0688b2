using MlMaths.Torch.Figures;
using SkiaSharp;

namespace MlMaths.Torch.Runs;

/// <summary>A figure as the bytes of a file. The same figure gives the same bytes, every time.</summary>
internal static class FigureFiles
{
    // Two dots for each pixel: sharp on the screens and in the documents that a picture ends up in.
    private const float PngScale = 2;

    // Lossless whatever the level; large flat areas need neither row filters nor much searching.
    private static readonly SKPngEncoderOptions PngEncoding = new(SKPngEncoderFilterFlags.NoFilters, zLibLevel: 4);

    /// <summary>
    /// A picture that scales, follows light and dark pages and prints light. It can be a file of its own or stand inside an
    /// HTML page beside others: all its ids carry the figure's name. Its text is text.
    /// </summary>
    public static string Svg(Figure figure)
    {
        RequireFileName(figure);
        return SvgDocument.Rewrite(figure.Plot.GetSvgXml(figure.Width, figure.Height), figure);
    }

    /// <summary>A picture on white, at twice the figure's size.</summary>
    public static byte[] Png(Figure figure)
    {
        RequireFileName(figure);
        var size = new SKImageInfo((int)(figure.Width * PngScale), (int)(figure.Height * PngScale));
        using SKSurface drawing = SKSurface.Create(size), page = SKSurface.Create(size);
        drawing.Canvas.Scale(PngScale);
        figure.Plot.Render(drawing.Canvas, figure.Width, figure.Height);
        page.Canvas.Clear(SKColors.White); // a plot clears what it is drawn on, so the white comes behind it afterwards
        page.Canvas.DrawSurface(drawing, 0, 0);
        using SKPixmap pixels = page.PeekPixels();
        using SKData bytes = pixels.Encode(PngEncoding)
            ?? throw new InvalidOperationException($"The figure {figure.Name} cannot be encoded as PNG.");
        return bytes.ToArray();
    }

    private static void RequireFileName(Figure figure)
    {
        if (figure.Name.Length == 0 || !figure.Name.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-'))
            throw new ArgumentException($"A figure's name is lower case, digits and hyphens, and was '{figure.Name}'.", nameof(figure));
    }
}
