using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>
/// The paper that every figure is drawn on: two scales, a light grid, and room around it that is known before anything is
/// drawn, so that words can be placed without running into each other. What is put on it is kept as data, see
/// <see cref="FigureData"/>, and drawn when it is finished.
/// </summary>
internal sealed class Sheet
{
    public const float TextSize = 14;

    /// <summary>Pixels of the height that the area does not have, where both axes have a label.</summary>
    public const float AboveAndBelow =
        SheetLayout.Edge + SheetLayout.LineHeight + 6 + SheetLayout.TickLength + SheetLayout.LineHeight * 2 + 6;

    private const int NarrowColumns = 120;

    // Numbers to a millionth of the axis: finer than any drawing shows, and short to keep.
    private const int Digits = 6;

    private readonly SheetLayout _layout;
    private readonly List<Mark> _marks = [];
    private FigureData _data;

    /// <param name="x">Across.</param>
    /// <param name="y">Up. Its label stands level above the axis, where it needs no turned head.</param>
    /// <param name="width">Pixels at 1×.</param>
    /// <param name="height">Pixels at 1×.</param>
    /// <param name="right">Room for words to the right of the axes.</param>
    /// <param name="rows">Names of rows, bottom first, in place of numbers on the upright axis.</param>
    public Sheet(Scale x, Scale y, int width = 680, int height = 400, float right = 20, IReadOnlyList<string>? rows = null)
    {
        _data = new FigureData(x, y, Paper.Fit(width), height, right, rows, _marks) { IsNarrow = Paper.IsNarrow };
        _layout = new SheetLayout(x, y, _data.Width, height, right, rows);
    }

    public Scale X => _data.X;

    public Scale Y => _data.Y;

    /// <summary>The pixels between the axes.</summary>
    public PixelRect Area => _layout.Area;

    /// <summary>Pixels to the right of the axes.</summary>
    public float RoomRight => _layout.Width - Area.Right;

    /// <summary>Columns that a long curve is thinned to; four points each.</summary>
    public int Columns { get => Paper.Either(field, Math.Min(field, NarrowColumns)); init; } = 400;

    public float Across(double value) => Area.Left + (float)X.Part(value) * Area.Width;

    public float Up(double value) => Area.Bottom - (float)Y.Part(value) * Area.Height;

    /// <summary>Anything that can be drawn.</summary>
    public void Add(Mark mark) => _marks.Add(mark);

    /// <summary>No lines behind the drawing.</summary>
    public void HideGrid() => _data = _data with { HasGrid = false };

    /// <summary>No axis below.</summary>
    public void HideAcross() => _data = _data with { HasAcross = false };

    /// <summary>No axes and no grid: a picture, whose parts stand at pixels.</summary>
    public void HideAxes() => _data = _data with { HasGrid = false, HasAcross = false, HasUp = false };

    /// <summary>A line through the points that have a place, thinned to what can be seen.</summary>
    public void Line(
        IReadOnlyList<double> xs, IReadOnlyList<double> ys, Ink ink, float width = 2, LinePattern? pattern = null,
        double opacity = 1)
    {
        int[] placed = [.. Enumerable.Range(0, xs.Count).Where(i => X.Takes(xs[i]) && Y.Takes(ys[i]))];
        IReadOnlyList<int> kept =
            Decimation.Keep([.. placed.Select(i => X.Place(xs[i]))], [.. placed.Select(i => Y.Place(ys[i]))], Columns);
        if (kept.Count < 2) return;
        Add(new LineMark(
            [.. kept.Select(i => Short(xs[placed[i]], X))], [.. kept.Select(i => Short(ys[placed[i]], Y))], ink, width, pattern, opacity));
    }

    public void Fill(IReadOnlyList<Coordinates> corners, Ink ink, double opacity) =>
        Add(new AreaMark([.. corners.Select(Short)], ink, opacity));

    /// <summary>Areas inside closed loops; a loop inside another is a hole.</summary>
    public void FillLoops(IReadOnlyList<Coordinates[]> loops, Ink ink, double opacity) =>
        Add(new FilledLoops([.. loops.Select(loop => (Coordinates[])[.. loop.Select(Short)])], ink, opacity));

    public void Box(double x1, double x2, double y1, double y2, Ink ink, double opacity) =>
        Fill([new(x1, y1), new(x2, y1), new(x2, y2), new(x1, y2)], ink, opacity);

    public void Points(
        IReadOnlyList<double> xs, IReadOnlyList<double> ys, Ink ink, MarkerShape shape = MarkerShape.FilledCircle,
        float size = 9, double opacity = 1) =>
        Add(new PointsMark([.. xs.Select(x => Short(x, X))], [.. ys.Select(y => Short(y, Y))], ink, shape, size, opacity));

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
        Add(new PlacedText(words, new Pixel(Across(x), Up(y)), dx, dy, ink, alignment, bold, HasPatch: true));

    /// <summary>Words at a pixel, moved inward where they would leave the picture.</summary>
    public void TextAt(Pixel at, string words, Ink ink, Alignment alignment, bool bold = false, bool patch = false) =>
        Add(new PlacedText(words, at, 0, 0, ink, alignment, bold, patch));

    /// <summary>Says in the middle why there is nothing to draw.</summary>
    public void Note(string words) => TextAt(Area.Center, words, Palette.Muted, Alignment.MiddleCenter);

    /// <summary>Names under the drawing, in the colours of what they name: as many beside each other as there is room for.</summary>
    /// <param name="names">In their order; each may begin with the shape of its points, as lines begin with a dash.</param>
    public void Legend(IEnumerable<(string Words, Ink Ink, bool Bold)> names)
    {
        const float edge = SheetLayout.Edge;
        float left = edge, top = Height + 4, room = _layout.Width - 2 * edge;
        foreach ((string words, Ink ink, bool bold) in names)
        {
            string key = FigureFont.Fit(words, TextSize, room, bold);
            float wide = FigureFont.Width(key, TextSize, bold);
            if (left > edge && left + wide > _layout.Width - edge) (left, top) = (edge, top + SheetLayout.LineHeight);
            TextAt(new Pixel(left, top), key, ink, Alignment.UpperLeft, bold);
            left += wide + 18;
        }

        Lengthen((int)top + SheetLayout.LineHeight + 4 - Height);
    }

    /// <summary>More room below everything.</summary>
    public void Lengthen(int pixels) => _data = _data with { Longer = _data.Longer + pixels };

    public Figure Finish(string name, string altText) => _data.Drawn(name, altText);

    private int Height => _layout.Height + _data.Longer;

    private Coordinates Short(Coordinates at) => new(Short(at.X, X), Short(at.Y, Y));

    private static double Short(double value, Scale scale)
    {
        if (!double.IsFinite(value) || value == 0) return value;
        double finest = scale.Logarithmic ? Math.Abs(value) : scale.High - scale.Low;
        int decimals = Digits - (int)Math.Floor(Math.Log10(finest));
        return finest > 0 && decimals is >= 0 and <= 15 ? Math.Round(value, decimals) : value;
    }
}
