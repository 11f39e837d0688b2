using ScottPlot;
using SkiaSharp;

namespace MlMaths.Torch.Figures;

/// <summary>
/// Small grey pictures in a handful of layers: each adds ink wherever a pixel is at least so dark, and runs of pixels are
/// one stroke. A layer is one shape for all pictures, so that nothing shows between neighbours and the file stays small.
/// </summary>
internal sealed class GreyPixels(IReadOnlyList<(Pixel Corner, float Cell, double[,] Pixels)> pictures) : Mark
{
    // A layer more is a shade more, and the file that much longer: many pixels get by with fewer.
    private int Layers => pictures.Sum(picture => picture.Pixels.Length) switch { <= 8_000 => 7, <= 20_000 => 4, _ => 3 };

    public override void Render(RenderPack rp)
    {
        rp.CanvasState.DisableClipping();
        int layers = Layers;
        for (int layer = 1; layer <= layers; layer++)
        {
            // So that the page shines through the first k of n layers by (n − k) / n, layer k lets (n − k) / (n − k + 1) of it through.
            double opacity = 1.0 / (layers - layer + 1);
            double from = (layer - 0.5) / layers;
            foreach (IGrouping<float, (Pixel Corner, float Cell, double[,] Pixels)> size in pictures.GroupBy(picture => picture.Cell))
            {
                using var path = new SKPath();
                foreach ((Pixel corner, float cell, double[,] pixels) in size) AddRuns(path, corner, cell, pixels, from);
                if (path.IsEmpty) continue;
                Drawing.DrawPath(rp.Canvas, rp.Paint, path,
                    new LineStyle(size.Key, Palette.Text.At(opacity)) { StrokeCap = SKStrokeCap.Butt });
            }
        }
    }

    private static void AddRuns(SKPath path, Pixel corner, float cell, double[,] pixels, double from)
    {
        for (int row = 0; row < pixels.GetLength(0); row++)
        {
            float y = corner.Y + (row + 0.5f) * cell;
            for (int column = 0, start = 0; column <= pixels.GetLength(1); column++)
            {
                if (column < pixels.GetLength(1) && pixels[row, column] >= from) continue;
                if (column > start)
                {
                    path.MoveTo(corner.X + start * cell, y);
                    path.LineTo(corner.X + column * cell, y);
                }
                start = column + 1;
            }
        }
    }
}
