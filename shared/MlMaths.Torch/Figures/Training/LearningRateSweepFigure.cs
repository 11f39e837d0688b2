using MlMaths.Torch.Optimisation;
using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>The losses of a learning-rate sweep over the epochs: a line per rate, its band over the seeds.</summary>
public static class LearningRateSweepFigure
{
    private const double BandOpacity = 0.13, Headroom = 3;
    private const int Height = 420;
    private const float LineOfText = 20;

    /// <summary>Draws the mean over seeds, and from the least to the largest.</summary>
    /// <param name="name">Stem of the file names.</param>
    /// <param name="sweep">The trials.</param>
    /// <param name="recommended">The rate to draw thick; null for none.</param>
    /// <param name="split"><c>training</c> or <c>validation</c>.</param>
    public static Figure Draw(string name, LearningRateSweep sweep, double? recommended, string split) => Paper.Both(() =>
    {
        LearningRateBand[] bands =
            [.. sweep.Trials.GroupBy(trial => trial.LearningRate).Select(rate => LearningRateBand.Of(rate.Key, [.. rate], split))];
        LearningRateBand[] begun = [.. bands.Where(band => band.Means.Count > 0)], ended = [.. bands.Where(band => band.Means.Count == 0)];
        int epochs = bands.Select(band => band.Means.Count).DefaultIfEmpty(0).Max();
        Scale x = Scale.Counted("epoch", 1, epochs), y = Heights($"{split} loss at each learning rate η (nats per row)", begun);
        var sheet = new Sheet(
            x, y.WithRoomAbove(ended.Length * LineOfText / (Height - Sheet.AboveAndBelow)), height: Height,
            right: EndLabels.RoomFor(begun.Where(band => band.Means.Count == epochs).Select(band => Words(band, recommended)), bold: true))
        { Columns = 100 };
        var labels = new EndLabels();
        foreach (LearningRateBand band in bands) DrawBand(sheet, labels, band, InkOf(band, bands, recommended), recommended);
        labels.Draw(sheet);
        for (int row = 0; row < ended.Length; row++) DrawEnded(sheet, row, ended[row], InkOf(ended[row], bands, recommended));
        if (begun.Length == 0) sheet.Note("every learning rate diverged in its first epoch");
        return sheet.Finish(name, AltText(bands, recommended, split));
    });

    /// <summary>A rate that is far too large begins far up: it leaves through the top, and does not flatten the others.</summary>
    private static Scale Heights(string label, LearningRateBand[] bands)
    {
        double[] starts = [.. bands.Select(band => band.Means[0]).Order()];
        double ceiling = starts.Length == 0 ? double.PositiveInfinity : starts[starts.Length / 2] * Headroom;
        return Scale.Logarithm(label, bands.SelectMany(band => band.Low.Concat(band.High)).Select(loss => Math.Min(loss, ceiling)));
    }

    private static void DrawBand(Sheet sheet, EndLabels labels, LearningRateBand band, Ink ink, double? recommended)
    {
        if (band.Means.Count == 0) return;
        bool chosen = band.LearningRate == recommended;
        double[] epochs = [.. Enumerable.Range(1, band.Means.Count).Select(epoch => (double)epoch)];
        double bottom = sheet.Y.Low / 10; // a loss of 0 has no place on a logarithmic axis: below it
        Coordinates[] low = [.. epochs.Zip(band.Low, (epoch, loss) => new Coordinates(epoch, Math.Max(loss, bottom)))];
        Coordinates[] high = [.. epochs.Zip(band.High, (epoch, loss) => new Coordinates(epoch, Math.Max(loss, bottom)))];
        if (epochs.Length > 1 && band.Seeds > 1) sheet.Fill([.. low, .. high.Reverse()], ink, BandOpacity);
        sheet.Line(epochs, band.Means, ink, chosen ? 4 : 1.8f);
        if (epochs.Length == 1) sheet.Point(1, band.Means[0], ink);
        if (band.DivergedAt is not null)
        {
            sheet.Point(
                epochs[^1], Math.Clamp(band.Means[^1], sheet.Y.Low, sheet.Y.High), ink, MarkerShape.Eks, size: 12);
        }
        labels.Add(Words(band, recommended), ink, epochs[^1], Math.Clamp(band.Means[^1], sheet.Y.Low, sheet.Y.High), chosen);
    }

    // Where a rate did not live to see the end of an epoch, there is no curve, only its end.
    private static void DrawEnded(Sheet sheet, int row, LearningRateBand band, Ink ink)
    {
        var at = new Pixel(sheet.Area.Left + 10, sheet.Area.Top + LineOfText * (row + 0.5f));
        sheet.TextAt(at, $"× {Words(band, null)}", ink, Alignment.MiddleLeft, patch: true);
    }

    private static Ink InkOf(LearningRateBand band, LearningRateBand[] bands, double? recommended) => band.LearningRate == recommended
        ? Palette.Text
        : Palette.Beside(bands.Where(other => other.LearningRate != recommended)
            .TakeWhile(other => other.LearningRate != band.LearningRate).Count());

    private static string Words(LearningRateBand band, double? recommended) =>
        NumberText.Brief(band.LearningRate)
        + (band.Ending is { } ending ? $" {ending}" : "")
        + (band.IsSplit ? $" ({band.Diverged} of {band.Seeds})" : "")
        + (band.LearningRate == recommended ? ", recommended" : "");

    private static string AltText(LearningRateBand[] bands, double? recommended, string split)
    {
        IEnumerable<string> ends = bands.Select(band =>
        {
            string way = band.Means.Count == 0 ? "" : $" from {NumberText.Brief(band.Means[0])} to {NumberText.Brief(band.Means[^1])}";
            string seeds = band.IsSplit ? $" in {band.Diverged} of {band.Seeds} seeds" : "";
            return $"rate {NumberText.Brief(band.LearningRate)}{way}"
                + (band.Ending is { } ending ? $"{(way.Length > 0 ? "," : "")} {ending}{seeds}" : "");
        });
        int seeds = bands.Select(band => band.Seeds).DefaultIfEmpty(0).Max();
        string over = seeds > 1 ? $", with bands over {seeds} seeds" : ", one seed each";
        string chosen = recommended is { } rate ? $" {NumberText.Brief(rate)} is recommended." : " None is recommended.";
        return $"Mean {split} loss by learning rate{over}: {string.Join("; ", ends)}.{chosen}";
    }
}
