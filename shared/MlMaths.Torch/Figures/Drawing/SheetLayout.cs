using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>
/// Where the axes of a sheet lie, how they are divided, and where their names stand: known before anything is drawn, so that words
/// can be placed without running into each other.
/// </summary>
internal sealed class SheetLayout
{
    public const float Edge = 8, TickLength = 5;

    public const int LineHeight = 20;

    private readonly PixelPadding _beside;

    /// <param name="x">Across.</param>
    /// <param name="y">Up. Its label stands level above the axis, where it needs no turned head.</param>
    /// <param name="width">Pixels at 1×.</param>
    /// <param name="height">Pixels at 1×.</param>
    /// <param name="right">Room for words to the right of the axes.</param>
    /// <param name="rows">Names of rows, bottom first, in place of numbers on the upright axis.</param>
    public SheetLayout(Scale x, Scale y, int width, int height, float right, IReadOnlyList<string>? rows)
    {
        FigureFont.Register();
        Up = rows is null ? AxisTicks.For(y, most: height / 65) : RowNames(rows, width);
        float left = Edge + TickLength + 6 + Up.Select(tick => FigureFont.Width(tick.Label, Sheet.TextSize)).DefaultIfEmpty(20).Max();
        float wide = width - left - right;
        Across = AxisTicks.Apart(
            AxisTicks.For(x, most: Math.Max((int)(wide / Paper.Either(80, 60)), Paper.Either(2, 3))), x, wide);
        right = Math.Max(right, AxisTicks.RoomForLast(Across, x, width - left));
        IReadOnlyList<string> above = LinesOf(y, width), below = LinesOf(x, width);
        int more = (Math.Max(above.Count, 1) + Math.Max(below.Count, 1) - 2) * LineHeight;
        float top = Edge + (above.Count > 0 ? above.Count * LineHeight + 6 : 4),
            bottom = TickLength + LineHeight * (1 + Math.Max(below.Count, 1)) + 6;
        (Width, Height) = (width, height + more);
        Area = new PixelRect(left, width - right, Height - bottom, top);
        _beside = new PixelPadding(left, right, bottom, top);
        Labels = [.. Named(above, below)];
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>The pixels between the axes.</summary>
    public PixelRect Area { get; }

    /// <summary>Where the axis below is marked.</summary>
    public Tick[] Across { get; }

    /// <summary>Where the axis to the left is.</summary>
    public Tick[] Up { get; }

    /// <summary>What the axes are called; pixels of this layout.</summary>
    public IReadOnlyList<PlacedText> Labels { get; }

    /// <summary>Room around the area, with more of it below everything.</summary>
    public PixelPadding Beside(int longer) => new(_beside.Left, _beside.Right, Height + longer - Area.Bottom, _beside.Top);

    private IEnumerable<PlacedText> Named(IReadOnlyList<string> above, IReadOnlyList<string> below)
    {
        foreach ((int line, string words) in below.Index())
        {
            yield return new(
                words, new Pixel(Area.HorizontalCenter, Height - Edge - (below.Count - 1 - line) * LineHeight), 0, 0, Palette.Text,
                Alignment.LowerCenter, Bold: false, HasPatch: false);
        }
        foreach ((int line, string words) in above.Index())
        {
            yield return new(
                words, new Pixel(Edge, Edge + line * LineHeight), 0, 0, Palette.Text, Alignment.UpperLeft, Bold: false, HasPatch: false);
        }
    }

    // On a page a label has one line, as it always had; a telephone's is broken between words.
    private static IReadOnlyList<string> LinesOf(Scale scale, int width) =>
        scale.Label.Length == 0 ? []
        : Paper.IsNarrow ? FigureFont.Lines(scale.Label, Sheet.TextSize, width - 2 * Edge)
        : [scale.Label];

    private static Tick[] RowNames(IReadOnlyList<string> rows, int width) =>
        [.. rows.Select((name, row) => new Tick(row, FigureFont.Fit(name, Sheet.TextSize, width * 0.4f), isMajor: true))];
}
