using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>
/// The outline of where a field exceeds a level, as closed loops, by marching squares (W. E. Lorensen and H. E. Cline,
/// 1987, in the plane): in each cell of the grid a straight piece runs between the edges whose ends lie on both sides,
/// with the higher side on its left; pieces that share an edge are joined.
/// </summary>
internal static class ContourLoops
{
    /// <summary>Loops around everything above the level. Those that leave the rectangle close along its border.</summary>
    public static IReadOnlyList<Coordinates[]> Above(ProbabilityField field, double level)
    {
        // A rim of "below" around the grid closes every loop; it lies on the border itself.
        Dictionary<Edge, Edge> next = [];
        for (int row = -1; row < field.Rows; row++)
        {
            for (int column = -1; column < field.Columns; column++) AddPieces(field, level, row, column, next);
        }

        List<Coordinates[]> loops = [];
        while (next.Count > 0)
        {
            List<Coordinates> loop = [];
            Edge edge = next.Keys.First();
            while (next.Remove(edge, out Edge following))
            {
                loop.Add(Crossing(field, level, edge));
                edge = following;
            }
            loops.Add([.. loop]);
        }
        return loops;
    }

    private static void AddPieces(ProbabilityField field, double level, int row, int column, Dictionary<Edge, Edge> next)
    {
        bool first = At(field, (row, column)) > level;
        if (first == At(field, (row, column + 1)) > level
            && first == At(field, (row + 1, column)) > level
            && first == At(field, (row + 1, column + 1)) > level)
        {
            return; // no line crosses most cells, and what follows allocates
        }

        // Corners and edges in turn, from the lower left, against the clock: edge k runs from corner k to corner k + 1.
        (int Row, int Column)[] corners = [(row, column), (row, column + 1), (row + 1, column + 1), (row + 1, column)];
        bool[] above = [.. corners.Select(corner => At(field, corner) > level)];
        Edge[] edges = [.. Enumerable.Range(0, 4).Select(k => Edge.Between(corners[k], corners[(k + 1) % 4]))];
        int[] entries = [.. Enumerable.Range(0, 4).Where(k => above[k] && !above[(k + 1) % 4])];
        foreach (int entry in entries)
        {
            // The higher side is left behind at this edge, and met again going back over the corners that are above.
            int exit = (entry + 3) % 4;
            while (above[exit]) exit = (exit + 3) % 4;
            next[edges[entry]] = edges[exit];
        }
    }

    private static Coordinates Crossing(ProbabilityField field, double level, Edge edge)
    {
        double from = At(field, edge.From), to = At(field, edge.To);
        double part = double.IsInfinity(from) ? 1 : double.IsInfinity(to) ? 0 : (level - from) / (to - from);
        return new Coordinates(
            field.LowX + (field.HighX - field.LowX) * Along(edge.From.Column, edge.To.Column, field.Columns),
            field.LowY + (field.HighY - field.LowY) * Along(edge.From.Row, edge.To.Row, field.Rows));

        double Along(int a, int b, int count) => Math.Clamp((a + (b - a) * part) / (count - 1), 0, 1);
    }

    private static double At(ProbabilityField field, (int Row, int Column) corner) =>
        corner.Row >= 0 && corner.Row < field.Rows && corner.Column >= 0 && corner.Column < field.Columns
            ? field.Values[corner.Row, corner.Column]
            : double.NegativeInfinity;

    /// <summary>An edge of the grid, the same from either side.</summary>
    private readonly record struct Edge((int Row, int Column) From, (int Row, int Column) To)
    {
        public static Edge Between((int Row, int Column) a, (int Row, int Column) b) =>
            a.CompareTo(b) < 0 ? new Edge(a, b) : new Edge(b, a);
    }
}
