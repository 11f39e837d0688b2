using System.Globalization;
using System.Xml.Linq;
using MlMaths.Torch.Figures;
using SkiaSharp;

namespace MlMaths.Torch.Runs;

/// <summary>A figure drawn again from its data, as wide as it is wanted on paper, with letters of 8 points.</summary>
internal sealed class FigurePrint
{
    private const float PointsPerPixel = 8 / Sheet.TextSize, PointsPerMillimetre = 72 / 25.4f;

    // A drawing is made a little smaller rather than exchanged for the narrow one: letters of 7 points still read.
    private const float Smallest = 0.875f;

    private const int TitleLine = 22, AboveTitle = 8;

    // Lossless whatever the level; large flat areas need neither row filters nor much searching.
    private static readonly SKPngEncoderOptions Encoding = new(SKPngEncoderFilterFlags.NoFilters, zLibLevel: 4);

    private readonly Figure _figure;
    private readonly FigureStyle _style;
    private readonly IReadOnlyList<string> _title;

    private FigurePrint(FigureDocument document, string name, FigureStyle style)
    {
        _style = style;
        float pixels = (float)style.Millimetres * PointsPerMillimetre / PointsPerPixel;
        FigureData data = document.Narrow is { } narrow && pixels < Smallest * document.Wide.Width ? narrow : document.Wide;
        _figure = data.DrawnOn((int)MathF.Round(pixels), name, document.AltText);
        _title = style.Title is { } title ? FigureFont.Lines(title, Sheet.TextSize + 1, _figure.Width - 16) : [];
    }

    /// <summary>The bytes of the file.</summary>
    /// <param name="document">What is drawn.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="style">How.</param>
    public static byte[] Of(FigureDocument document, string name, FigureStyle style) => new Theme(style.Tone, style.Palette).Use(() =>
    {
        FigurePrint print = new(document, name, style);
        return style.Format switch
        {
            FigureFormat.Png => print.Png(),
            FigureFormat.Pdf => print.Pdf(),
            _ => print.Svg(),
        };
    });

    private int Above => _title.Count == 0 ? 0 : AboveTitle + _title.Count * TitleLine;

    private int Width => _figure.Width;

    private int Height => _figure.Height + Above;

    private byte[] Png()
    {
        double wide = Math.Round(_style.Millimetres / 25.4 * _style.DotsPerInch), scale = wide / Width;
        var size = new SKImageInfo((int)wide, (int)Math.Round(Height * scale));
        using SKSurface page = SKSurface.Create(size)
            ?? throw new UserMistakeException($"A picture of {size.Width} by {size.Height} dots is larger than can be drawn: "
                + "ask for fewer with --dpi or --width.");
        page.Canvas.Clear(_style.IsTransparent ? SKColors.Transparent : SKColor.Parse(Theme.ColourOf(Palette.Page)));
        page.Canvas.Scale((float)scale);
        DrawOver(page.Canvas);
        using SKPixmap pixels = page.PeekPixels();
        using SKData bytes = pixels.Encode(Encoding)
            ?? throw new InvalidOperationException($"The figure {_figure.Name} cannot be encoded as PNG.");
        return PngDensity.With(bytes.ToArray(), _style.DotsPerInch);
    }

    private byte[] Pdf()
    {
        using MemoryStream file = new();
        float scale = (float)_style.Millimetres * PointsPerMillimetre / Width;
        using (SKDocument document = SKDocument.CreatePdf(file, new SKDocumentPdfMetadata
        {
            Title = _style.Title ?? _figure.Name,
            Subject = HarmlessText.Line(_figure.AltText),
            RasterDpi = _style.DotsPerInch,
            EncodingQuality = 101, // anything above 100 is lossless
        }))
        {
            SKCanvas page = document.BeginPage(Width * scale, Height * scale);
            page.Scale(scale);
            if (!_style.IsTransparent) Paper(page);
            DrawOver(page);
            document.EndPage();
            document.Close();
        }

        return file.ToArray();
    }

    private byte[] Svg()
    {
        using MemoryStream file = new();
        using (SKCanvas page = SKSvgCanvas.Create(new SKRect(0, 0, Width, Height), file))
        {
            Draw(page);
        }

        XElement root = SvgDocument.Outlined(
            System.Text.Encoding.UTF8.GetString(file.ToArray()), _figure.Name, Width,
            _style.IsTransparent ? null : Theme.ColourOf(Palette.Page));
        root.ReplaceAttributes(
            new XAttribute("width", Millimetres(_style.Millimetres)),
            new XAttribute("height", Millimetres(_style.Millimetres * Height / Width)),
            new XAttribute("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {Width} {Height}")),
            new XAttribute("role", "img"));
        root.AddFirst(
            new XElement(root.Name.Namespace + "title", SvgDocument.Words(_style.Title ?? _figure.Name)),
            new XElement(root.Name.Namespace + "desc", SvgDocument.Words(_figure.AltText)));
        return System.Text.Encoding.UTF8.GetBytes(root.ToString(SaveOptions.DisableFormatting) + "\n");
    }

    private void Paper(SKCanvas page)
    {
        using SKPaint paper = new() { Color = SKColor.Parse(Theme.ColourOf(Palette.Page)) };
        page.DrawRect(0, 0, Width, Height, paper);
    }

    // A plot clears what it is drawn on: in a layer of its own, that is nothing.
    private void DrawOver(SKCanvas page)
    {
        page.SaveLayer();
        Draw(page);
        page.Restore();
    }

    private void Draw(SKCanvas page)
    {
        page.Save();
        page.Translate(0, Above);
        _figure.Plot.Render(page, _figure.Width, _figure.Height);
        page.Restore();
        foreach ((int line, string words) in _title.Index())
            FigureFont.DrawBold(page, words, 8, AboveTitle + (line + 0.75f) * TitleLine, Sheet.TextSize + 1, Theme.ColourOf(Palette.Text));
    }

    private static string Millimetres(double length) => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(length, 2)}mm");
}
