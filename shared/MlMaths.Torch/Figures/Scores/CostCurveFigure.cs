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
    public static Figure Draw(CostCurve curve, string currency = "units", string name = "cost-curve") => Paper.Both(() =>
    {
        double none = curve.CostPerCase[0], all = curve.CostPerCase[^1];
        double low = Math.Min(0, curve.Thresholds[^1]), high = Math.Max(1, curve.Thresholds[0]);
        double room = 0.012 * (high - low);
        var sheet = new Sheet(
            new Scale("threshold: a score of at least this is flagged positive", low - room, high + room),
            Scale.FromZero($"cost per case ({currency})", [Ceiling(curve)], headroom: 1.25), width: 680, height: 420);

        double elkan = curve.Costs.ElkanThreshold, best = curve.BestThreshold;
        (double[] xs, double[] ys) = Steps(curve, low, high);
        sheet.Line(xs, ys, Palette.Line(0), width: 2.5f);
        // Levels that nearly agree have their names side by side.
        bool apart = Math.Abs(sheet.Up(none) - sheet.Up(all)) > 24;
        DrawLevel(
            sheet, $"flag nothing: {NumberText.Brief(none)}", none, best, xs, ys, apart ? Alignment.LowerCenter : Alignment.LowerRight);
        DrawLevel(
            sheet, $"flag everything: {NumberText.Brief(all)}", all, best, xs, ys, apart ? Alignment.LowerCenter : Alignment.LowerLeft);
        sheet.Upright(elkan, Palette.Series[3]);
        sheet.Upright(best, Palette.Text, LinePattern.Solid);
        sheet.Point(best, curve.BestCostPerCase, Palette.Text);
        bool bestIsLeft = best <= elkan;
        DrawName(sheet, $"Elkan {NumberText.Brief(elkan)}", elkan, Palette.Series[3], toLeft: !bestIsLeft, row: 0);
        string cheapest = $"cheapest {NumberText.Brief(best)}: costs {NumberText.Brief(curve.BestCostPerCase)}";
        DrawName(sheet, cheapest, best, Palette.Text, bestIsLeft, row: 1);
        return sheet.Finish(name,
            $"Cost per case against the threshold: cheapest at {NumberText.Brief(best)} with {NumberText.Brief(curve.BestCostPerCase)} "
            + $"{currency}; Elkan's threshold is {NumberText.Brief(elkan)}; flagging nothing costs {NumberText.Brief(none)}, "
            + $"flagging everything {NumberText.Brief(all)}.");
    });

    // Where one of the two who need no model pays many times what the other pays, the curve near its bottom would be flat.
    private static double Ceiling(CostCurve curve)
    {
        double none = curve.CostPerCase[0], all = curve.CostPerCase[^1], highest = curve.CostPerCase.Max();
        double lesser = Math.Max(Math.Min(none, all), curve.BestCostPerCase);
        return lesser > 0 ? Math.Min(highest, 2 * lesser) : highest;
    }

    /// <summary>A level and its name, above it in the middle of the stretch where the curve runs below.</summary>
    private static void DrawLevel(Sheet sheet, string words, double cost, double marked, double[] xs, double[] ys, Alignment side)
    {
        if (cost > sheet.Y.High)
        {
            // On the side where neither threshold is marked, and neither end of the curve rises.
            double clear = marked < 0.5 ? 0.62 : 0.42;
            sheet.Text($"{words}, above this scale", clear, sheet.Y.High, Palette.Muted, Alignment.UpperCenter, dy: 46);
            return;
        }

        sheet.Level(cost, Palette.Muted);
        double[] below = [.. xs.Where((_, i) => ys[i] < cost)];
        double middle = below.Length == 0 ? (sheet.X.Low + sheet.X.High) / 2 : (below.Min() + below.Max()) / 2;
        int aside = side switch { Alignment.LowerRight => -12, Alignment.LowerLeft => 12, _ => 0 };
        sheet.Text(words, middle, cost, Palette.Muted, side, dx: aside, dy: -3);
    }

    // A name that does not fit on its side of the line goes to the other side.
    private static void DrawName(Sheet sheet, string words, double threshold, Ink ink, bool toLeft, int row)
    {
        float width = FigureFont.Width(words, Sheet.TextSize) + 12, at = sheet.Across(threshold);
        if (toLeft && at - width < sheet.Area.Left) toLeft = false;
        if (!toLeft && at + width > sheet.Area.Right) toLeft = true;
        if (toLeft && at - width < sheet.Area.Left)
        {
            // On neither side there is room: in the middle, on the line.
            sheet.TextAt(
                new Pixel(sheet.Area.HorizontalCenter, sheet.Area.Top + 2 + 22 * row), words, ink, Alignment.UpperCenter, patch: true);
            return;
        }
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
