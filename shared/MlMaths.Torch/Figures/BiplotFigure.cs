using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>Rows on the first two components, and the columns that pull them there as arrows (K. R. Gabriel, 1971).</summary>
public static class BiplotFigure
{
    private const int Arrows = 8;

    /// <summary>Draws points and the arrows of the strongest columns; arrows are stretched by one factor to be seen.</summary>
    /// <param name="pc1">First score of each row.</param>
    /// <param name="pc2">Second score of each row.</param>
    /// <param name="groups">Index of each row's group; null draws all alike.</param>
    /// <param name="groupNames">Names of the groups; null names none.</param>
    /// <param name="arrows">Loadings of the columns; the eight longest are drawn.</param>
    /// <param name="ratio1">Share of the variance that the first component explains.</param>
    /// <param name="ratio2">The second's.</param>
    /// <param name="name">Stem of the file names.</param>
    public static Figure Draw(
        IReadOnlyList<double> pc1, IReadOnlyList<double> pc2, IReadOnlyList<int>? groups, IReadOnlyList<string>? groupNames,
        IReadOnlyList<BiplotArrow> arrows, double? ratio1, double? ratio2, string name = "biplot")
    {
        var points = new GroupedPoints(pc1, pc2, groups);
        Sheet sheet = Plane.Sheet(Plane.Component(1, ratio1), Plane.Component(2, ratio2), [0, .. points.X], [0, .. points.Y]);
        points.Draw(sheet, size: 6, opacity: 0.45, rims: false);
        BiplotArrow[] longest = [.. arrows.OrderByDescending(arrow => arrow.Length).Take(Arrows).Where(arrow => arrow.Length > 0)];
        var labels = new SpreadLabels(sheet);
        DrawArrows(sheet, labels, longest);
        DrawNames(sheet, labels, points, groupNames);
        labels.Draw();
        string shares = ratio1 is double one && ratio2 is double two ? $", which explain {Numbers.Percent(one + two)} of the variance" : "";
        string pull = string.Join(", ", longest.Take(4).Select(arrow => $"{arrow.Name} {Way(arrow)}"));
        return sheet.Finish(name,
            $"{Numbers.Count(points.Count)} rows on the first two components{shares}. The longest arrows: {pull}.{points.Thinned}");
    }

    private static void DrawArrows(Sheet sheet, SpreadLabels labels, BiplotArrow[] arrows)
    {
        const double Reach = 0.8;
        double stretch = arrows.SelectMany(arrow => new[]
        {
            Room(arrow.X, sheet.X), Room(arrow.Y, sheet.Y),
        }).DefaultIfEmpty(1).Min() * Reach;
        var origin = new Pixel(sheet.Across(0), sheet.Up(0));
        foreach (BiplotArrow arrow in arrows)
        {
            var tip = new Pixel(sheet.Across(arrow.X * stretch), sheet.Up(arrow.Y * stretch));
            sheet.Plot.Add.Plottable(new Arrow(origin, tip, Palette.Text));
            labels.Add(arrow.Name, Palette.Text, tip, side: arrow.X < 0 ? -1 : 1);
        }

        static double Room(double loading, Scale scale) =>
            loading > 0 ? scale.High / loading : loading < 0 ? scale.Low / loading : double.PositiveInfinity;
    }

    private static void DrawNames(Sheet sheet, SpreadLabels labels, GroupedPoints points, IReadOnlyList<string>? groupNames)
    {
        for (int group = 0; group < (groupNames?.Count ?? 0); group++)
        {
            Coordinates[] members = points.Of(group);
            if (members.Length == 0) continue;
            var centre = new Pixel(sheet.Across(members.Average(at => at.X)), sheet.Up(members.Average(at => at.Y)));
            labels.Add(groupNames![group], Palette.Line(group), centre, bold: true);
        }
    }

    private static string Way(BiplotArrow arrow) =>
        $"{Numbers.Short(arrow.X)} on PC1 and {Numbers.Short(arrow.Y)} on PC2";
}
