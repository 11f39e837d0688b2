using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>Lines of equal height on a map, as open or closed lines without the map's own border.</summary>
internal static class LevelLines
{
    private const int Levels = 7, Grid = 64;

    /// <summary>
    /// Lines at heights that grow by the square from the lowest to the highest: on a bowl these stand evenly, and crowd where
    /// it is steeper than a bowl.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<(double X, double Y)>> Of(Func<double, double, double> height, Scale x, Scale y)
    {
        // A field of heights in place of probabilities: an outline is an outline.
        var field = ProbabilityField.Of(height, x.Low, x.High, y.Low, y.High, Grid);
        double[] heights = [.. field.Values.Cast<double>()];
        double low = heights.Min(), high = heights.Max();
        return [.. Enumerable.Range(1, Levels)
            .Select(k => low + (high - low) * Math.Pow((k - 0.5) / Levels, 2))
            .SelectMany(level => ContourLoops.Above(field, level))
            .SelectMany(loop => WithoutBorder(field, loop))];
    }

    private static IEnumerable<IReadOnlyList<(double X, double Y)>> WithoutBorder(ProbabilityField field, Coordinates[] loop)
    {
        int start = Math.Max(Array.FindIndex(loop, OnBorder), 0);
        List<(double X, double Y)> piece = [];
        for (int i = 0; i <= loop.Length; i++)
        {
            Coordinates corner = loop[(start + i) % loop.Length];
            piece.Add((corner.X, corner.Y));
            if (!OnBorder(corner)) continue;
            if (piece.Count > 2) yield return piece;
            piece = [(corner.X, corner.Y)];
        }
        if (piece.Count > 2) yield return piece;

        bool OnBorder(Coordinates at) => at.X == field.LowX || at.X == field.HighX || at.Y == field.LowY || at.Y == field.HighY;
    }
}
