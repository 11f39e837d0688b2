using MlMaths.Torch.Calculus;
using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>
/// An expression as a graph: names left, the result right, at every node its value and the gradient of the result, and on
/// the arrows the local derivatives, as far as there is room for them. On a telephone names stand on top; where more than four boxes
/// would stand beside each other, all stand one below the other.
/// </summary>
public static class ExpressionGraphFigure
{
    private const int MaxNodes = 25, Narrowest = 500, MostBesideOnNarrow = 4;

    // Pixels.
    private const float BoxHeight = 68, Gap = 84, Between = 64, Beside = 9, WidestWords = 150, Line = 20, Margin = 39, Stacked = 12;

    /// <summary>Draws the graph of up to 25 nodes; of more it says that it shows none.</summary>
    /// <param name="explanation">The expression with its values and gradients.</param>
    /// <param name="name">Stem of the file names.</param>
    public static Figure Draw(Explanation explanation, string name = "expression-graph")
    {
        string what = FigureFont.Printable(explanation.Expression);
        if (explanation.Forward.Count > MaxNodes)
        {
            string note = $"{explanation.Forward.Count} nodes: the graph is drawn for up to {MaxNodes}.";
            return Paper.Both(() =>
            {
                Sheet empty = Blank(Narrowest, 120);
                empty.Note(note);
                return empty.Finish(name, $"No graph of {what}: {note}");
            });
        }

        var graph = new LayeredGraph([.. explanation.Forward.Select(step => step.Operands)], Gap);
        int beside = (int)MathF.Round(graph.Height / Gap);
        return Paper.Both(() => !Paper.IsNarrow ? DrawAcross(explanation, graph, name)
            : beside > MostBesideOnNarrow ? DrawStacked(explanation, name)
            : DrawDown(explanation, graph, beside, name));
    }

    private static Figure DrawAcross(Explanation explanation, LayeredGraph graph, string name)
    {
        GraphBox[] boxes = [.. explanation.Forward.Select(step => Box(explanation, step, WidestWords))];
        float[] widths = [.. Enumerable.Range(0, graph.Columns).Select(column => boxes
            .Where((_, k) => graph.ColumnOf(k) == column)
            .Select(box => box.Lines.Max(line => FigureFont.Width(line.Words, Sheet.TextSize, line.Bold)))
            .DefaultIfEmpty(0).Max() + 2 * Beside)];
        float all = widths.Sum() + Between * (widths.Length - 1);
        Sheet sheet = Blank((int)Math.Max(all + 2 * Margin, Narrowest), (int)graph.Height + 64);
        float start = sheet.Area.HorizontalCenter - all / 2;
        PixelRect[] slots = [.. Slots(graph, widths, start, sheet.Area.Top)];
        return Drawn(sheet, explanation, graph, boxes, slots, edge => GraphArrows.Across(edge, slots, graph), name);
    }

    /// <summary>Names on top, the result below, each column of the wide drawing a row.</summary>
    private static Figure DrawDown(Explanation explanation, LayeredGraph graph, int beside, string name)
    {
        float lane = (Paper.NarrowWidth - 2 * Beside) / beside, widest = Math.Min(lane - 8, WidestWords + 2 * Beside);
        GraphBox[] boxes = [.. explanation.Forward.Select(step => Box(explanation, step, widest - 2 * Beside))];
        Sheet sheet = Blank(Paper.NarrowWidth, (int)(graph.Columns * (BoxHeight + Between) - Between) + 100);
        PixelRect[] slots = [.. Enumerable.Range(0, graph.Slots).Select(slot =>
        {
            float middle = Beside + graph.MiddleOf(slot) / Gap * lane, top = sheet.Area.Top + graph.ColumnOf(slot) * (BoxHeight + Between);
            return new PixelRect(middle - widest / 2, middle + widest / 2, top + BoxHeight, top);
        })];
        return Drawn(sheet, explanation, graph, boxes, slots, edge => GraphArrows.Down(edge, slots, graph), name);
    }

    /// <summary>
    /// Where a telephone is too narrow for boxes beside each other: all of them one below the other, in the order of the forward pass.
    /// There is no room for arrows, so each box names what it is made of, and lists the local derivatives under its own gradient.
    /// </summary>
    private static Figure DrawStacked(Explanation explanation, string name)
    {
        float widest = Paper.NarrowWidth - 4 * Beside;
        GraphBox[] boxes = [.. explanation.Forward.Select(step => Box(explanation, step, widest) is var box
            && LocalsOf(explanation, step) is { Length: > 0 } locals
                ? box with { Lines = [.. box.Lines, new GraphLine(Fitted(locals, widest), Palette.Muted, Bold: false)] }
                : box)];
        float[] heights = [.. boxes.Select(box => BoxHeight + (box.Lines.Count - 3) * Line)];
        Sheet sheet = Blank(Paper.NarrowWidth, (int)(heights.Sum() + (boxes.Length - 1) * Stacked) + 100);
        float top = sheet.Area.Top;
        for (int k = 0; k < boxes.Length; k++)
        {
            DrawBox(sheet, new PixelRect(Beside, Paper.NarrowWidth - Beside, top + heights[k], top), boxes[k]);
            top += heights[k] + Stacked;
        }
        Key(sheet, $"in a box: value, ∂{explanation.Outcome}/∂ of the node, and the local derivatives of what it is made of");
        return sheet.Finish(name, AltText(explanation, FigureFont.Printable(explanation.Expression)));
    }

    private static string LocalsOf(Explanation explanation, ForwardStep step)
    {
        int place = explanation.Forward.Index().First(one => one.Item == step).Index;
        return string.Join(", ", step.Operands.Distinct()
            .Select(operand => (Name: explanation.Forward[operand].Node, Slope: Slope(explanation, operand, place)))
            .Where(local => local.Slope.Length > 0).Select(local => $"∂{step.Node}/∂{local.Name} = {local.Slope}"));
    }

    private static Figure Drawn(
        Sheet sheet, Explanation explanation, LayeredGraph graph, GraphBox[] boxes, PixelRect[] slots,
        Func<IReadOnlyList<int>, List<Pixel>> cornersOf, string name)
    {
        var labels = new ArrowLabels(sheet, slots[..boxes.Length]);
        foreach (IReadOnlyList<int> edge in graph.Edges)
        {
            List<Pixel> corners = cornersOf(edge);
            sheet.Add(new Outline([.. corners.SkipLast(1)], Palette.Frame, Width: 1.8f));
            sheet.Add(new Arrow(corners[^2], corners[^1], Palette.Frame));
            labels.Add(corners, Slope(explanation, edge[0], edge[^1]));
        }
        labels.Draw();
        for (int k = 0; k < boxes.Length; k++) DrawBox(sheet, slots[k], boxes[k]);
        Key(sheet, $"in a box: value, ∂{explanation.Outcome}/∂ of the node · on an arrow: local derivative");
        return sheet.Finish(name, AltText(explanation, FigureFont.Printable(explanation.Expression)));
    }

    private static void Key(Sheet sheet, string key)
    {
        foreach ((int line, string words) in FigureFont.Lines(key, Sheet.TextSize, sheet.Area.Right).Index())
        {
            sheet.TextAt(
                new Pixel(sheet.Area.HorizontalCenter, sheet.Area.Bottom + 14 + line * Line), words, Palette.Muted, Alignment.UpperCenter);
        }
    }

    private static Sheet Blank(int width, int height)
    {
        var sheet = new Sheet(new Scale("", 0, 1), new Scale("", 0, 1), width, height, right: Margin, rows: []);
        sheet.HideAxes();
        return sheet;
    }

    private static GraphBox Box(Explanation explanation, ForwardStep step, float widest)
    {
        bool isLeaf = step.Formula == step.Node;
        List<GraphLine> lines =
        [
            new(Fitted(isLeaf ? step.Node : $"{step.Node} = {step.Formula}", widest, bold: true), Palette.Text, Bold: true),
            new(Fitted(step.Value is null ? "no value" : Written(step.Value), widest), Palette.Text, Bold: false),
        ];
        if (explanation.Backward.FirstOrDefault(back => back.Node == step.Node) is { } backward)
        {
            string gradient = backward.Gradient is null ? "not defined" : Written(backward.Gradient);
            lines.Add(new GraphLine(Fitted($"∂ {gradient}", widest), Palette.Positive, Bold: false));
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

    private static void DrawBox(Sheet sheet, PixelRect rect, GraphBox box)
    {
        Pixel corner = new(rect.Left, rect.Top);
        sheet.Add(new Outline(
            [corner, new(rect.Right, rect.Top), new(rect.Right, rect.Bottom), new(rect.Left, rect.Bottom), corner], box.Ink));
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

    private static string Fitted(string words, float widest, bool bold = false) =>
        FigureFont.Fit(words, Sheet.TextSize, widest, bold);

    private static string Written(IReadOnlyList<double> value) =>
        value.Count == 1 ? NumberText.Brief(value[0]) : $"[{string.Join(", ", value.Select(NumberText.Brief))}]";

    private sealed record GraphLine(string Words, Ink Ink, bool Bold);

    private sealed record GraphBox(IReadOnlyList<GraphLine> Lines, Ink Ink);
}
