using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>
/// Words at a pixel of the figure, inside or outside the axes, on a patch of page where lines may run behind; moved inward where they
/// would leave the picture.
/// </summary>
/// <param name="Words">One line.</param>
/// <param name="At">What they stand at.</param>
/// <param name="Dx">Pixels to the right of it, on any sheet.</param>
/// <param name="Dy">Pixels below it.</param>
/// <param name="Ink">Their colour.</param>
/// <param name="Alignment">Which part of them lies there.</param>
/// <param name="Bold">Heavier.</param>
/// <param name="HasPatch">Whether lines may run behind.</param>
internal sealed record PlacedText(string Words, Pixel At, float Dx, float Dy, Ink Ink, Alignment Alignment, bool Bold, bool HasPatch) : Mark
{
    protected override void Render(RenderPack rp, DrawnSheet sheet, IAxes axes) => RenderAt(rp, sheet.Where(At), sheet.Width);

    /// <summary>At a pixel of the sheet that is being drawn.</summary>
    public void RenderAt(RenderPack rp, Pixel at, int sheetWidth)
    {
        string words = FigureFont.Fit(Words, Sheet.TextSize, sheetWidth - 2 * SheetLayout.Edge, Bold);
        float width = FigureFont.Width(words, Sheet.TextSize, Bold);
        float toLeft = width * Alignment switch
        {
            Alignment.UpperLeft or Alignment.MiddleLeft or Alignment.LowerLeft => 0,
            Alignment.UpperCenter or Alignment.MiddleCenter or Alignment.LowerCenter => 0.5f,
            _ => 1,
        };
        const float margin = SheetLayout.Edge / 2;
        float x = Math.Clamp(at.X + Dx, margin + toLeft, Math.Max(margin + toLeft, sheetWidth - margin - width + toLeft));
        rp.CanvasState.DisableClipping();
        new LabelStyle
        {
            Text = words,
            FontName = FigureFont.Family,
            FontSize = Sheet.TextSize,
            Bold = Bold,
            ForeColor = Ink.Color,
            Alignment = Alignment,
            BackgroundColor = HasPatch ? Palette.Page.At(0.8) : Colors.Transparent,
            BorderWidth = 0,
        }.Render(rp.Canvas, new Pixel(x, at.Y + Dy), rp.Paint);
    }
}

/// <summary>What an axis is called, which is placed anew on every sheet.</summary>
internal sealed record AxisName(PlacedText Name) : Mark
{
    protected override void Render(RenderPack rp, DrawnSheet sheet, IAxes axes) => Name.RenderAt(rp, Name.At, sheet.Width);
}
