using MlMaths.Torch.Probability;

namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// Whether two groups of rows lie apart.
///
/// <code>
/// straight    dip test of t, the rows along the axis between the groups          p ≤ 0.025, or
/// along       dip test of s, the same along the rows, in the plane of the bend   ≤ 0.004 where fullness is above 0.35
/// fullness    the emptiest place on the fullest way between the groups           ≤ 0.6 of a typical one
/// size        rows on the smaller side of the cut                                ≥ 2 % of the table, 5 at least
/// apart       their medians along the rows of all columns, in median deviations  ≥ 3, in the plane 2.5 (MediansApart)
/// window      for both tests: as many rows on either side of the cut as the smaller side has, the nearest to it
/// </code>
/// A law with one mode has one in every window, and a test with as many rows of both sides sees a small group beside a large
/// one. Both tests suppose no normal law and no equal spread. If one column of few values tells the groups (see
/// <see cref="FewValues"/>, from 0.8 on), they must have that gap without it too. The last rule is for what the others take for a gap:
/// a curve that is cut where its rows happen to lie thin. Its groups reach to the cut, and are no further apart than that.
/// </summary>
/// <param name="StraightP">p of the rows along the axis.</param>
/// <param name="AlongP">p along the rows; null where it was not asked, as the groups fail by what came before.</param>
/// <param name="Fullness">The share; null where it was not asked.</param>
/// <param name="SmallerSide">Rows on the smaller side of the cut.</param>
/// <param name="IsLargeEnough">Whether these are enough.</param>
/// <param name="OneColumn">The column of few values that the groups are; null where they are more.</param>
/// <param name="Apart">How far apart; null where it was not asked, as they have no gap or are one column.</param>
/// <param name="InPlane">Whether that was measured in the plane of the bend, as of tables of more than eight columns.</param>
public sealed record Separation(
    double StraightP, double? AlongP, double? Fullness, int SmallerSide, bool IsLargeEnough, int? OneColumn,
    double? Apart = null, bool InPlane = false)
{
    /// <summary>The largest p-value that still counts as a gap where the place between is all but empty.</summary>
    public const double Level = 0.025;

    /// <summary>The same where it is only thin.</summary>
    public const double StrictLevel = 0.004;

    /// <summary>The largest share of a place that is all but empty.</summary>
    public const double AlmostEmpty = 0.35;

    /// <summary>The largest share that still counts as an empty place.</summary>
    public const double MostFull = 0.6;

    /// <summary>The least that counts as apart: halves of one law lie 2 apart at most, normal groups of 4 deviations 3.</summary>
    public const double LeastApart = 3;

    /// <summary>
    /// The same in the plane of the bend, where tables of many columns are measured: a row is placed by an axis that was estimated
    /// without it, which brings groups nearer to each other.
    /// </summary>
    public const double LeastApartInPlane = 2.5;

    private const double SmallestShare = 0.02, ToldByColumn = 0.8;

    private const int MinRows = 5;

    /// <summary>Whether every rule says so.</summary>
    public bool IsApart => HasGap && OneColumn is null && Apart >= LeastApartHere;

    /// <summary>Whether there is a gap: every rule but the last two.</summary>
    internal bool HasGap => StraightP <= LevelHere && AlongP <= LevelHere && Fullness <= MostFull && IsLargeEnough;

    /// <summary>The level that the tests are held to here.</summary>
    public double LevelHere => Fullness <= AlmostEmpty ? Level : StrictLevel;

    /// <summary>The least that counts as apart here.</summary>
    public double LeastApartHere => InPlane ? LeastApartInPlane : LeastApart;

    /// <summary>How far from apart: of several pairs the least apart is joined first.</summary>
    internal double Closeness =>
        this switch
        {
            { IsApart: true } => 0,
            { IsLargeEnough: false } => 4,
            _ when StraightP > LevelHere => 2 + StraightP,
            _ when !(Fullness <= MostFull) || !(AlongP <= LevelHere) => 1 + (AlongP ?? 1),
            { OneColumn: not null } => 1, // all else is kept
            _ => 1 - Math.Clamp((Apart ?? 0) / LeastApartHere, 0, 1), // after all others: what has a gap is joined last
        };

    internal static Separation Of(GroupTable table, RowGroup first, RowGroup second)
    {
        Separation separation = ByRows(table, first, second);
        for (int column = 0; column < table.Columns && separation.HasGap; column++)
        {
            if (table.FewValues[column].Tells(first.Rows, second.Rows) < ToldByColumn) continue;
            GroupTable rest = table.Columns > 1 ? table.WithoutColumn(column) : table;
            if (table.Columns == 1 || !ByRows(rest, new RowGroup(rest, first.Rows), new RowGroup(rest, second.Rows)).HasGap)
                return separation with { OneColumn = column };
        }
        if (!separation.HasGap) return separation;
        return separation with { Apart = MediansApart.Of(table, first, second), InPlane = MediansApart.IsInPlane(table) };
    }

    private static Separation ByRows(GroupTable table, RowGroup first, RowGroup second)
    {
        int fewest = Math.Max(MinRows, (int)Math.Ceiling(SmallestShare * table.Rows));
        if (DiscriminantAxis.Of(table, first, second) is not { } axis) return new Separation(1, null, null, 0, false, null);

        (double p, int side) = TestAround(axis.T, axis.Cut);
        Separation straight = new(p, null, null, side, side >= fewest, null);
        if (p > Level || side < fewest) return straight;

        double[] u = BentPlane.Across(table, first, second, axis);
        double total = Deviation(axis.T), across = Deviation(u);
        // Half way between the deviation within the groups and that of all rows: narrow enough for a valley, wide enough for an arc.
        double between = Math.Sqrt(axis.Within * total);
        double fullness = FullnessOf([.. axis.T.Zip(u, (t, v) => (t / between, v))], first.Count);
        if (fullness > MostFull) return straight with { Fullness = fullness };

        return straight with
        {
            Fullness = fullness,
            AlongP = AlongTest([.. axis.T.Zip(u, (t, v) => (t / total, across > 0 ? v / across : 0))], first.Count),
        };
    }

    /// <summary>
    /// With as many rows of the larger group as the smaller has, evenly along the axis: else the slope of a large group fills the
    /// valley before a small one.
    /// </summary>
    private static double FullnessOf((double T, double U)[] plane, int first)
    {
        int most = Math.Min(first, plane.Length - first);
        return FullestPath.Share([.. Thinned(plane[..first], most), .. Thinned(plane[first..], most)], most);
    }

    private static IEnumerable<(double T, double U)> Thinned((double T, double U)[] rows, int most)
    {
        (double T, double U)[] ordered = [.. rows.OrderBy(row => row.T)];
        return Enumerable.Range(0, most).Select(i => ordered[(int)((i + 0.5) * ordered.Length / most)]);
    }

    /// <summary>The dip of the rows around a cut, and how many lie on its smaller side.</summary>
    private static (double P, int SmallerSide) TestAround(double[] values, double cut)
    {
        double[] sorted = [.. values.Order()];
        int below = sorted.Count(value => value < cut), side = Math.Min(below, sorted.Length - below);
        return side < MinRows ? (1, side) : (DipTest.Of(sorted[(below - side)..(below + side)]).PValue, side);
    }

    private static double AlongTest((double T, double U)[] plane, int first)
    {
        int a = Middle(plane, 0, first), b = Middle(plane, first, plane.Length);
        double[] s = AlongRows.Of(plane, a, b);
        double ofFirst = Math.Sqrt(s[..first].Average(value => value * value));
        double ofSecond = Math.Sqrt(s[first..].Average(value => (value - s[b]) * (value - s[b])));
        return ofFirst + ofSecond > 0 ? TestAround(s, s[b] * ofFirst / (ofFirst + ofSecond)).P : 1;
    }

    /// <summary>The row nearest to the medians of t and u.</summary>
    private static int Middle((double T, double U)[] plane, int from, int to)
    {
        double t = Median([.. plane[from..to].Select(row => row.T)]), u = Median([.. plane[from..to].Select(row => row.U)]);
        return Enumerable.Range(from, to - from).MinBy(i => AlongRows.Distance(plane[i], (t, u)));
    }

    private static double Median(double[] values) => Quantiles.Of(values).At(0.5);

    private static double Deviation(double[] values) => Moments.Of(values).PopulationDeviation;
}
