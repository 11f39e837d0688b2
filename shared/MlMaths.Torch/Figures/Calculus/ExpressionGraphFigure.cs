using MlMaths.Torch.Calculus;
using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>
/// An expression as a graph: names left, the result right, at every node its value and the gradient of the result, and on
/// the arrows the local derivatives, as far as there is room for them.
/// </summary>
public static class ExpressionGraphFigure
{
    private const int MaxNodes = 25, Narrowest = 500;

    // Pixels.
    private const float BoxHeight = 68, Gap = 84, Between = 64, Beside = 9, WidestWords = 150, Line = 20, Margin = 39;

    /// <summary>Draws the graph of up to 25 nodes; of more it says that it shows none.</summary>
    /// <param name="explanation">The expression with its values and gradients.</param>
    /// <param name="name">Stem of the file names.</param>
    public static Figure Draw(Explanation explanation, string name = "expression-graph")
    {
        string what = FigureFont.Printable(explanation.Expression);
        if (explanation.Forward.Count > MaxNodes)
        {
            string note = $"{explanation.Forward.Count} nodes: the graph is drawn for up to {MaxNodes}.";
            Sheet empty = Paper(Narrowest, 120);
            empty.Note(note);
            return empty.Finish(name, $"No graph of {what}: {note}");
        }

        GraphBox[] boxes = [.. explanation.Forward.Select(step => Box(explanation, step))];
        var graph = new LayeredGraph([.. explanation.Forward.Select(step => step.Operands)], Gap);
        float[] widths = [.. Enumerable.Range(0, graph.Columns).Select(column => boxes
            .Where((_, k) => graph.ColumnOf(k) == column)
            .Select(box => box.Lines.Max(line => FigureFont.Width(line.Words, Sheet.TextSize, line.Bold)))
            .DefaultIfEmpty(0).Max() + 2 * Beside)];
        float all = widths.Sum() + Between * (widths.Length - 1);
        Sheet sheet = Paper((int)Math.Max(all + 2 * Margin, Narrowest), (int)graph.Height + 64);
        float start = sheet.Area.HorizontalCenter - all / 2;
        PixelRect[] slots = [.. Slots(graph, widths, start, sheet.Area.Top)];

        var labels = new ArrowLabels(sheet, slots[..boxes.Length]);
        foreach (IReadOnlyList<int> edge in graph.Edges)
        {
            IReadOnlyList<Pixel> corners = Corners(edge, slots, graph);
            sheet.Plot.Add.Plottable(new Outline([.. corners.SkipLast(1)], Palette.Frame.Color, 1.8f));
            sheet.Plot.Add.Plottable(new Arrow(corners[^2], corners[^1], Palette.Frame));
            labels.Add(corners, Slope(explanation, edge[0], edge[^1]));
        }
        labels.Draw();
        for (int k = 0; k < boxes.Length; k++) DrawBox(sheet, slots[k], boxes[k]);
        sheet.TextAt(
            new Pixel(sheet.Area.HorizontalCenter, sheet.Area.Bottom + 14),
            $"in a box: value, ∂{explanation.Outcome}/∂ of the node · on an arrow: local derivative", Palette.Muted, Alignment.UpperCenter);
        return sheet.Finish(name, AltText(explanation, what));
    }

    private static Sheet Paper(int width, int height)
    {
        var sheet = new Sheet(new Scale("", 0, 1), new Scale("", 0, 1), width, height, right: Margin, rows: []);
        sheet.Plot.HideGrid();
        sheet.Plot.Axes.Bottom.IsVisible = sheet.Plot.Axes.Left.IsVisible = false;
        return sheet;
    }

    private static GraphBox Box(Explanation explanation, ForwardStep step)
    {
        bool isLeaf = step.Formula == step.Node;
        List<GraphLine> lines =
        [
            new(Fitted(isLeaf ? step.Node : $"{step.Node} = {step.Formula}", bold: true), Palette.Text, Bold: true),
            new(Fitted(step.Value is null ? "no value" : Written(step.Value)), Palette.Text, Bold: false),
        ];
        if (explanation.Backward.FirstOrDefault(back => back.Node == step.Node) is { } backward)
        {
            string gradient = backward.Gradient is null ? "not defined" : Written(backward.Gradient);
            lines.Add(new GraphLine(Fitted($"∂ {gradient}"), Palette.Positive, Bold: false));
        }
        return new GraphBox(lines, isLeaf ? Palette.Negative : step == explanation.Forward[^1] ? Palette.Text : Palette.Frame);
    }

    private static string Slope(Explanation explanation, int from, int to)
    {
        LocalDerivative? local = explanation.Backward.FirstOrDefault(back => back.Node == explanation.Forward[from].Node)?
            .Through.FirstOrDefault(through => through.Of == explanation.Forward[to].Node);
        return local?.Value is { } value ? Written(value) : "";
    }

    private static IEnumerable<PixelRect> Slots(LayeredGraph graph, float[] widths, float start, float top)
    {
        for (int slot = 0; slot < graph.Slots; slot++)
        {
            int column = graph.ColumnOf(slot);
            float left = start + widths.Take(column).Sum() + column * Between, middle = top + graph.MiddleOf(slot);
            yield return new PixelRect(left, left + widths[column], middle + BoxHeight / 2, middle - BoxHeight / 2);
        }
    }

    /// <summary>From a box to a box; arrows into one box come in one below the other.</summary>
    private static List<Pixel> Corners(IReadOnlyList<int> edge, PixelRect[] slots, LayeredGraph graph)
    {
        List<Pixel> corners = [new(slots[edge[0]].Right, slots[edge[0]].VerticalCenter)];
        foreach (int slot in edge.Skip(1).SkipLast(1))
        {
            corners.Add(new Pixel(slots[slot].Left, slots[slot].VerticalCenter));
            corners.Add(new Pixel(slots[slot].Right, slots[slot].VerticalCenter));
        }
        int[] into = [.. graph.Edges.Where(other => other[^1] == edge[^1]).OrderBy(other => graph.MiddleOf(other[^2]))
            .Select(other => other[0])];
        float aside = (Array.IndexOf(into, edge[0]) - (into.Length - 1) / 2f) * 16;
        corners.Add(new Pixel(slots[edge[^1]].Left, slots[edge[^1]].VerticalCenter + aside));
        return corners;
    }

    private static void DrawBox(Sheet sheet, PixelRect rect, GraphBox box)
    {
        Pixel corner = new(rect.Left, rect.Top);
        sheet.Plot.Add.Plottable(new Outline(
            [corner, new(rect.Right, rect.Top), new(rect.Right, rect.Bottom), new(rect.Left, rect.Bottom), corner], box.Ink.Color));
        float first = rect.VerticalCenter - (box.Lines.Count - 1) * Line / 2;
        for (int k = 0; k < box.Lines.Count; k++)
        {
            sheet.TextAt(
                new Pixel(rect.HorizontalCenter, first + k * Line), box.Lines[k].Words, box.Lines[k].Ink,
                Alignment.MiddleCenter, box.Lines[k].Bold);
        }
    }

    private static string AltText(Explanation explanation, string what) =>
        $"The graph of {what}, from its names to the result: " + string.Join("; ", explanation.Forward.Select(step =>
            (step.Formula == step.Node ? "" : $"{step.Node} = ") + FigureFont.Printable(step.Formula)
            + (step.Value is null ? " has no value" : $" is {Written(step.Value)}")
            + (explanation.Backward.FirstOrDefault(back => back.Node == step.Node)?.Gradient is { } gradient
                ? $", gradient {Written(gradient)}"
                : "")))
            + ".";

    private static string Fitted(string words, bool bold = false) => FigureFont.Fit(words, Sheet.TextSize, WidestWords, bold);

    private static string Written(IReadOnlyList<double> value) =>
        value.Count == 1 ? NumberText.Brief(value[0]) : $"[{string.Join(", ", value.Select(NumberText.Brief))}]";

    private sealed record GraphLine(string Words, Ink Ink, bool Bold);

    private sealed record GraphBox(IReadOnlyList<GraphLine> Lines, Ink Ink);
}
