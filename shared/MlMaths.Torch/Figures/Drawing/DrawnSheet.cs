using ScottPlot;
using ScottPlot.TickGenerators;

namespace MlMaths.Torch.Figures;

/// <summary>A sheet while it is drawn: the plot with its axes, and where pixels of the first drawing lie on it.</summary>
internal sealed class DrawnSheet
{
    private readonly SheetLayout _first, _layout;

    /// <param name="data">What is drawn.</param>
    /// <param name="first">The layout that its pixels belong to.</param>
    /// <param name="layout">The layout that is drawn.</param>
    public DrawnSheet(FigureData data, SheetLayout first, SheetLayout layout)
    {
        FigureFont.Register();
        (_first, _layout, X, Y) = (first, layout, data.X, data.Y);
        Plot = new Plot();
        Plot.FigureBackground.Color = Colors.Transparent;
        Plot.DataBackground.Color = Colors.Transparent;
        Plot.Layout.Fixed(layout.Beside(data.Longer));
        SetLimits();
        Style(Plot.Axes.Bottom, layout.Across, visible: true);
        Style(Plot.Axes.Left, layout.Up, visible: data.Rows is null);
        Plot.Axes.Right.IsVisible = Plot.Axes.Top.IsVisible = false;
        Plot.Grid.MajorLineColor = Palette.Grid.Color;
        Plot.Grid.MajorLineWidth = 1;
        if (!data.HasGrid) Plot.HideGrid();
        if (!data.HasAcross) Plot.Axes.Bottom.IsVisible = false;
        if (!data.HasUp) Plot.Axes.Left.IsVisible = false;
        foreach (PlacedText name in layout.Labels) new AxisName(name).AddTo(this);
    }

    public Plot Plot { get; }

    public Scale X { get; }

    public Scale Y { get; }

    /// <summary>Pixels.</summary>
    public int Width => _layout.Width;

    /// <summary>
    /// Where a pixel of the first drawing lies: between the axes as far along them as it was, outside as far from them as it was.
    /// </summary>
    public Pixel Where(Pixel first) => ReferenceEquals(_first, _layout)
        ? first
        : new(
            Moved(first.X, _first.Area.Left, _first.Area.Right, _layout.Area.Left, _layout.Area.Right),
            Moved(first.Y, _first.Area.Top, _first.Area.Bottom, _layout.Area.Top, _layout.Area.Bottom));

    private static float Moved(float at, float low, float high, float newLow, float newHigh) =>
        at <= low ? newLow + (at - low)
        : at >= high ? newHigh + (at - high)
        : newLow + (at - low) / (high - low) * (newHigh - newLow);

    private void SetLimits()
    {
        double left = X.Place(X.Low), right = X.Place(X.High), bottom = Y.Place(Y.Low), top = Y.Place(Y.High);
        Plot.Axes.SetLimits(Math.Min(left, right), Math.Max(left, right), Math.Min(bottom, top), Math.Max(bottom, top));
    }

    private static void Style(IAxis axis, Tick[] ticks, bool visible)
    {
        axis.TickGenerator = new NumericManual(ticks);
        axis.TickLabelStyle.FontName = FigureFont.Family;
        axis.TickLabelStyle.FontSize = Sheet.TextSize;
        axis.TickLabelStyle.ForeColor = Palette.Muted.Color;
        axis.FrameLineStyle.Color = Palette.Frame.Color;
        axis.FrameLineStyle.Width = visible ? 1 : 0;
        axis.MajorTickStyle.Color = axis.MinorTickStyle.Color = Palette.Frame.Color;
        axis.MajorTickStyle.Length = visible ? SheetLayout.TickLength : 0;
        axis.MinorTickStyle.Length = visible ? 3 : 0;
        axis.MajorTickStyle.Width = axis.MinorTickStyle.Width = 1;
    }
}
