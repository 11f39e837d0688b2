using ScottPlot;
using SkiaSharp;

namespace MlMaths.Torch.Figures;

/// <summary>
/// Small grey pictures in a handful of layers: each adds ink wherever a pixel is at least so dark, and runs of pixels are
/// one stroke. A layer is one shape for all pictures, so that nothing shows between neighbours and the file stays small.
/// </summary>
/// <param name="Pictures">Each at its upper left corner, with the width of a pixel.</param>
/// <param name="Layers">Shades besides the page.</param>
internal sealed record GreyPixels(IReadOnlyList<GreyPicture> Pictures, int Layers) : Mark
{
    /// <summary>Values from 0, the page, to 1, ink.</summary>
    public static GreyPixels Of(IReadOnlyList<(Pixel Corner, float Cell, double[,] Pixels)> pictures)
    {
        // A layer more is a shade more, and the file that much longer: many pixels get by with fewer.
        int layers = pictures.Sum(picture => picture.Pixels.Length) switch { <= 8_000 => 7, <= 20_000 => 4, _ => 3 };
        return new([.. pictures.Select(picture => new GreyPicture(picture.Corner, picture.Cell, Shades(picture.Pixels, layers)))], layers);
    }

    protected override void Render(RenderPack rp, DrawnSheet sheet, IAxes axes)
    {
        rp.CanvasState.DisableClipping();
        for (int layer = 1; layer <= Layers; layer++)
        {
            // So that the page shines through the first k of n layers by (n − k) / n, layer k lets
            // (n − k) / (n − k + 1) of it through.
            double opacity = 1.0 / (Layers - layer + 1);
            foreach (IGrouping<float, GreyPicture> size in Pictures.GroupBy(picture => picture.Cell))
            {
                using var path = new SKPath();
                foreach (GreyPicture picture in size) AddRuns(path, sheet.Where(picture.Corner), picture, layer);
                if (path.IsEmpty) continue;
                Drawing.DrawPath(rp.Canvas, rp.Paint, path,
                    new LineStyle(size.Key, Palette.Text.At(opacity)) { StrokeCap = SKStrokeCap.Butt });
            }
        }
    }

    // How many layers a pixel is at least as dark as: the k-th begins at (k − ½) / n.
    private static string[] Shades(double[,] pixels, int layers) =>
    [
        .. Enumerable.Range(0, pixels.GetLength(0)).Select(row => string.Concat(Enumerable.Range(0, pixels.GetLength(1)).Select(column =>
            (char)('0' + Enumerable.Range(1, layers).Count(layer => pixels[row, column] >= (layer - 0.5) / layers))))),
    ];

    private static void AddRuns(SKPath path, Pixel corner, GreyPicture picture, int layer)
    {
        for (int row = 0; row < picture.Rows.Count; row++)
        {
            float y = corner.Y + (row + 0.5f) * picture.Cell;
            string shades = picture.Rows[row];
            for (int column = 0, start = 0; column <= shades.Length; column++)
            {
                if (column < shades.Length && shades[column] - '0' >= layer) continue;
                if (column > start)
                {
                    path.MoveTo(corner.X + start * picture.Cell, y);
                    path.LineTo(corner.X + column * picture.Cell, y);
                }
                start = column + 1;
            }
        }
    }
}

/// <summary>A small picture.</summary>
/// <param name="Corner">Its upper left one.</param>
/// <param name="Cell">Width of a pixel of it.</param>
/// <param name="Rows">From the top, a digit for each pixel: in how many layers it has ink.</param>
internal sealed record GreyPicture(Pixel Corner, float Cell, IReadOnlyList<string> Rows);
