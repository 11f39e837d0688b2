using MlMaths.Torch.Optimisation;
using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>Training and validation loss of one net, epoch by epoch: the distance between them is what does not carry over.</summary>
public static class FitCurvesFigure
{
    private const int Width = 680, Height = 360;
    private const double BracketAt = 0.022, BracketArm = 0.01;

    /// <summary>Draws both curves, the epoch with the lowest validation loss, and a bracket over the gap at the end.</summary>
    /// <param name="name">Stem of the file names.</param>
    /// <param name="title">Which net: <c>overfit net</c>.</param>
    /// <param name="history">With both losses of each epoch; see <see cref="TrainingHistory.ComparableLoss"/>.</param>
    /// <param name="range">Least and largest loss to make room for, where several nets share an axis; null fits this one.</param>
    public static Figure Draw(string name, string title, TrainingHistory history, (double Low, double High)? range) => Paper.Both(() =>
    {
        double[] training = [.. history.ComparableLoss.Values.TakeWhile(double.IsFinite)];
        double[] validation = [.. history.Curve("loss", "validation").Values.TakeWhile(double.IsFinite)];
        int epochs = Math.Max(training.Length, validation.Length);
        double? gap = training.Length == validation.Length && epochs > 0 ? validation[^1] - training[^1] : null;
        string gapWords = gap is double distance ? $"gap {NumberText.Brief(distance)}" : "";
        var marks = new UprightMarks(Least(validation), linesAbove: validation.Length == 0 ? 1 : 0);
        Scale x = Scale.Counted("epoch", 1, epochs), y = Scale.Logarithm($"loss of the {title} (nats per row)",
            range is { } both ? [both.Low, both.High] : [.. training, .. validation]);
        x = x with { High = x.High + 2 * BracketAt * (x.High - x.Low) };
        var sheet = new Sheet(
            x, marks.RoomAbove(y, Height), Width, Height,
            Math.Max(EndLabels.RoomFor(["training", "validation", gapWords]), marks.RoomRight(x, Width)));
        marks.Draw(sheet);
        var labels = new EndLabels();
        DrawLosses(sheet, labels, "training", training, Palette.Line(0));
        DrawLosses(sheet, labels, "validation", validation, Palette.Line(1));
        if (gap is not null) DrawGap(sheet, labels, gapWords, training[^1], validation[^1], epochs);
        labels.Draw(sheet);
        if (epochs == 0) sheet.Note("no epoch ended with a finite loss");
        if (validation.Length > 0)
        {
            sheet.Point(
                Array.IndexOf(validation, validation.Min()) + 1, Math.Clamp(validation.Min(), sheet.Y.Low, sheet.Y.High),
                Palette.Text, size: 9);
        }
        return sheet.Finish(name, AltText(title, training, validation));
    });

    private static IEnumerable<UprightMark> Least(double[] validation)
    {
        if (validation.Length == 0) return [];
        (int best, double least) = validation.Index().MinBy(epoch => epoch.Item);
        return [new UprightMark(
            best + 1, $"lowest validation loss {NumberText.Brief(least)} in epoch {best + 1}", Palette.Text,
            LinePattern.DenselyDashed)];
    }

    private static void DrawLosses(Sheet sheet, EndLabels labels, string words, double[] losses, Ink ink)
    {
        if (losses.Length == 0) return;
        double[] epochs = [.. Enumerable.Range(1, losses.Length).Select(epoch => (double)epoch)];
        sheet.Line(epochs, losses, ink);
        if (losses.Length == 1) sheet.Point(1, losses[0], ink);
        labels.Add(words, ink, sheet.X.High, Math.Max(losses[^1], sheet.Y.Low));
    }

    // A bracket beyond the last epoch, open to the curves, with its length in words at its middle.
    private static void DrawGap(Sheet sheet, EndLabels labels, string words, double training, double validation, int epochs)
    {
        double wide = sheet.X.High - sheet.X.Low, at = Math.Max(epochs, 2) + BracketAt * wide, arm = at - BracketArm * wide;
        double one = Math.Clamp(training, sheet.Y.Low, sheet.Y.High), other = Math.Clamp(validation, sheet.Y.Low, sheet.Y.High);
        sheet.Line([arm, at, at, arm], [one, one, other, other], Palette.Text, width: 1.5f);
        labels.Add(words, Palette.Text, sheet.X.High, Math.Sqrt(one * other));
    }

    private static string AltText(string title, double[] training, double[] validation)
    {
        if (training.Length == 0 || validation.Length == 0)
            return $"Losses of the {title}: no epoch ended with a finite loss.";
        (int best, double least) = validation.Index().MinBy(epoch => epoch.Item);
        return $"Losses of the {title} over {Counted.Of(training.Length, "epoch")}: "
            + $"training from {NumberText.Brief(training[0])} to {NumberText.Brief(training[^1])}, "
            + $"validation from {NumberText.Brief(validation[0])} to {NumberText.Brief(validation[^1])}, "
            + $"lowest {NumberText.Brief(least)} after epoch {best + 1}; "
            + $"the gap at the end is {NumberText.Brief(validation[^1] - training[^1])}.";
    }
}
