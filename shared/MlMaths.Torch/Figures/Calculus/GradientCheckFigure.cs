using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>
/// How far autograd and central differences lie from the hand-derived gradient, coordinate by coordinate. Differences of
/// exactly zero have no logarithm and stand at the left edge.
/// </summary>
public static class GradientCheckFigure
{
    /// <summary>Coordinates that one figure has room for; of more, those that differ most are drawn.</summary>
    public const int MaxRows = 40;

    private const int RowHeight = 22;

    /// <summary>Draws the check, the first coordinate on top; of more than 40, those that differ most.</summary>
    /// <param name="differences">One per coordinate.</param>
    /// <param name="tolerance">The largest difference to autograd that passes.</param>
    /// <param name="name">Stem of the file names.</param>
    public static Figure Draw(
        IReadOnlyList<CoordinateDifference> differences, double tolerance, string name = "gradient-check") => Paper.Both(() =>
    {
        IReadOnlyList<CoordinateDifference> shown = differences.Count <= MaxRows
            ? differences
            : [.. differences.OrderByDescending(row => Math.Max(row.ToAutograd, row.ToDifferences)).Take(MaxRows)];
        double[] positive = [tolerance, .. shown.SelectMany(row => new[] { row.ToAutograd, row.ToDifferences }).Where(value => value > 0)];
        double zero = positive.Min() / 10; // one decade left of everything else
        bool anyZero = shown.Any(row => row.ToAutograd == 0 || row.ToDifferences == 0);
        var sheet = new Sheet(
            Scale.Logarithm("absolute difference from the hand-derived gradient", anyZero ? [zero, .. positive] : positive),
            new Scale("", -0.7, shown.Count + 1.1), height: (shown.Count + 2) * RowHeight + 80,
            rows: [.. shown.Reverse().Select(row => row.Coordinate)]);
        if (anyZero) sheet.Text("0", zero, shown.Count, Palette.Muted, Alignment.MiddleCenter);
        sheet.Upright(tolerance, Palette.Muted);
        sheet.Text($"allowed: {NumberText.Brief(tolerance)}", tolerance, sheet.Y.High, Palette.Muted, Alignment.UpperLeft, dx: 7, dy: 2);
        DrawAnswer(sheet, shown, row => Math.Max(row.ToAutograd, zero), "● autograd", Palette.Line(0), MarkerShape.FilledCircle, dy: 2);
        DrawAnswer(
            sheet, shown, row => Math.Max(row.ToDifferences, zero), "◆ central differences", Palette.Line(1),
            MarkerShape.FilledDiamond, dy: 22);

        return sheet.Finish(name,
            $"Against the hand-derived gradient of {differences.Count} numbers, autograd differs by at most "
            + $"{NumberText.Brief(differences.Max(row => row.ToAutograd))} and central differences by at most "
            + $"{NumberText.Brief(differences.Max(row => row.ToDifferences))}; allowed is {NumberText.Brief(tolerance)}."
            + (shown.Count < differences.Count ? $" The {shown.Count} of {differences.Count} that differ most are drawn." : ""));
    });

    private static void DrawAnswer(
        Sheet sheet, IReadOnlyList<CoordinateDifference> rows, Func<CoordinateDifference, double> difference, string words, Ink ink,
        MarkerShape shape, float dy)
    {
        double[] ups = [.. rows.Select((_, i) => (double)(rows.Count - 1 - i))];
        sheet.Points([.. rows.Select(difference)], ups, ink, shape);
        sheet.Text(words, sheet.X.Low, sheet.Y.High, ink, Alignment.UpperLeft, dx: 40, dy: dy);
    }
}
