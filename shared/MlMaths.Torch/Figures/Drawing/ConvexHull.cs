using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>
/// The smallest convex outline around points, by A. M. Andrew's monotone chain (1979): sorted from left to right, a chain
/// along the bottom and one back along the top, from which every corner that does not turn left is dropped.
/// Θ(n log n).
/// </summary>
internal static class ConvexHull
{
    /// <summary>The corners against the clock, without those inside an edge; fewer than three where the points lie on a line.</summary>
    public static Coordinates[] Of(IEnumerable<Coordinates> points)
    {
        Coordinates[] sorted = [.. points.Distinct().OrderBy(point => point.X).ThenBy(point => point.Y)];
        if (sorted.Length < 3) return sorted;
        // The last corner of each chain is the first of the other.
        return [.. Chain(sorted).SkipLast(1), .. Chain(sorted.Reverse()).SkipLast(1)];
    }

    private static List<Coordinates> Chain(IEnumerable<Coordinates> points)
    {
        List<Coordinates> chain = [];
        foreach (Coordinates point in points)
        {
            while (chain.Count > 1 && Turn(chain[^2], chain[^1], point) <= 0) chain.RemoveAt(chain.Count - 1);
            chain.Add(point);
        }
        return chain;
    }

    // (b − a) × (c − a): above 0 where a → b → c turns left.
    private static double Turn(Coordinates a, Coordinates b, Coordinates c) =>
        (b.X - a.X) * (c.Y - a.Y) - (b.Y - a.Y) * (c.X - a.X);
}
