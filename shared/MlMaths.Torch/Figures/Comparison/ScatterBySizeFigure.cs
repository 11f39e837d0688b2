using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>
/// A number's scatter against the rows that it is measured on, both scales logarithmic: a law of 1/√n is a straight
/// line that falls by half where n grows fourfold.
/// </summary>
public static class ScatterBySizeFigure
{
    private const int Width = 500, Height = 380;

    /// <summary>Draws measured points, and the law of each as a line.</summary>
    /// <param name="rows">n, ascending.</param>
    /// <param name="curves">Measured, each named at its right end; null where it is not defined.</param>
    /// <param name="laws">Laws in the same order.</param>
    /// <param name="valueLabel">Up.</param>
    /// <param name="name">Stem of the file names.</param>
    public static Figure Draw(
        IReadOnlyList<int> rows, IReadOnlyList<NamedCurve> curves, IReadOnlyList<NamedCurve> laws, string valueLabel,
        string name = "scatter-by-size") => Paper.Both(() =>
    {
        double[] across = [.. rows.Select(n => (double)n)];
        var sheet = new Sheet(
            Scale.Logarithm("rows measured on", across),
            Scale.Logarithm(FigureFont.Printable(valueLabel), [.. curves.Concat(laws).SelectMany(curve => curve.Values.OfType<double>())]),
            Width, Height, right: EndLabels.RoomFor(curves.Select(curve => curve.Name)));
        var labels = new EndLabels();
        foreach ((int i, (NamedCurve measured, NamedCurve law)) in curves.Zip(laws).Index())
        {
            (double[] xs, double[] ys) = Known(across, law);
            sheet.Line(xs, ys, Palette.Line(i), width: 1.5f, pattern: LinePattern.DenselyDashed);
            (xs, ys) = Known(across, measured);
            sheet.Points(xs, ys, Palette.Line(i), size: 9);
            if (xs.Length > 0) labels.Add(measured.Name, Palette.Line(i), xs[^1], ys[^1]);
        }

        labels.Draw(sheet);
        return sheet.Finish(name, AltText(rows, curves, valueLabel));
    });

    private static (double[] Xs, double[] Ys) Known(double[] across, NamedCurve curve)
    {
        int[] known = [.. Enumerable.Range(0, across.Length).Where(i => curve.Values[i] > 0)];
        return ([.. known.Select(i => across[i])], [.. known.Select(i => curve.Values[i]!.Value)]);
    }

    private static string AltText(IReadOnlyList<int> rows, IReadOnlyList<NamedCurve> curves, string valueLabel)
    {
        IEnumerable<string> each = curves.Select(
            curve => curve.Values is [.., double last] && curve.Values.First(value => value is not null) is double first
                ? $"{curve.Name} from {NumberText.Brief(first)} to {NumberText.Brief(last)}"
                : $"{curve.Name} not defined throughout");
        return $"{valueLabel} on {NumberText.Count(rows[0])} to {NumberText.Count(rows[^1])} rows: "
            + $"{string.Join("; ", each)}. Dashed: the law of 1/√n.";
    }
}
