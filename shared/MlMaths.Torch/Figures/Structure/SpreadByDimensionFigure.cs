namespace MlMaths.Torch.Figures;

/// <summary>What becomes of distances as dimensions are added: the nearest and the furthest row grow alike.</summary>
public static class SpreadByDimensionFigure
{
    /// <summary>Draws the curves over the dimensions, equal factors as equal steps.</summary>
    /// <param name="dimensions">Numbers of dimensions, ascending.</param>
    /// <param name="curves">One per kind of data or distance.</param>
    /// <param name="valueLabel">What is read: <c>(furthest − nearest) ÷ nearest</c>.</param>
    /// <param name="name">Stem of the file names.</param>
    public static Figure Draw(
        IReadOnlyList<int> dimensions, IReadOnlyList<NamedCurve> curves, string valueLabel,
        string name = "distance-spread") => Paper.Both(() =>
    {
        double[] across = [.. dimensions.Select(number => (double)number)];
        var sheet = new Sheet(
            Scale.Logarithm("dimensions", across),
            Heights(FigureFont.Printable(valueLabel), [.. curves.SelectMany(curve => curve.Values.OfType<double>())]),
            height: 380, right: EndLabels.RoomFor(curves.Select(curve => curve.Name)));
        var labels = new EndLabels();
        for (int i = 0; i < curves.Count; i++) DrawCurve(sheet, labels, across, curves[i], i);
        labels.Draw(sheet);
        return sheet.Finish(name, AltText(dimensions, curves, valueLabel));
    });

    // What falls by decades is read by factors, as the dimensions are.
    private static Scale Heights(string label, double[] values) =>
        values.Length > 0 && values.Min() > 0 && values.Max() > 30 * values.Min()
            ? Scale.Logarithm(label, values)
            : Scale.FromZero(label, values);

    private static void DrawCurve(Sheet sheet, EndLabels labels, double[] across, NamedCurve curve, int index)
    {
        int[] known = Known(curve);
        if (known.Length == 0) return;
        double[] xs = [.. known.Select(i => across[i])], ys = [.. known.Select(i => curve.Values[i]!.Value)];
        sheet.Line(xs, ys, Palette.Line(index));
        sheet.Add(new PointCloud(
            [.. xs.Zip(ys, (x, y) => new ScottPlot.Pixel(sheet.Across(x), sheet.Up(y)))], Palette.Line(index), GroupedPoints.ShapeOf(index),
            Size: 8, Opacity: 1, HasRims: true));
        labels.Add(curve.Name, Palette.Line(index), xs[^1], ys[^1]);
    }

    private static int[] Known(NamedCurve curve) =>
        [.. Enumerable.Range(0, curve.Values.Count).Where(i => curve.Values[i] is double value && double.IsFinite(value))];

    private static string AltText(IReadOnlyList<int> dimensions, IReadOnlyList<NamedCurve> curves, string valueLabel)
    {
        IEnumerable<string> each = curves.Select(curve => Known(curve) is { Length: > 0 } known
            ? $"{curve.Name} from {NumberText.Brief(curve.Values[known[0]]!.Value)} in {dimensions[known[0]]} to "
                + $"{NumberText.Brief(curve.Values[known[^1]]!.Value)} in {dimensions[known[^1]]}"
            : $"{curve.Name} is not defined");
        return $"{valueLabel} against the number of dimensions: {string.Join("; ", each)}.";
    }
}
