using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>Points of many rows, thinned to what a figure can hold.</summary>
internal static class ResidualPlane
{
    private const int MaxPoints = 1200;

    /// <summary>Every k-th row of a long table.</summary>
    public static void Dots(Sheet sheet, IReadOnlyList<double> xs, IReadOnlyList<double> ys, Ink ink)
    {
        int[] shown = Shown(xs.Count);
        sheet.Points([.. shown.Select(i => xs[i])], [.. shown.Select(i => ys[i])], ink, MarkerShape.FilledCircle, size: 6, opacity: 0.75);
    }

    /// <summary>Said where rows were left out.</summary>
    public static string Thinned(int rows) =>
        Shown(rows).Length < rows ? $" {Shown(rows).Length} of {NumberText.Count(rows)} rows are drawn." : "";

    private static int[] Shown(int rows)
    {
        int every = (rows + MaxPoints - 1) / MaxPoints;
        return [.. Enumerable.Range(0, rows).Where(i => i % every == 0)];
    }
}
