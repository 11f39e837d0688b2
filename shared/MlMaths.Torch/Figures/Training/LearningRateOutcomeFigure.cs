using MlMaths.Torch.Optimisation;
using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>
/// What each learning rate came to: a dot per training, a line through the means, and what the range test says beside
/// it.
/// </summary>
public static class LearningRateOutcomeFigure
{
    private const int Width = 680, Height = 440;

    /// <summary>Draws the outcomes.</summary>
    /// <param name="name">Stem of the file names.</param>
    /// <param name="sweep">The trials.</param>
    /// <param name="rangeTest">Its three answers become upright lines.</param>
    /// <param name="recommended">The sweep's answer; null for none.</param>
    public static Figure Draw(
        string name, LearningRateSweep sweep, LearningRateRangeTest rangeTest, double? recommended) => Paper.Both(() =>
    {
        UprightMark[] rates = LearningRateMark.Of(rangeTest, recommended);
        LearningRateTrial[] ended = [.. sweep.Trials.Where(trial => trial.Loss is not null)];
        IGrouping<double, LearningRateTrial>[] broken =
            [.. sweep.Trials.Where(trial => trial.Loss is null).GroupBy(trial => trial.LearningRate).OrderBy(rate => rate.Key)];
        var marks = new UprightMarks(rates,
            linesAbove: broken.Length == 0 ? 0 : broken.Any(rate => rate.Count() < Seeds(sweep, rate.Key)) ? 2 : 1);
        Scale x = Scale.Logarithm("learning rate η", sweep.LearningRates.Concat(rates.Select(mark => mark.X)));
        Scale y = Scale.Logarithm($"{Judged(sweep)} (nats per row)", ended.Select(trial => trial.Loss!.Value));
        var sheet = new Sheet(x, marks.RoomAbove(y, Height), Width, Height, marks.RoomRight(x, Width));
        marks.Draw(sheet);
        IGrouping<double, LearningRateTrial>[] byRate = [.. ended.GroupBy(trial => trial.LearningRate).OrderBy(rate => rate.Key)];
        sheet.Line(
            [.. byRate.Select(rate => rate.Key)], [.. byRate.Select(rate => rate.Average(trial => trial.Loss!.Value))],
            Palette.Line(0));
        sheet.Points(
            [.. ended.Select(trial => trial.LearningRate)], [.. ended.Select(trial => trial.Loss!.Value)], Palette.Line(0), size: 8);
        DrawBroken(sheet, broken, sweep, UprightMarks.Above(sheet, 0));
        if (ended.Length == 0) sheet.Note("every training diverged");
        return sheet.Finish(name, AltText(sweep, rates));
    });

    // Crosses in one row at the top, what they are said once, and in how many seeds where not in all.
    private static void DrawBroken(Sheet sheet, IGrouping<double, LearningRateTrial>[] broken, LearningRateSweep sweep, float level)
    {
        if (broken.Length == 0) return;
        foreach (IGrouping<double, LearningRateTrial> rate in broken)
        {
            float across = sheet.Across(rate.Key);
            int seeds = Seeds(sweep, rate.Key), count = rate.Count();
            sheet.TextAt(new Pixel(across, level), "×", Palette.Line(1), Alignment.MiddleCenter, bold: true);
            if (count < seeds)
            {
                sheet.TextAt(
                    new Pixel(across, level + 19), $"{count} of {seeds}", Palette.Line(1), Alignment.MiddleCenter,
                    patch: true);
            }
        }

        float first = sheet.Across(broken[0].Key), last = sheet.Across(broken[^1].Key);
        bool toLeft = first - sheet.Area.Left > 80;
        if (!toLeft && Paper.IsNarrow)
        {
            sheet.Legend([("× diverged", Palette.Line(1), false)]);
            return;
        }

        sheet.TextAt(
            new Pixel(toLeft ? first - 10 : last + 10, level), "diverged", Palette.Line(1),
            toLeft ? Alignment.MiddleRight : Alignment.MiddleLeft, patch: true);
    }

    private static int Seeds(LearningRateSweep sweep, double rate) => sweep.Trials.Count(trial => trial.LearningRate == rate);

    private static string Judged(LearningRateSweep sweep) =>
        sweep.Trials.Any(trial => trial.History.Curve("loss", "validation").Values.Count > 0)
        ? "lowest validation loss of each training"
        : "training loss of the last epoch";

    private static string AltText(LearningRateSweep sweep, UprightMark[] marks)
    {
        IEnumerable<string> outcomes =
            sweep.Trials.GroupBy(trial => trial.LearningRate).Select(rate => rate.Count(trial => trial.Loss is null) switch
            {
                0 => $"{NumberText.Brief(rate.Key)} {NumberText.Brief(rate.Average(trial => trial.Loss!.Value))}",
                int diverged when diverged < rate.Count() =>
                    $"{NumberText.Brief(rate.Key)} {NumberText.Brief(rate.Average(trial => trial.Loss) ?? 0)}, "
                    + $"where {diverged} of {rate.Count()} seeds diverged",
                _ => $"{NumberText.Brief(rate.Key)} diverged",
            });
        return $"Mean over seeds of the {Judged(sweep)} by learning rate: {string.Join(", ", outcomes)}. {LearningRateMark.Words(marks)}";
    }
}
