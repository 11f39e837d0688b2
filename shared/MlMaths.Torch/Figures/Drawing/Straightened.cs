using SkiaSharp;

namespace MlMaths.Torch.Figures;

/// <summary>
/// A line with fewer corners that runs nowhere further from the given one than the eye can see: of each stretch the corner
/// furthest from its chord stays, as long as it is further than that (D. H. Douglas and T. K. Peucker, 1973).
/// </summary>
internal static class Straightened
{
    /// <summary>Pixels that a line on narrow paper may move; 0 on a page, whose lines are drawn as they are.</summary>
    public static float Tolerance => Paper.Either(0f, 0.4f);

    /// <param name="line">Corners, pixels.</param>
    /// <param name="tolerance">Furthest distance, pixels; 0 keeps all corners.</param>
    public static SKPoint[] Of(SKPoint[] line, float tolerance)
    {
        if (tolerance <= 0 || line.Length < 3) return line;
        bool[] kept = new bool[line.Length];
        kept[0] = kept[^1] = true;
        var open = new Stack<(int First, int Last)>([(0, line.Length - 1)]);
        while (open.TryPop(out (int First, int Last) stretch))
        {
            (int furthest, float distance) = Furthest(line, stretch.First, stretch.Last);
            if (distance <= tolerance) continue;
            kept[furthest] = true;
            open.Push((stretch.First, furthest));
            open.Push((furthest, stretch.Last));
        }
        return [.. line.Where((_, corner) => kept[corner])];
    }

    private static (int Corner, float Distance) Furthest(SKPoint[] line, int first, int last)
    {
        SKPoint chord = line[last] - line[first];
        float length = chord.Length;
        (int corner, float most) = (first, 0);
        for (int k = first + 1; k < last; k++)
        {
            SKPoint from = line[k] - line[first];
            // Of a closed loop both ends are one point.
            float distance = length < 1e-3f ? from.Length : Math.Abs(chord.X * from.Y - chord.Y * from.X) / length;
            if (distance > most) (corner, most) = (k, distance);
        }
        return (corner, most);
    }
}
