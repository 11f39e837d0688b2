using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>Rows on two components, with colour, shape and outline of the cluster they were given.</summary>
public static class ClusterMapFigure
{
    /// <summary>Draws points, outlines and names.</summary>
    /// <param name="x">First score of each row.</param>
    /// <param name="y">Second score of each row.</param>
    /// <param name="clusterOfRow">Index of each row's cluster; below 0 where it has none.</param>
    /// <param name="names">Names of the clusters.</param>
    /// <param name="ratio1">Share of the variance that the first component explains.</param>
    /// <param name="ratio2">The second's.</param>
    /// <param name="name">Stem of the file names.</param>
    public static Figure Draw(
        IReadOnlyList<double> x, IReadOnlyList<double> y, IReadOnlyList<int> clusterOfRow, IReadOnlyList<string> names,
        double? ratio1, double? ratio2, string name = "cluster-map") => Paper.Both(() =>
    {
        var points = new GroupedPoints(x, y, clusterOfRow);
        Sheet sheet = Plane.Sheet(Plane.Component(1, ratio1), Plane.Component(2, ratio2), points.X, points.Y);
        var labels = new SpreadLabels(sheet);
        for (int cluster = 0; cluster < names.Count; cluster++)
        {
            Coordinates[] members = points.Of(cluster), hull = ConvexHull.Of(members);
            if (hull.Length > 2) DrawHull(sheet, hull, Palette.Line(cluster));
            if (members.Length == 0) continue;
            var centre = new Pixel(sheet.Across(members.Average(at => at.X)), sheet.Up(members.Average(at => at.Y)));
            labels.Add(names[cluster], Palette.Line(cluster), centre, bold: true);
        }
        points.Draw(sheet);
        labels.Draw();
        string sizes = string.Join(", ", names.Select((cluster, i) => $"{cluster} {NumberText.Count(points.CountOf(i))}"));
        return sheet.Finish(name,
            $"{NumberText.Count(points.Count)} rows on the first two components in "
            + $"{Counted.Of(names.Count, "cluster")}: {sizes}.{points.Thinned}");
    });

    private static void DrawHull(Sheet sheet, Coordinates[] hull, Ink ink)
    {
        sheet.Fill(hull, ink, opacity: 0.08);
        Coordinates[] round = [.. hull, hull[0]];
        sheet.Add(new Outline([.. round.Select(at => new Pixel(sheet.Across(at.X), sheet.Up(at.Y)))], ink, Opacity: 0.5));
    }
}
