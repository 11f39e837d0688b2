using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>Rows in a plane, coloured by a group that was known before: whether a batch lies apart is seen at once.</summary>
public static class GroupScatterFigure
{
    private const float KeyGap = 24;

    /// <summary>Draws the points, with a key of the groups beside them: their middles may coincide.</summary>
    /// <param name="x">Across, one per row.</param>
    /// <param name="y">Up, one per row.</param>
    /// <param name="groups">Index of each row's group; below 0 where it has none.</param>
    /// <param name="groupNames">Names of the groups.</param>
    /// <param name="xLabel">What is across.</param>
    /// <param name="yLabel">What is up.</param>
    /// <param name="name">Stem of the file names.</param>
    public static Figure Draw(
        IReadOnlyList<double> x, IReadOnlyList<double> y, IReadOnlyList<int> groups, IReadOnlyList<string> groupNames,
        string xLabel, string yLabel, string name) => Paper.Both(() =>
    {
        var points = new GroupedPoints(x, y, groups);
        string[] words = [.. groupNames.Select(
            (group, i) => $"{FigureFont.Fit(group, Sheet.TextSize, 130)} ({NumberText.Count(points.CountOf(i))})")];
        Sheet sheet = Plane.Sheet(xLabel, yLabel, points.X, points.Y, right: EndLabels.RoomFor(words) + 12);
        points.Draw(sheet);
        if (EndLabels.StandBelow(words))
            sheet.Legend(words.Select((word, group) => ($"{Glyph(GroupedPoints.ShapeOf(group))} {word}", Palette.Line(group), false)));
        else
            DrawKey(sheet, words);
        return sheet.Finish(name,
            $"{NumberText.Count(points.Count)} rows by {xLabel} and {yLabel}; "
            + $"{string.Join("; ", groupNames.Select(Middle))}.{points.Thinned}");

        string Middle(string group, int index)
        {
            Coordinates[] members = points.Of(index);
            return members.Length == 0
                ? $"{group} has no row"
                : $"{group}: {NumberText.Count(members.Length)} rows around "
                    + $"{NumberText.Fixed(members.Average(at => at.X), 2)} and "
                    + $"{NumberText.Fixed(members.Average(at => at.Y), 2)}";
        }
    });

    private static void DrawKey(Sheet sheet, string[] words)
    {
        int most = (int)(sheet.Area.Height / KeyGap);
        for (int group = 0; group < Math.Min(words.Length, most); group++)
        {
            var at = new Pixel(sheet.Area.Right + 16, sheet.Area.Top + (group + 0.5f) * KeyGap);
            sheet.Add(new PointCloud(
                [at], GroupedPoints.InkOf(group), GroupedPoints.ShapeOf(group), Size: 10, Opacity: 1, HasRims: false));
            bool more = group == most - 1 && words.Length > most;
            sheet.TextAt(
                at with { X = at.X + 12 }, more ? $"and {words.Length - group} more" : words[group],
                Palette.Line(group), Alignment.MiddleLeft);
        }
    }

    private static string Glyph(PointShape shape) => shape switch
    {
        PointShape.TriangleUp => "▲",
        PointShape.Square => "■",
        PointShape.Diamond => "◆",
        PointShape.TriangleDown => "▼",
        PointShape.Cross => "×",
        _ => "●",
    };
}
