using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Figures;

/// <summary>The range test: loss against a rate that grows with every step, and the rates that three rules read from it.</summary>
public static class RangeTestFigure
{
    /// <summary>Draws the losses, raw and smoothed.</summary>
    /// <param name="name">Stem of the file names.</param>
    /// <param name="rangeTest">The test.</param>
    /// <param name="sweepBest">What a sweep says, to be compared; null for none.</param>
    public static Figure Draw(string name, RateRangeTest rangeTest, double? sweepBest)
    {
        RateMark[] marks = RateMark.Of(rangeTest, sweepBest);
        var sheet = new Sheet(
            Scale.Logarithm("learning rate η of the step", rangeTest.Rates), Scale.Linear("loss of the batch (nats per row)", Shown(rangeTest)),
            height: 400, right: RateMark.Room(marks))
        { Columns = 200 };
        sheet.Line(rangeTest.Rates, [.. rangeTest.Losses.Select(loss => Math.Min(loss, sheet.Y.High))], Palette.Frame, 1);
        sheet.Line(rangeTest.Rates, [.. rangeTest.Smoothed.Select(loss => Math.Min(loss, sheet.Y.High))], Palette.Line(0), 3);
        RateMark.DrawAll(sheet, [.. marks.Where(mark => sheet.X.Low <= mark.Rate && mark.Rate <= sheet.X.High)]);
        if (rangeTest.Rates.Count == 0)
        {
            sheet.Note("no finite loss");
            return sheet.Finish(name, "The range test had no finite loss.");
        }

        int least = Enumerable.Range(0, rangeTest.Smoothed.Count).MinBy(i => rangeTest.Smoothed[i]);
        return sheet.Finish(
            name,
            $"Loss against a learning rate that grows from {Numbers.Short(rangeTest.Rates[0])} to {Numbers.Short(rangeTest.Rates[^1])}: smoothed, it falls from "
            + $"{Numbers.Short(rangeTest.Smoothed[0])} to {Numbers.Short(rangeTest.Smoothed[least])} at {Numbers.Short(rangeTest.Rates[least])} and ends at "
            + $"{Numbers.Short(rangeTest.Smoothed[^1])}. {RateMark.Words(marks)}");
    }

    /// <summary>What a single wild batch reaches is cut off: the smoothed curve is what is read.</summary>
    private static IEnumerable<double> Shown(RateRangeTest test)
    {
        double highest = test.Smoothed.DefaultIfEmpty(1).Max() * 1.15;
        return test.Smoothed.Concat(test.Losses.Select(loss => Math.Min(loss, highest)));
    }
}
