using System.Globalization;
using MlMaths.Torch.Probability;
using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>
/// What each policy costs, cheapest first, with its interval; equal factors are equal distances, since they differ by
/// factors.
/// </summary>
public static class PolicyCostFigure
{
    private const int RowHeight = 40, Width = 480;

    /// <summary>Draws one row per policy.</summary>
    /// <param name="costLabel">What is paid, with its unit and for how many rows.</param>
    /// <param name="policies">With their costs, which are 0 or more.</param>
    /// <param name="chosen">The name of the one in use.</param>
    /// <param name="name">Stem of the file names.</param>
    public static Figure Draw(
        string costLabel, IReadOnlyList<NamedInterval> policies, string chosen, string name = "policy-costs") => Paper.Both(() =>
    {
        NamedInterval[] rows = [.. policies.Where(policy => policy.Estimate.Value is not null).OrderBy(policy => policy.Estimate.Value)];
        double[] ends = [.. rows.SelectMany(row => new[] { row.Estimate.Value, row.Estimate.Low, row.Estimate.High }).OfType<double>()];
        bool byFactors = ends.Length > 0 && ends.Min() > 0 && ends.Max() > 5 * ends.Min();
        var sheet = new Sheet(
            byFactors ? Scale.Logarithm(costLabel, ends) : Scale.FromZero(costLabel, ends), new Scale("", -0.5, rows.Length - 0.3),
            Width, Math.Max(rows.Length, 2) * RowHeight + 74, rows: [.. rows.Reverse().Select(row => row.Name)]);
        if (rows.Length == 0) sheet.Note("no costs");
        for (int i = 0; i < rows.Length; i++) DrawRow(sheet, rows[i], up: rows.Length - 1 - i, rows[i].Name == chosen);
        return sheet.Finish(name, AltText(costLabel, rows, chosen));
    });

    private static void DrawRow(Sheet sheet, NamedInterval row, int up, bool isChosen)
    {
        Ink ink = isChosen ? Palette.Text : Palette.Line(0);
        if (row.Estimate is { Low: double low, High: double high }) sheet.Line([low, high], [up, up], ink, width: isChosen ? 3 : 2);
        sheet.Point(row.Estimate.Value!.Value, up, ink, size: isChosen ? 12 : 10);
        sheet.Text(
            AxisTicks.Words(Rounded(row.Estimate.Value!.Value)), row.Estimate.Value!.Value, up, ink,
            Alignment.LowerCenter, dy: -7, bold: isChosen);
    }

    private static double Rounded(double cost) => Math.Abs(cost) >= 1000
        ? Math.Round(cost)
        : double.Parse(cost.ToString("G3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static string AltText(string costLabel, NamedInterval[] rows, string chosen) =>
        $"{costLabel}, cheapest first: "
        + string.Join("; ", rows.Select(row => $"{row.Name}{(row.Name == chosen ? " (the one in use)" : "")} {Words(row.Estimate)}")) + ".";

    private static string Words(Interval cost) => cost is { Low: double low, High: double high }
        ? $"{NumberText.Brief(Rounded(cost.Value!.Value))} ({NumberText.Percent(cost.Confidence)}: "
            + $"{NumberText.Brief(Rounded(low))} to {NumberText.Brief(Rounded(high))})"
        : NumberText.Brief(Rounded(cost.Value!.Value));
}
