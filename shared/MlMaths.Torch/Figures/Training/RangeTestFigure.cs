using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Figures;

/// <summary>The range test: loss against a rate that grows with every step, and the rates that three rules read from it.</summary>
public static class RangeTestFigure
{
    private const int Width = 680, Height = 440;

    /// <summary>Draws the losses, raw and smoothed.</summary>
    /// <param name="name">Stem of the file names.</param>
    /// <param name="rangeTest">The test.</param>
    /// <param name="sweepBest">What a sweep says, to be compared; null for none.</param>
    public static Figure Draw(string name, LearningRateRangeTest rangeTest, double? sweepBest) => Paper.Both(() =>
    {
        UprightMark[] rates = LearningRateMark.Of(rangeTest, sweepBest);
        var marks = new UprightMarks(rates);
        Scale x = Scale.Logarithm("learning rate η of the step", rangeTest.LearningRates.Concat(rates.Select(mark => mark.X)));
        Scale y = marks.RoomAbove(Scale.Linear("loss of the batch (nats per row)", Shown(rangeTest)), Height);
        string[] names = ["smoothed", "single batch"];
        var sheet = new Sheet(x, y, Width, Height, Math.Max(marks.RoomRight(x, Width), EndLabels.RoomFor(names))) { Columns = 200 };
        if (rangeTest.LearningRates.Count == 0)
        {
            sheet.Note("no finite loss");
            return sheet.Finish(name, "The range test had no finite loss.");
        }

        var labels = new EndLabels();
        // What a single wild batch reaches leaves through the top: the smoothed curve is what is read.
        double wild = y.High + 10 * (y.High - y.Low);
        sheet.Line(rangeTest.LearningRates, [.. rangeTest.Losses.Select(loss => Math.Min(loss, wild))], Palette.Frame, 1);
        sheet.Line(rangeTest.LearningRates, rangeTest.Smoothed, Palette.Line(0), 3);
        labels.Add(names[0], Palette.Line(0), rangeTest.LearningRates[^1], rangeTest.Smoothed[^1]);
        labels.Add(names[1], Palette.Muted, rangeTest.LearningRates[^1], Math.Min(rangeTest.Losses[^1], y.High));
        labels.Draw(sheet);
        marks.Draw(sheet); // after the losses: a spike runs behind the words
        return sheet.Finish(name, AltText(rangeTest, rates));
    });

    private static IEnumerable<double> Shown(LearningRateRangeTest test)
    {
        double highest = test.Smoothed.DefaultIfEmpty(1).Max() * 1.15;
        return test.Smoothed.Concat(test.Losses.Select(loss => Math.Min(loss, highest)));
    }

    private static string AltText(LearningRateRangeTest test, UprightMark[] marks)
    {
        int least = Enumerable.Range(0, test.Smoothed.Count).MinBy(i => test.Smoothed[i]);
        return $"Loss against a learning rate that grows from {NumberText.Brief(test.LearningRates[0])} to "
            + $"{NumberText.Brief(test.LearningRates[^1])}: smoothed, it falls from "
            + $"{NumberText.Brief(test.Smoothed[0])} to {NumberText.Brief(test.Smoothed[least])} at "
            + $"{NumberText.Brief(test.LearningRates[least])} and ends at "
            + $"{NumberText.Brief(test.Smoothed[^1])}. {LearningRateMark.Words(marks)}";
    }
}
