using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>
/// Something drawn on a sheet, as data: what is drawn from it can be drawn again on another width and in other colours. Pixels are
/// those of the sheet that it was first drawn on; a <see cref="DrawnSheet"/> says where they are on another.
/// </summary>
internal abstract record Mark
{
    /// <summary>Puts it on a plot.</summary>
    public virtual void AddTo(DrawnSheet sheet) => sheet.Plot.Add.Plottable(new PlottedMark(this, sheet));

    /// <summary>Draws it, where ScottPlot has nothing of its own for it.</summary>
    protected virtual void Render(RenderPack rp, DrawnSheet sheet, IAxes axes)
    {
    }

    /// <summary>Neither widens the axes nor stands in a legend.</summary>
    private sealed class PlottedMark(Mark mark, DrawnSheet sheet) : IPlottable
    {
        public bool IsVisible { get; set; } = true;

        public IAxes Axes { get; set; } = new Axes();

        public IEnumerable<LegendItem> LegendItems => [];

        public AxisLimits GetAxisLimits() => AxisLimits.NoLimits;

        public void Render(RenderPack rp) => mark.Render(rp, sheet, Axes);
    }
}
