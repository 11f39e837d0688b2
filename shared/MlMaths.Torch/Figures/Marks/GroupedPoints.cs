using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>Rows as points whose colour and shape say their group; what is in no group (below 0) is a grey dot.</summary>
internal sealed class GroupedPoints
{
    // What fits into 100 kB; more could not be told apart on the area anyway.
    private const int Most = 2_000, MaxWithRims = 700;

    private readonly IReadOnlyList<double> _x;
    private readonly IReadOnlyList<double> _y;
    private readonly IReadOnlyList<int>? _groups;
    private readonly int[] _placed;

    /// <param name="x">Across, one per row; a row without a finite place is left out.</param>
    /// <param name="y">Up.</param>
    /// <param name="groups">Index of each row's group; null where there are none.</param>
    public GroupedPoints(IReadOnlyList<double> x, IReadOnlyList<double> y, IReadOnlyList<int>? groups)
    {
        (_x, _y, _groups) = (x, y, groups);
        _placed = [.. Enumerable.Range(0, x.Count).Where(row => double.IsFinite(x[row]) && double.IsFinite(y[row]))];
    }

    /// <summary>Rows that have a place.</summary>
    public int Count => _placed.Length;

    /// <summary>What the alternative text adds where not every row is drawn.</summary>
    public string Thinned => Stride > 1 ? $" One row in {Stride} is drawn." : "";

    private int Stride => (Count + Most - 1) / Most;

    public IEnumerable<double> X => _placed.Select(row => _x[row]);

    public IEnumerable<double> Y => _placed.Select(row => _y[row]);

    public static Ink InkOf(int group) => group < 0 ? Palette.Frame : Palette.Line(group);

    public static PointShape ShapeOf(int group) => group < 0 ? PointShape.Dot : (PointShape)(group % 6);

    public Coordinates[] Of(int group) => [.. _placed.Where(row => GroupOf(row) == group).Select(row => new Coordinates(_x[row], _y[row]))];

    public int CountOf(int group) => _placed.Count(row => GroupOf(row) == group);

    public void Draw(Sheet sheet, float size = 7, double opacity = 0.9, bool rims = true)
    {
        int stride = Math.Max(Stride, 1);
        IEnumerable<int> drawn = _placed.Where((_, place) => place % stride == 0);
        foreach (IGrouping<int, int> group in drawn.GroupBy(GroupOf).OrderBy(group => group.Key))
        {
            Pixel[] places = [.. group.Select(row => new Pixel(sheet.Across(_x[row]), sheet.Up(_y[row])))];
            sheet.Add(new PointCloud(
                places, InkOf(group.Key), ShapeOf(group.Key), Count > MaxWithRims ? size - 1.5f : size, opacity,
                rims && Count <= MaxWithRims));
        }
    }

    private int GroupOf(int row) => _groups is null ? -1 : Math.Max(_groups[row], -1);
}
