using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>Rows on the first two components, and the columns that pull them there as arrows (K. R. Gabriel, 1971).</summary>
public static class BiplotFigure
{
    private const int Arrows = 8;

    // Pixels.
    private const float Moved = 24, Around = 90, LeaderRoom = 16;

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
        IReadOnlyList<BiplotArrow> arrows, double? ratio1, double? ratio2, string name = "biplot") => Paper.Both(() =>
    {
        var points = new GroupedPoints(pc1, pc2, groups);
        Sheet sheet = Plane.Sheet(Plane.Component(1, ratio1), Plane.Component(2, ratio2), [0, .. points.X], [0, .. points.Y]);
        points.Draw(sheet, size: 6, opacity: 0.45, rims: false);
        BiplotArrow[] longest = [.. arrows.OrderByDescending(arrow => arrow.Length).Take(Arrows).Where(arrow => arrow.Length > 0)];
        var labels = new SpreadLabels(sheet);
        DrawArrows(sheet, labels, longest);
        DrawNames(sheet, labels, points, groupNames);
        labels.Draw();
        string shares = ratio1 is double one && ratio2 is double two
            ? $", which explain {NumberText.Percent(one + two)} of the variance"
            : "";
        string pull = string.Join(", ", longest.Take(4).Select(arrow => $"{arrow.Name} {Way(arrow)}"));
        return sheet.Finish(name,
            $"{NumberText.Count(points.Count)} rows on the first two components{shares}. The longest arrows: {pull}.{points.Thinned}");
    });

    private static void DrawArrows(Sheet sheet, SpreadLabels labels, BiplotArrow[] arrows)
    {
        var origin = new Pixel(sheet.Across(0), sheet.Up(0));
        double stretch = arrows.Select(arrow => Room(sheet, origin, arrow)).DefaultIfEmpty(1).Min();
        Pixel[] tips = [.. arrows.Select(arrow => new Pixel(sheet.Across(arrow.X * stretch), sheet.Up(arrow.Y * stretch)))];
        foreach (Pixel tip in tips)
        {
            sheet.Add(new Arrow(origin, tip, Palette.Text));
            labels.Avoid(origin, tip);
        }
        foreach (int side in new[] { -1, 1 })
        {
            int[] here = [.. Enumerable.Range(0, arrows.Length).Where(i => arrows[i].X < 0 == side < 0)];
            IReadOnlyList<float> heights =
                EndLabels.Apart([.. here.Select(i => tips[i].Y)], gap: 20, sheet.Area.Top + 10, sheet.Area.Bottom - 10);
            bool crowded = here.Where((i, k) => Math.Abs(heights[k] - tips[i].Y) > Moved).Any();
            for (int k = 0; k < here.Length; k++)
            {
                Pixel tip = tips[here[k]];
                IEnumerable<float> reached = here.Select(i => side * Farthest(origin, tips[i], heights[k], side)).Append(side * tip.X);
                // Where names had to move they all stand beyond the tips around them, with room for their leaders.
                if (crowded)
                {
                    reached = reached.Concat(here.Where(i => Math.Abs(tips[i].Y - heights[k]) < Around)
                        .Select(i => side * tips[i].X + LeaderRoom));
                }
                labels.Add(arrows[here[k]].Name, Palette.Text, tip, new Pixel(side * reached.Max(), heights[k]), side);
            }
        }
    }

    // How far an arrow can be stretched until it, or its name beyond its tip, meets the border.
    private static double Room(Sheet sheet, Pixel origin, BiplotArrow arrow)
    {
        const float Least = 0.35f, Upwards = 0.9f, Gap = 16 + LeaderRoom;
        double right = sheet.Across(arrow.X) - origin.X, up = origin.Y - sheet.Up(arrow.Y);
        double across = right < 0 ? origin.X - sheet.Area.Left : sheet.Area.Right - origin.X;
        double height = up < 0 ? sheet.Area.Bottom - origin.Y : origin.Y - sheet.Area.Top;
        double words = SpreadLabels.WidthOf(arrow.Name) + Gap;
        return Math.Min(Math.Max(across - words, Least * across) / Math.Abs(right), Upwards * height / Math.Abs(up));
    }

    // How far to a side an arrow reaches at the height of a line of words.
    private static float Farthest(Pixel origin, Pixel tip, float height, int side)
    {
        const float HalfLine = 11;
        float rise = tip.Y - origin.Y, nearest = Math.Clamp(height, Math.Min(origin.Y, tip.Y), Math.Max(origin.Y, tip.Y));
        if (Math.Abs(nearest - height) > HalfLine) return side < 0 ? float.MaxValue : float.MinValue;
        float end = Math.Clamp(height + Math.Sign(rise) * HalfLine, Math.Min(origin.Y, tip.Y), Math.Max(origin.Y, tip.Y));
        return rise == 0 ? tip.X : origin.X + (tip.X - origin.X) * (end - origin.Y) / rise;
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
        $"{NumberText.Brief(arrow.X)} on PC1 and {NumberText.Brief(arrow.Y)} on PC2";
}
