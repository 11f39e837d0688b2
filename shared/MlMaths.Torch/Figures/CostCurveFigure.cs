using MlMaths.Torch.Evaluation;
using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>What each threshold costs per case, between the two who need no model: who alerts to nobody, and who to all.</summary>
public static class CostCurveFigure
{
    /// <summary>Draws the curve.</summary>
    /// <param name="curve">Costs on the rows that the threshold was chosen on.</param>
    /// <param name="currency">The unit of cost.</param>
    /// <param name="name">Stem of the file names.</param>
    public static Figure Draw(CostCurve curve, string currency = "units", string name = "cost-curve")
    {
        double none = curve.CostPerCase[0], all = curve.CostPerCase[^1];
        double low = Math.Min(0, curve.Thresholds[^1]), high = Math.Max(1, curve.Thresholds[0]);
        double room = 0.012 * (high - low);
        var sheet = new Sheet(
            new Scale("threshold: a score of at least this is called positive", low - room, high + room),
            Scale.FromZero($"cost per case ({currency})", [none, all, .. curve.CostPerCase], headroom: 1.25), width: 680, height: 420);

        DrawLevels(sheet, none, all);
        (double[] xs, double[] ys) = Steps(curve, low, high);
        sheet.Line(xs, ys, Palette.Line(0), width: 2.5f);
        double elkan = curve.Costs.ElkanThreshold, best = curve.BestThreshold;
        sheet.Upright(elkan, Palette.Series[3]);
        sheet.Upright(best, Palette.Text, LinePattern.Solid);
        sheet.Point(best, curve.BestCostPerCase, Palette.Text);
        bool bestIsLeft = best <= elkan;
        DrawName(sheet, $"Elkan {Numbers.Short(elkan)}", elkan, Palette.Series[3], toLeft: !bestIsLeft, row: 0);
        string cheapest = $"cheapest {Numbers.Short(best)}: costs {Numbers.Short(curve.BestCostPerCase)}";
        DrawName(sheet, cheapest, best, Palette.Text, bestIsLeft, row: 1);
        return sheet.Finish(name,
            $"Cost per case against the threshold: cheapest at {Numbers.Short(best)} with {Numbers.Short(curve.BestCostPerCase)} "
            + $"{currency}; Elkan's threshold is {Numbers.Short(elkan)}; calling nobody costs {Numbers.Short(none)}, "
            + $"calling everybody {Numbers.Short(all)}.");
    }

    private static void DrawLevels(Sheet sheet, double none, double all)
    {
        sheet.Level(none, Palette.Muted);
        sheet.Level(all, Palette.Muted);
        bool noneIsHigher = none >= all;
        Draw($"call nobody: {Numbers.Short(none)}", none, above: noneIsHigher);
        Draw($"call everybody: {Numbers.Short(all)}", all, above: !noneIsHigher);

        void Draw(string words, double cost, bool above) => sheet.Text(words, sheet.X.High, cost, Palette.Muted,
            above ? Alignment.LowerRight : Alignment.UpperRight, dx: -10, dy: above ? -3 : 3);
    }

    // A name that does not fit on its side of the line goes to the other side.
    private static void DrawName(Sheet sheet, string words, double threshold, Ink ink, bool toLeft, int row)
    {
        float width = FigureFont.Width(words, Sheet.TextSize) + 12, at = sheet.Across(threshold);
        if (toLeft && at - width < sheet.Area.Left) toLeft = false;
        if (!toLeft && at + width > sheet.Area.Right) toLeft = true;
        sheet.Text(words, threshold, sheet.Y.High, ink, toLeft ? Alignment.UpperRight : Alignment.UpperLeft,
            dx: toLeft ? -7 : 7, dy: 2 + 22 * row);
    }

    // Thresholds descend. The cost of one holds down to the next lower score, that one excluded.
    private static (double[] Thresholds, double[] Costs) Steps(CostCurve curve, double low, double high)
    {
        List<double> xs = [], ys = [];
        for (int k = curve.Thresholds.Count - 1; k >= 0; k--)
        {
            double from = k == curve.Thresholds.Count - 1 ? low : curve.Thresholds[k + 1];
            double to = k == 0 ? high : curve.Thresholds[k];
            xs.AddRange([from, to]);
            ys.AddRange([curve.CostPerCase[k], curve.CostPerCase[k]]);
        }
        return ([.. xs], [.. ys]);
    }
}
