using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>The corners that the arrows of a graph run through.</summary>
internal static class GraphArrows
{
    /// <summary>From a box to a box; arrows into one box come in one below the other.</summary>
    public static List<Pixel> Across(IReadOnlyList<int> edge, PixelRect[] slots, LayeredGraph graph)
    {
        List<Pixel> corners = [new(slots[edge[0]].Right, slots[edge[0]].VerticalCenter)];
        foreach (int slot in edge.Skip(1).SkipLast(1))
        {
            corners.Add(new Pixel(slots[slot].Left, slots[slot].VerticalCenter));
            corners.Add(new Pixel(slots[slot].Right, slots[slot].VerticalCenter));
        }
        corners.Add(new Pixel(slots[edge[^1]].Left, slots[edge[^1]].VerticalCenter + Aside(edge, graph)));
        return corners;
    }

    /// <summary>The same where columns are rows, from above downwards.</summary>
    public static List<Pixel> Down(IReadOnlyList<int> edge, PixelRect[] slots, LayeredGraph graph)
    {
        List<Pixel> corners = [new(slots[edge[0]].HorizontalCenter, slots[edge[0]].Bottom)];
        foreach (int slot in edge.Skip(1).SkipLast(1))
        {
            corners.Add(new Pixel(slots[slot].HorizontalCenter, slots[slot].Top));
            corners.Add(new Pixel(slots[slot].HorizontalCenter, slots[slot].Bottom));
        }
        corners.Add(new Pixel(slots[edge[^1]].HorizontalCenter + Aside(edge, graph), slots[edge[^1]].Top));
        return corners;
    }

    // Arrows into one box come in one beside the other.
    private static float Aside(IReadOnlyList<int> edge, LayeredGraph graph)
    {
        int[] into = [.. graph.Edges.Where(other => other[^1] == edge[^1]).OrderBy(other => graph.MiddleOf(other[^2]))
            .Select(other => other[0])];
        return (Array.IndexOf(into, edge[0]) - (into.Length - 1) / 2f) * 16;
    }
}
