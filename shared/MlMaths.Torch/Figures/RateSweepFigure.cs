using MlMaths.Torch.Optimisation;
using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>The losses of a learning-rate sweep over the epochs: a line per rate, its band over the seeds.</summary>
public static class RateSweepFigure
{
    private const double BandOpacity = 0.15, Headroom = 3;

    /// <summary>Draws the mean over seeds, and from the least to the largest.</summary>
    /// <param name="name">Stem of the file names.</param>
    /// <param name="sweep">The trials.</param>
    /// <param name="recommended">The rate to draw thick; null for none.</param>
    /// <param name="split"><c>training</c> or <c>validation</c>.</param>
    public static Figure Draw(string name, RateSweep sweep, double? recommended, string split)
    {
        RateBand[] bands = [.. sweep.Trials.GroupBy(trial => trial.Rate).Select(rate => RateBand.Of(rate.Key, [.. rate], split))];
        double[] starts = [.. bands.Where(band => band.Means.Count > 0).Select(band => band.Means[0])];
        double ceiling = starts.Length == 0 ? double.PositiveInfinity : starts.Order().ElementAt(starts.Length / 2) * Headroom;
        double[] shown = [.. bands.SelectMany(band => band.Low.Concat(band.High)).Select(loss => Math.Min(loss, ceiling))];
        int epochs = bands.Max(band => band.Means.Count);
        var sheet = new Sheet(
            new Scale("epoch", 1 - 0.01 * epochs, Math.Max(epochs, 2) * 1.01, SmallestStep: 1), Scale.Logarithm($"{split} loss (nats per row)", shown),
            height: 420, right: EndLabels.RoomFor(bands.Select(Words)))
        { Columns = 100 };
        var labels = new EndLabels();
        for (int i = 0; i < bands.Length; i++)
            DrawBand(sheet, labels, bands[i], Palette.Line(i), bands[i].Rate == recommended);
        labels.Draw(sheet);
        DrawDiverged(sheet, [.. bands.Index().Where(band => band.Item.Means.Count == 0)]);
        return sheet.Finish(name, AltText(bands, recommended, split));
    }

    private static void DrawBand(Sheet sheet, EndLabels labels, RateBand band, Ink ink, bool isRecommended)
    {
        if (band.Means.Count == 0) return;
        double[] epochs = [.. Enumerable.Range(1, band.Means.Count).Select(epoch => (double)epoch)];
        double[] low = [.. band.Low.Select(Held)], high = [.. band.High.Select(Held)], means = [.. band.Means.Select(Held)];
        if (epochs.Length > 1)
        {
            sheet.Fill(
                [.. epochs.Zip(low, (x, y) => new Coordinates(x, y)), .. epochs.Zip(high, (x, y) => new Coordinates(x, y)).Reverse()], ink, BandOpacity);
        }

        sheet.Line(epochs, means, ink, isRecommended ? 4 : 1.8f);
        if (epochs.Length == 1) sheet.Point(1, means[0], ink);
        labels.Add(Words(band), ink, epochs[^1], means[^1]);

        double Held(double loss) => Math.Clamp(loss, sheet.Y.Low, sheet.Y.High);
    }

    // Where a rate did not live to see the end of an epoch, there is no curve, only its end.
    private static void DrawDiverged(Sheet sheet, (int Index, RateBand Item)[] bands)
    {
        for (int row = 0; row < bands.Length; row++)
        {
            sheet.TextAt(
                new Pixel(sheet.Area.Left + 10, sheet.Area.Top + 12 + 19 * row), $"× {Words(bands[row].Item)}", Palette.Line(bands[row].Index),
                Alignment.MiddleLeft, patch: true);
        }
    }

    private static string Words(RateBand band) =>
        band.DivergedAt is { } step ? $"{Numbers.Short(band.Rate)}: diverged at {step}" : Numbers.Short(band.Rate);

    private static string AltText(RateBand[] bands, double? recommended, string split)
    {
        IEnumerable<string> ends = bands.Select(band => band.DivergedAt is { } step
            ? $"rate {Numbers.Short(band.Rate)} diverged at step {step}"
            : $"rate {Numbers.Short(band.Rate)} from {Numbers.Short(band.Means[0])} to {Numbers.Short(band.Means[^1])}");
        string chosen = recommended is { } rate ? $" Recommended is {Numbers.Short(rate)}." : " None is recommended.";
        return $"Mean {split} loss by learning rate, with bands over {bands[0].Seeds} seeds: {string.Join("; ", ends)}.{chosen}";
    }
}
