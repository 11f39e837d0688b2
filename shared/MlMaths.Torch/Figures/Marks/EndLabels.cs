using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>
/// Names at the ends of lines, which need no legend: to the right of the axes, each as near to its line's end as its
/// neighbours let it be. A thin leader joins a label that had to move. On narrow paper long names stand below the drawing.
/// </summary>
internal sealed class EndLabels
{
    private const float Widest = 250, WidestNarrow = 92, Gap = 18, LeaderWidth = 14;

    private const float WithoutNames = 20;

    private readonly List<Label> _labels = [];

    /// <summary>Pixels at the top of the area that names keep out of.</summary>
    public float KeptFree { get; init; }

    /// <summary>Room that names need to the right of the axes.</summary>
    public static float RoomFor(IEnumerable<string> names, bool bold = false)
    {
        string[] all = [.. names];
        return StandBelow(all, bold) ? WithoutNames : Room(all, bold);
    }

    /// <summary>Whether names are too long to stand beside a narrow drawing.</summary>
    public static bool StandBelow(IEnumerable<string> names, bool bold = false) => Paper.IsNarrow && Room(names, bold) > WidestNarrow;

    private static float Room(IEnumerable<string> names, bool bold) =>
        LeaderWidth + 10 + names.Select(Shortened).Select(name => FigureFont.Width(name, Sheet.TextSize, bold)).DefaultIfEmpty(0).Max();

    public void Add(string name, Ink ink, double x, double y, bool bold = false) =>
        _labels.Add(new Label(Shortened(name), ink, x, y, bold));

    /// <summary>Names beside the axes; a line that ends long before them has its name where it ends.</summary>
    public void Draw(Sheet sheet)
    {
        if (Paper.IsNarrow && Room(_labels.Select(label => label.Text), _labels.Any(label => label.Bold)) > sheet.RoomRight + 1)
        {
            sheet.Legend(_labels.OrderByDescending(label => label.Y).Select(label => ($"— {label.Text}", label.Ink, label.Bold)));
            return;
        }

        ILookup<bool, Label> early = _labels.ToLookup(label => sheet.Across(label.X) < sheet.Area.Left + 0.6 * sheet.Area.Width);
        Draw(sheet, [.. early[true]], label => sheet.Across(label.X) + LeaderWidth, inside: true);
        Draw(sheet, [.. early[false]], _ => sheet.Area.Right + LeaderWidth, inside: false);
    }

    private void Draw(Sheet sheet, Label[] labels, Func<Label, float> across, bool inside)
    {
        float inset = inside ? Gap / 2 : 0;
        float[] ends = [.. labels.Select(label => Math.Clamp(sheet.Up(label.Y), sheet.Area.Top, sheet.Area.Bottom))];
        IReadOnlyList<float> places = Apart(ends, Gap, sheet.Area.Top + KeptFree + inset, sheet.Area.Bottom - inset);
        for (int i = 0; i < ends.Length; i++)
        {
            Pixel at = new(across(labels[i]), places[i]);
            float from = Math.Min(sheet.Across(labels[i].X), sheet.Area.Right) + 3;
            if (Math.Abs(places[i] - ends[i]) > 3)
                sheet.Add(new Leader(new Pixel(from, ends[i]), new Pixel(at.X - 2, at.Y), labels[i].Ink));
            sheet.TextAt(at, labels[i].Text, labels[i].Ink, Alignment.MiddleLeft, labels[i].Bold, patch: inside);
        }
    }

    /// <summary>Moves heights apart to the given gap, each as little as it takes, within the limits as far as all fit.</summary>
    internal static IReadOnlyList<float> Apart(IReadOnlyList<float> heights, float gap, float top, float bottom)
    {
        int[] order = [.. Enumerable.Range(0, heights.Count).OrderBy(i => heights[i])];
        float[] places = [.. heights];
        if (heights.Count > 1) gap = Math.Min(gap, (bottom - top) / (heights.Count - 1));

        // Neighbours that touch become one block around the middle of where its members would like to be.
        List<(int First, int Count, float Middle)> blocks = [];
        for (int k = 0; k < order.Length; k++)
        {
            (int First, int Count, float Middle) block = (k, 1, Held(heights[order[k]], 1));
            while (blocks.Count > 0 && Top(block) - Bottom(blocks[^1]) < gap)
            {
                int first = blocks[^1].First, count = blocks[^1].Count + block.Count;
                blocks.RemoveAt(blocks.Count - 1);
                block = (first, count, Held(order.Skip(first).Take(count).Average(i => heights[i]), count));
            }
            blocks.Add(block);
        }
        foreach ((int First, int Count, float Middle) block in blocks)
            for (int k = 0; k < block.Count; k++) places[order[block.First + k]] = Top(block) + k * gap;
        return places;

        float Half(int count) => (count - 1) * gap / 2;
        float Held(float middle, int count) =>
            Math.Clamp(middle, top + Half(count), Math.Max(top + Half(count), bottom - Half(count)));
        float Top((int First, int Count, float Middle) block) => block.Middle - Half(block.Count);
        float Bottom((int First, int Count, float Middle) block) => block.Middle + Half(block.Count);
    }

    private sealed record Label(string Text, Ink Ink, double X, double Y, bool Bold);

    private static string Shortened(string name) => FigureFont.Fit(name, Sheet.TextSize, Widest);
}
