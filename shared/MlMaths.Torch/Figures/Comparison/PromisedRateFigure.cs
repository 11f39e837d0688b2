namespace MlMaths.Torch.Figures;

/// <summary>Rates that were promised to be a certain number, such as a coverage of 95 %, and what they are.</summary>
public static class PromisedRateFigure
{
    private const int Width = 500, Height = 340;

    private const string Promise = "promised";

    private static readonly double[] Steps = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5];

    /// <summary>Draws a curve per method or law, named at its end, and the promise as a dashed line.</summary>
    /// <param name="name">Stem of the file names.</param>
    /// <param name="acrossLabel">What changes from left to right, with its unit.</param>
    /// <param name="rateLabel">What was promised.</param>
    /// <param name="across">Ascending; over more than a factor of 30, equal factors are equal distances.</param>
    /// <param name="curves">Rates from 0 to 1, one per place across.</param>
    /// <param name="promised">Promised rate, from 0 to 1.</param>
    public static Figure Draw(
        string name, string acrossLabel, string rateLabel, IReadOnlyList<double> across, IReadOnlyList<NamedCurve> curves,
        double promised) => Paper.Both(() =>
    {
        double[] rates = [promised, .. curves.SelectMany(curve => curve.Values.OfType<double>())];
        bool byFactors = across[0] > 0 && across[^1] > 30 * across[0];
        var sheet = new Sheet(
            byFactors ? Scale.Logarithm(acrossLabel, across) : Scale.Counted(acrossLabel, across[0], across[^1]),
            Heights(rateLabel, rates), Width, Height, right: EndLabels.RoomFor([Promise, .. curves.Select(curve => curve.Name)]));
        sheet.Level(promised, Palette.Muted);
        var labels = new EndLabels();
        foreach ((int k, NamedCurve curve) in curves.Index())
        {
            int[] known = [.. Enumerable.Range(0, across.Count).Where(i => curve.Values[i] is not null)];
            if (known.Length == 0) continue;
            double[] xs = [.. known.Select(i => across[i])], ys = [.. known.Select(i => curve.Values[i]!.Value)];
            sheet.Line(xs, ys, Palette.Line(k));
            if (known.Length <= 30) sheet.Points(xs, ys, Palette.Line(k), size: 7);
            labels.Add(curve.Name, Palette.Line(k), xs[^1], ys[^1]);
        }

        labels.Add(Promise, Palette.Muted, across[^1], promised);
        labels.Draw(sheet);
        return sheet.Finish(name, AltText(acrossLabel, rateLabel, across, curves, promised));
    });

    private static Scale Heights(string label, double[] rates)
    {
        Scale linear = Scale.Linear(label, rates);
        double[] marks = [.. Marks(linear.Low, linear.High)];
        return linear with { Marks = [.. marks.Select(mark => (mark, NumberText.Percent(mark)))] };
    }

    private static IEnumerable<double> Marks(double low, double high)
    {
        double step = Steps.First(one => (high - low) / one <= 7 || one == Steps[^1]);
        // −0 would be read as one
        for (double k = Math.Ceiling(low / step); k * step <= high; k++) yield return Math.Round(k * step, 6) + 0.0;
    }

    private static string AltText(
        string acrossLabel, string rateLabel, IReadOnlyList<double> across, IReadOnlyList<NamedCurve> curves,
        double promised)
    {
        IEnumerable<string> each = curves.Select(curve =>
        {
            int[] known = [.. Enumerable.Range(0, across.Count).Where(i => curve.Values[i] is not null)];
            return known.Length == 0
                ? $"{curve.Name} is not defined"
                : $"{curve.Name} goes from {NumberText.Percent(curve.Values[known[0]]!.Value)} at "
                    + $"{NumberText.Brief(across[known[0]])} to {NumberText.Percent(curve.Values[known[^1]]!.Value)} at "
                    + $"{NumberText.Brief(across[known[^1]])}";
        });
        return $"{rateLabel}, promised to be {NumberText.Percent(promised)}, by {acrossLabel}: {string.Join("; ", each)}.";
    }
}
