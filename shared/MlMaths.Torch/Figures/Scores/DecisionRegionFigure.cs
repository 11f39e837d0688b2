using MlMaths.Torch.Evaluation;
using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>For which base rates and costs the model is worth using: a strip between flagging nothing and flagging everything.</summary>
public static class DecisionRegionFigure
{
    private const int Width = 480, Height = 420;

    private static readonly (double At, string Words)[] Percentages =
        [(1e-6, "0.0001 %"), (1e-5, "0.001 %"), (1e-4, "0.01 %"), (1e-3, "0.1 %"), (0.01, "1 %"), (0.1, "10 %"), (0.5, "50 %")];

    /// <summary>Draws the strip with today in it.</summary>
    /// <param name="region">The strip.</param>
    /// <param name="later">Another base rate to mark, where the model will be used; null marks none.</param>
    /// <param name="name">Stem of the file names.</param>
    public static Figure Draw(DecisionRegion region, double? later = null, string name = "decision-region") => Paper.Both(() =>
    {
        double[] rates = [region.BaseRate, .. later is double other ? new[] { other } : []];
        Scale x = new(
            "base rate: share of positives", Math.Min(1e-4, rates.Min() / 3),
            Math.Max(0.5, Math.Min(rates.Max() * 1.3, 0.95)), Logarithmic: true);
        Scale y = new(
            "saving of a find : cost of a false alarm", Math.Min(0.5, region.CostRatio / 4),
            Math.Max(1000, region.CostRatio * 4), Logarithmic: true);
        var sheet = new Sheet(x with { Marks = [.. Percentages.Where(mark => mark.At >= x.Low && mark.At <= x.High)] }, y, Width, Height);
        if (region is { Low: double low, High: double high })
        {
            Strip(sheet, low, high, opacity: 0.14);
            foreach (double least in (double[])[0.25, 0.5])
            {
                if (Stretch(region, least) is (double from, double to)) Strip(sheet, from, to, opacity: 0.16);
            }
            Edge(sheet, low);
            Edge(sheet, high);
        }
        sheet.Text("flag nothing", x.Low, y.Low, Palette.Muted, Alignment.LowerLeft, dx: 10, dy: -8, bold: true);
        sheet.Text("flag everything", x.High, y.High, Palette.Muted, Alignment.UpperRight, dx: -8, dy: 8, bold: true);
        if (region.Low is not null) NameStrip(sheet, region);
        if (later is double rate) Mark(sheet, rate, region.CostRatio, "later", Palette.Line(1), above: false);
        Mark(sheet, region.BaseRate, region.CostRatio, "today", Palette.Text, above: true);
        return sheet.Finish(name, AltText(region));
    });

    // On logarithmic scales of odds the edges are straight; of a share they bend as it comes near 1.
    private static (double[] Rates, double[] Ratios) Line(Sheet sheet, double kappa)
    {
        double[] rates = [.. Enumerable.Range(0, 61)
            .Select(i => Math.Exp(Math.Log(sheet.X.Low) + i / 60.0 * Math.Log(sheet.X.High / sheet.X.Low)))];
        return (rates, [.. rates.Select(rate => Math.Clamp(kappa * (1 - rate) / rate, sheet.Y.Low, sheet.Y.High))]);
    }

    private static void Strip(Sheet sheet, double low, double high, double opacity)
    {
        (double[] rates, double[] lower) = Line(sheet, low);
        (_, double[] upper) = Line(sheet, high);
        sheet.Fill(
            [
                .. rates.Zip(lower, (rate, ratio) => new Coordinates(rate, ratio)),
                .. rates.Zip(upper, (rate, ratio) => new Coordinates(rate, ratio)).Reverse(),
            ],
            Palette.Line(2), opacity);
    }

    private static void Edge(Sheet sheet, double kappa)
    {
        (double[] rates, double[] ratios) = Line(sheet, kappa);
        int[] inside = [.. Enumerable.Range(0, rates.Length).Where(i => ratios[i] > sheet.Y.Low && ratios[i] < sheet.Y.High)];
        sheet.Line([.. inside.Select(i => rates[i])], [.. inside.Select(i => ratios[i])], Palette.Line(2));
    }

    private static (double From, double To)? Stretch(DecisionRegion region, double least)
    {
        double[] inside = [.. region.Kappas.Where((kappa, i) => region.Values[i] >= least && kappa >= region.Low && kappa <= region.High)];
        return inside.Length < 2 ? null : (inside[0], inside[^1]);
    }

    // In the middle of the strip, a third of the way from its lower right end.
    private static void NameStrip(Sheet sheet, DecisionRegion region)
    {
        double kappa = Math.Sqrt(region.Low!.Value * region.High!.Value);
        double ratio = Math.Exp(Math.Log(sheet.Y.Low) + 0.16 * Math.Log(sheet.Y.High / sheet.Y.Low)), rate = kappa / (kappa + ratio);
        sheet.Text(
            "use the model", Math.Clamp(rate, sheet.X.Low, sheet.X.High), ratio, Palette.Line(2),
            Alignment.MiddleCenter, bold: true);
    }

    private static void Mark(Sheet sheet, double rate, double ratio, string words, Ink ink, bool above)
    {
        sheet.Point(rate, ratio, ink, size: 12);
        sheet.Text(words, rate, ratio, ink, above ? Alignment.LowerCenter : Alignment.UpperCenter, dy: above ? -9 : 9);
    }

    private static string AltText(DecisionRegion region) => region is { Low: double low, High: double high }
        ? $"With today's cost ratio of {NumberText.Brief(region.CostRatio)} the model is worth using from a base rate of "
            + $"{Percent(region.BaseRateAt(low))} to one of "
            + $"{Percent(region.BaseRateAt(high))}; today's is {Percent(region.BaseRate)}. "
            + $"At that base rate it is worth using for cost ratios from "
            + $"{NumberText.Brief(region.CostRatioAt(low))} to {NumberText.Brief(region.CostRatioAt(high))}. "
            + $"Below the strip nothing should be flagged, above it everything."
        : "On these rows the model is not worth using at any base rate or cost: "
            + "where misses are expensive everything should be flagged, otherwise nothing.";

    private static string Percent(double share) => $"{NumberText.Brief(100 * share)} %";
}
