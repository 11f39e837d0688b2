using MlMaths.Torch.Optimisation;
using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>Training and validation loss of one net, epoch by epoch: the distance between them is what does not carry over.</summary>
public static class FitCurvesFigure
{
    private const float RoomBelow = 30;

    /// <summary>Draws both curves and the gap at their end.</summary>
    /// <param name="name">Stem of the file names.</param>
    /// <param name="title">Which net, in the alternative text.</param>
    /// <param name="history">With <c>epoch_loss</c> and the validation loss of each epoch.</param>
    /// <param name="range">Least and largest loss to make room for, where several nets share an axis; null fits this one.</param>
    public static Figure Draw(string name, string title, TrainingHistory history, (double Low, double High)? range)
    {
        double[] training = [.. history.Curve("epoch_loss").Values.TakeWhile(double.IsFinite)];
        double[] validation = [.. history.Curve("loss", "validation").Values.TakeWhile(double.IsFinite)];
        double[] shown = range is { } both ? [both.Low, both.High] : [.. training, .. validation];
        int epochs = Math.Max(training.Length, validation.Length);
        var sheet = new Sheet(
            new Scale("epoch", 1 - 0.01 * epochs, Math.Max(epochs, 2) * 1.01, SmallestStep: 1), Scale.Logarithm("loss (nats per row)", shown),
            height: 340, right: EndLabels.RoomFor(["validation"]));
        var labels = new EndLabels();
        DrawLosses(sheet, labels, "training", training, Palette.Line(0));
        DrawLosses(sheet, labels, "validation", validation, Palette.Line(1));
        labels.Draw(sheet);
        if (epochs == 0) sheet.Note("no epoch ended with a finite loss");
        if (validation.Length > 2) DrawLeast(sheet, training, validation);
        return sheet.Finish(name, AltText(title, training, validation));
    }

    private static void DrawLosses(Sheet sheet, EndLabels labels, string words, double[] losses, Ink ink)
    {
        if (losses.Length == 0) return;
        double[] epochs = [.. Enumerable.Range(1, losses.Length).Select(epoch => (double)epoch)];
        sheet.Line(epochs, losses, ink);
        if (losses.Length == 1) sheet.Point(1, losses[0], ink);
        labels.Add(words, ink, epochs[^1], Math.Max(losses[^1], sheet.Y.Low));
    }

    private static void DrawLeast(Sheet sheet, double[] training, double[] validation)
    {
        (int best, double least) = validation.Index().MinBy(epoch => epoch.Item);
        bool toLeft = sheet.Across(best + 1) > sheet.Area.HorizontalCenter;
        // Away from the other curve, where there is room.
        bool below = best < training.Length && training[best] > least && sheet.Up(least) + RoomBelow < sheet.Area.Bottom;
        Alignment alignment = (toLeft, below) switch
        {
            (true, true) => Alignment.UpperRight,
            (true, false) => Alignment.LowerRight,
            (false, true) => Alignment.UpperLeft,
            (false, false) => Alignment.LowerLeft,
        };
        sheet.Point(best + 1, least, Palette.Text, size: 9);
        sheet.Text($"least {Numbers.Short(least)}, epoch {best + 1}", best + 1, least, Palette.Text, alignment, dx: toLeft ? -6 : 6, dy: below ? 8 : -8);
    }

    private static string AltText(string title, double[] training, double[] validation)
    {
        if (training.Length == 0 || validation.Length == 0)
            return $"Losses of the {title}: no epoch ended with finite ones.";
        (int best, double least) = validation.Index().MinBy(epoch => epoch.Item);
        return $"Losses of the {title} over {training.Length} epochs: training from {Numbers.Short(training[0])} to {Numbers.Short(training[^1])}, "
            + $"validation from {Numbers.Short(validation[0])} to {Numbers.Short(validation[^1])}, least {Numbers.Short(least)} after epoch {best + 1}; "
            + $"the gap at the end is {Numbers.Short(validation[^1] - training[^1])}.";
    }
}
