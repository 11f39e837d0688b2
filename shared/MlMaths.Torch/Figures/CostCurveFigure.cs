using MlMaths.Torch.Evaluation;
using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>
/// What each threshold costs per case, beside the two who need no model: who alerts to nobody, and who to all. The axis
/// ends a little above the cheaper of those two, where thresholds are worth comparing; what costs more is off the scale.
/// </summary>
public static class CostCurveFigure
{
    // Above the dearest level that has to be seen: room for the names of the thresholds.
    private const double Headroom = 1.35;

    /// <summary>Draws the curve.</summary>
    /// <param name="curve">Costs on the rows that the threshold was chosen on.</param>
    /// <param name="currency">The unit of cost.</param>
    /// <param name="name">Stem of the file names.</param>
    public static Figure Draw(CostCurve curve, string currency = "units", string name = "cost-curve")
    {
        double none = curve.CostPerCase[0], all = curve.CostPerCase[^1];
        double elkan = curve.Costs.ElkanThreshold, best = curve.BestThreshold;
        double low = Math.Min(0, curve.Thresholds[^1]), high = Math.Max(1, curve.Thresholds[0]);
        double room = 0.012 * (high - low);
        Scale cost = Scale.FromZero($"cost per case ({currency})", [Math.Min(none, all), CostAt(curve, 0.5), CostAt(curve, elkan)], Headroom);
        (string Words, double Cost)[] levels = [(LevelWords("call nobody", none, cost), none), (LevelWords("call everybody", all, cost), all)];
        var sheet = new Sheet(
            new Scale("threshold: a score of at least this is called positive", low - room, high + room),
            cost, width: 680, height: 420, right: EndLabels.RoomFor(levels.Select(level => level.Words)));

        DrawLevels(sheet, levels);
        (double[] xs, double[] ys) = Steps(curve, low, high);
        sheet.Line(xs, ys, Palette.Line(0), width: 2.5f);
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

    private static string LevelWords(string who, double level, Scale cost) =>
        level <= cost.High ? $"{who}: {Numbers.Short(level)}" : $"↑ {who}: {Numbers.Short(level)}";

    private static void DrawLevels(Sheet sheet, (string Words, double Cost)[] levels)
    {
        EndLabels names = new();
        foreach ((string words, double cost) in levels)
        {
            if (cost <= sheet.Y.High) sheet.Level(cost, Palette.Muted);
            names.Add(words, Palette.Muted, sheet.X.High, cost);
        }
        names.Draw(sheet);
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

    // Thresholds descend; a threshold between two scores calls what the higher of them calls.
    private static double CostAt(CostCurve curve, double threshold)
    {
        int above = curve.Thresholds.TakeWhile(score => score >= threshold).Count();
        return curve.CostPerCase[Math.Max(above - 1, 0)];
    }

    // The cost of one threshold holds down to the next lower score, that one excluded.
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
