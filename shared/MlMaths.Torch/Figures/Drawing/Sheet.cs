using ScottPlot;
using ScottPlot.TickGenerators;
using SkiaSharp;

namespace MlMaths.Torch.Figures;

/// <summary>
/// The paper that every figure is drawn on: two scales, a light grid, and room around it that is known before anything is
/// drawn, so that words can be placed without running into each other.
/// </summary>
internal sealed class Sheet
{
    public const float TextSize = 14;

    /// <summary>Pixels of the height that the area does not have, where both axes have a label.</summary>
    public const float AboveAndBelow = Edge + LineHeight + 6 + TickLength + LineHeight * 2 + 6;

    private const float Edge = 8, TickLength = 5;

    private const int LineHeight = 20, NarrowColumns = 120;

    private readonly int _width;
    private readonly PixelPadding _beside;
    private int _height;

    /// <param name="x">Across.</param>
    /// <param name="y">Up. Its label stands level above the axis, where it needs no turned head.</param>
    /// <param name="width">Pixels at 1×.</param>
    /// <param name="height">Pixels at 1×.</param>
    /// <param name="right">Room for words to the right of the axes.</param>
    /// <param name="rows">Names of rows, bottom first, in place of numbers on the upright axis.</param>
    public Sheet(Scale x, Scale y, int width = 680, int height = 400, float right = 20, IReadOnlyList<string>? rows = null)
    {
        FigureFont.Register();
        width = Paper.Fit(width);
        Tick[] up = rows is null ? AxisTicks.For(y, most: height / 65) : RowNames(rows, width);
        float left = Edge + TickLength + 6 + up.Select(tick => FigureFont.Width(tick.Label, TextSize)).DefaultIfEmpty(20).Max();
        float wide = width - left - right;
        Tick[] across = AxisTicks.Apart(
            AxisTicks.For(x, most: Math.Max((int)(wide / Paper.Either(80, 60)), Paper.Either(2, 3))), x, wide);
        right = Math.Max(right, AxisTicks.RoomForLast(across, x, width - left));
        IReadOnlyList<string> above = LinesOf(y, width), below = LinesOf(x, width);
        int more = (Math.Max(above.Count, 1) + Math.Max(below.Count, 1) - 2) * LineHeight;
        float top = Edge + (above.Count > 0 ? above.Count * LineHeight + 6 : 4),
            bottom = TickLength + LineHeight * (1 + Math.Max(below.Count, 1)) + 6;
        (X, Y, _width, _height) = (x, y, width, height + more);
        Area = new PixelRect(left, width - right, _height - bottom, top);

        Plot = new Plot();
        Plot.FigureBackground.Color = Colors.Transparent;
        Plot.DataBackground.Color = Colors.Transparent;
        _beside = new PixelPadding(left, right, bottom, top);
        Plot.Layout.Fixed(_beside);
        SetLimits();
        Style(Plot.Axes.Bottom, across, visible: true);
        Style(Plot.Axes.Left, up, visible: rows is null);
        Plot.Axes.Right.IsVisible = Plot.Axes.Top.IsVisible = false;
        Plot.Grid.MajorLineColor = Palette.Grid.Color;
        Plot.Grid.MajorLineWidth = 1;
        foreach ((int line, string words) in below.Index())
        {
            TextAt(
                new Pixel(Area.HorizontalCenter, _height - Edge - (below.Count - 1 - line) * LineHeight), words, Palette.Text,
                Alignment.LowerCenter);
        }
        foreach ((int line, string words) in above.Index())
            TextAt(new Pixel(Edge, Edge + line * LineHeight), words, Palette.Text, Alignment.UpperLeft);
    }

    // On a page a label has one line, as it always had; a telephone's is broken between words.
    private static IReadOnlyList<string> LinesOf(Scale scale, int width) =>
        scale.Label.Length == 0 ? []
        : Paper.IsNarrow ? FigureFont.Lines(scale.Label, TextSize, width - 2 * Edge)
        : [scale.Label];

    public Scale X { get; }

    public Scale Y { get; }

    public Plot Plot { get; }

    /// <summary>The pixels between the axes.</summary>
    public PixelRect Area { get; }

    /// <summary>Pixels to the right of the axes.</summary>
    public float RoomRight => _width - Area.Right;

    /// <summary>Columns that a long curve is thinned to; four points each.</summary>
    public int Columns { get => Paper.Either(field, Math.Min(field, NarrowColumns)); init; } = 400;

    public float Across(double value) => Area.Left + (float)X.Part(value) * Area.Width;

    public float Up(double value) => Area.Bottom - (float)Y.Part(value) * Area.Height;

    /// <summary>A line through the points that have a place, thinned to what can be seen.</summary>
    public void Line(
        IReadOnlyList<double> xs, IReadOnlyList<double> ys, Ink ink, float width = 2, LinePattern? pattern = null,
        double opacity = 1)
    {
        Coordinates[] placed = [.. Enumerable.Range(0, xs.Count)
            .Where(i => X.Takes(xs[i]) && Y.Takes(ys[i]))
            .Select(i => new Coordinates(X.Place(xs[i]), Y.Place(ys[i])))];
        IReadOnlyList<int> kept = Decimation.Keep([.. placed.Select(p => p.X)], [.. placed.Select(p => p.Y)], Columns);
        if (kept.Count < 2) return;

        ScottPlot.Plottables.Scatter line = Plot.Add.ScatterLine(kept.Select(i => placed[i]).ToArray(), ink.At(opacity));
        line.LineWidth = width;
        line.LinePattern = pattern ?? LinePattern.Solid;
        if (pattern is not null) Plot.Add.Plottable(new SolidLineReset());
        // Skia writes a dash as its outline: four numbers with straight ends, sixty with round ones.
        line.LineStyle.StrokeCap = pattern is null ? SKStrokeCap.Round : SKStrokeCap.Butt;
        line.LineStyle.StrokeJoin = pattern is null ? SKStrokeJoin.Round : SKStrokeJoin.Miter;
    }

    public void Fill(IReadOnlyList<Coordinates> corners, Ink ink, double opacity)
    {
        ScottPlot.Plottables.Polygon area =
            Plot.Add.Polygon([.. corners.Select(c => new Coordinates(X.Place(c.X), Y.Place(c.Y)))]);
        area.FillColor = ink.At(opacity);
        area.LineWidth = 0;
    }

    /// <summary>Areas inside closed loops; a loop inside another is a hole.</summary>
    public void FillLoops(IReadOnlyList<Coordinates[]> loops, Ink ink, double opacity) =>
        Plot.Add.Plottable(new FilledLoops(loops, ink.At(opacity)));

    public void Box(double x1, double x2, double y1, double y2, Ink ink, double opacity) =>
        Fill([new(x1, y1), new(x2, y1), new(x2, y2), new(x1, y2)], ink, opacity);

    public void Points(
        IReadOnlyList<double> xs, IReadOnlyList<double> ys, Ink ink, MarkerShape shape = MarkerShape.FilledCircle,
        float size = 9, double opacity = 1)
    {
        ScottPlot.Plottables.Markers points = Plot.Add.Markers(
            xs.Select(X.Place).ToArray(), ys.Select(Y.Place).ToArray(), shape, size, ink.At(opacity));
        bool filled = shape is MarkerShape.FilledCircle or MarkerShape.FilledSquare
            or MarkerShape.FilledTriangleUp or MarkerShape.FilledDiamond;
        points.MarkerLineWidth = filled ? 1 : 2;
        if (filled) points.MarkerLineColor = Palette.Page.Color; // a rim, so that neighbours stay two
    }

    public void Point(double x, double y, Ink ink, MarkerShape shape = MarkerShape.FilledCircle, float size = 11) =>
        Points([x], [y], ink, shape, size);

    /// <summary>An upright line across the whole area.</summary>
    public void Upright(double x, Ink ink, LinePattern? pattern = null, float width = 1.5f) =>
        Line([x, x], [Y.Low, Y.High], ink, width, pattern ?? LinePattern.DenselyDashed);

    /// <summary>A level line across the whole area.</summary>
    public void Level(double y, Ink ink, LinePattern? pattern = null, float width = 1.5f) =>
        Line([X.Low, X.High], [y, y], ink, width, pattern ?? LinePattern.DenselyDashed);

    /// <summary>Words beside a point of the drawing, moved inward where they would leave the picture.</summary>
    public void Text(
        string words, double x, double y, Ink ink, Alignment alignment, float dx = 0, float dy = 0, bool bold = false) =>
        TextAt(new Pixel(Across(x) + dx, Up(y) + dy), words, ink, alignment, bold, patch: true);

    /// <summary>Words at a pixel, moved inward where they would leave the picture.</summary>
    public void TextAt(Pixel at, string words, Ink ink, Alignment alignment, bool bold = false, bool patch = false)
    {
        words = FigureFont.Fit(words, TextSize, _width - 2 * Edge, bold);
        float textWidth = FigureFont.Width(words, TextSize, bold);
        float toLeft = textWidth * alignment switch
        {
            Alignment.UpperLeft or Alignment.MiddleLeft or Alignment.LowerLeft => 0,
            Alignment.UpperCenter or Alignment.MiddleCenter or Alignment.LowerCenter => 0.5f,
            _ => 1,
        };
        float x = Math.Clamp(at.X, Edge / 2 + toLeft, Math.Max(Edge / 2 + toLeft, _width - Edge / 2 - textWidth + toLeft));
        var style = new LabelStyle
        {
            Text = words,
            FontName = FigureFont.Family,
            FontSize = TextSize,
            Bold = bold,
            ForeColor = ink.Color,
            Alignment = alignment,
            BackgroundColor = patch ? Palette.Page.At(0.8) : Colors.Transparent,
            BorderWidth = 0,
        };
        Plot.Add.Plottable(new PlacedText(style, new Pixel(x, at.Y)));
    }

    /// <summary>Says in the middle why there is nothing to draw.</summary>
    public void Note(string words) => TextAt(Area.Center, words, Palette.Muted, Alignment.MiddleCenter);

    /// <summary>Names under the drawing, in the colours of what they name: as many beside each other as there is room for.</summary>
    /// <param name="names">In their order; each may begin with the shape of its points, as lines begin with a dash.</param>
    public void Legend(IEnumerable<(string Words, Ink Ink, bool Bold)> names)
    {
        float left = Edge, top = _height + 4;
        foreach ((string words, Ink ink, bool bold) in names)
        {
            string key = FigureFont.Fit(words, TextSize, _width - 2 * Edge, bold);
            float wide = FigureFont.Width(key, TextSize, bold);
            if (left > Edge && left + wide > _width - Edge) (left, top) = (Edge, top + LineHeight);
            TextAt(new Pixel(left, top), key, ink, Alignment.UpperLeft, bold);
            left += wide + 18;
        }

        Lengthen((int)top + LineHeight + 4 - _height);
    }

    /// <summary>More room below everything.</summary>
    public void Lengthen(int pixels)
    {
        _height += pixels;
        Plot.Layout.Fixed(new PixelPadding(_beside.Left, _beside.Right, _height - Area.Bottom, _beside.Top));
    }

    public Figure Finish(string name, string altText) => new(name, altText, Plot, _width, _height);

    private static Tick[] RowNames(IReadOnlyList<string> rows, int width) =>
        [.. rows.Select((name, row) => new Tick(row, FigureFont.Fit(name, TextSize, width * 0.4f), isMajor: true))];

    private void SetLimits()
    {
        double left = X.Place(X.Low), right = X.Place(X.High), bottom = Y.Place(Y.Low), top = Y.Place(Y.High);
        Plot.Axes.SetLimits(Math.Min(left, right), Math.Max(left, right), Math.Min(bottom, top), Math.Max(bottom, top));
    }

    private static void Style(IAxis axis, Tick[] ticks, bool visible)
    {
        axis.TickGenerator = new NumericManual(ticks);
        axis.TickLabelStyle.FontName = FigureFont.Family;
        axis.TickLabelStyle.FontSize = TextSize;
        axis.TickLabelStyle.ForeColor = Palette.Muted.Color;
        axis.FrameLineStyle.Color = Palette.Frame.Color;
        axis.FrameLineStyle.Width = visible ? 1 : 0;
        axis.MajorTickStyle.Color = axis.MinorTickStyle.Color = Palette.Frame.Color;
        axis.MajorTickStyle.Length = visible ? TickLength : 0;
        axis.MinorTickStyle.Length = visible ? 3 : 0;
        axis.MajorTickStyle.Width = axis.MinorTickStyle.Width = 1;
    }
}
