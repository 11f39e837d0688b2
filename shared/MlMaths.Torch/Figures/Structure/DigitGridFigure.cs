using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>Small grey pictures side by side: a digit beside its neighbours, or the centres of clusters.</summary>
public static class DigitGridFigure
{
    internal const float NarrowestCaption = 104;

    private const int Side = 84, Below = 34, Border = 10;

    /// <summary>Draws the pictures row by row.</summary>
    /// <param name="images">The pictures with their captions.</param>
    /// <param name="columns">How many stand side by side.</param>
    /// <param name="name">Stem of the file names.</param>
    public static Figure Draw(IReadOnlyList<CaptionedImage> images, int columns, string name) =>
        Draw(images, columns, name, NarrowestCaption,
            $"{images.Count} small pictures: {string.Join("; ", images.Select(image => image.Caption))}.");

    /// <param name="images">The pictures with their captions.</param>
    /// <param name="columns">How many stand side by side.</param>
    /// <param name="name">Stem of the file names.</param>
    /// <param name="captionWidth">Room for a caption, in pixels.</param>
    /// <param name="altText">What there is to see.</param>
    internal static Figure Draw(
        IReadOnlyList<CaptionedImage> images, int columns, string name, float captionWidth, string altText) => Paper.Both(() =>
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        int beside = (int)MathF.Ceiling(captionWidth) + 6 - Side;
        int most = Paper.Either(columns, Math.Clamp((Paper.NarrowWidth - 2 * Border) / (Side + beside), 1, columns));
        int across = Math.Clamp(images.Count, 1, most), down = Math.Max((images.Count + most - 1) / most, 1);
        var sheet = new Sheet(
            new Scale("", 0, 1), new Scale("", 0, 1), Math.Max(across * (Side + beside) + 2 * Border, 240),
            down * (Side + Below) + 2 * Border, rows: []);
        sheet.HideAxes();
        List<(Pixel, float, double[,])> pictures = [];
        for (int i = 0; i < images.Count; i++)
        {
            double[,] pixels = images[i].Pixels;
            float left = Border + i % most * (Side + beside) + beside / 2, top = Border + i / most * (Side + Below);
            float cell = Math.Max(Side / Math.Max(pixels.GetLength(0), pixels.GetLength(1)), 1); // whole pixels, which stay sharp
            var corner = new Pixel(left + MathF.Floor((Side - cell * pixels.GetLength(1)) / 2), top);
            pictures.Add((corner, cell, pixels));
            string caption = FigureFont.Fit(images[i].Caption, Sheet.TextSize, captionWidth);
            sheet.TextAt(new Pixel(left + Side / 2f, top + Side + 5), caption, Palette.Text, Alignment.UpperCenter);
        }
        sheet.Add(GreyPixels.Of(pictures));
        if (images.Count == 0) sheet.Note("there are no pictures");
        return sheet.Finish(name, altText);
    });
}
