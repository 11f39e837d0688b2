using MlMaths.Torch.Optimisation;
using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>What each learning rate came to: a dot per training, a line through the means, and what the range test says beside it.</summary>
public static class RateOutcomeFigure
{
    /// <summary>Draws the outcomes.</summary>
    /// <param name="name">Stem of the file names.</param>
    /// <param name="sweep">The trials.</param>
    /// <param name="rangeTest">Its three answers become upright lines.</param>
    /// <param name="recommended">The sweep's answer; null for none.</param>
    public static Figure Draw(string name, RateSweep sweep, RateRangeTest rangeTest, double? recommended)
    {
        RateMark[] marks = RateMark.Of(rangeTest, recommended);
        RateTrial[] ended = [.. sweep.Trials.Where(trial => trial.Loss is not null)];
        Scale losses = Scale.Logarithm("least validation loss (nats per row)", ended.Select(trial => trial.Loss!.Value));
        var sheet = new Sheet(
            Scale.Logarithm("learning rate η", sweep.Rates.Concat(marks.Select(mark => mark.Rate))), losses with { High = losses.High * 1.6 },
            height: 400, right: RateMark.Room(marks));
        RateMark.DrawAll(sheet, marks);
        var byRate = ended.GroupBy(trial => trial.Rate).OrderBy(rate => rate.Key).ToArray();
        sheet.Line([.. byRate.Select(rate => rate.Key)], [.. byRate.Select(rate => rate.Average(trial => trial.Loss!.Value))], Palette.Line(0));
        sheet.Points([.. ended.Select(trial => trial.Rate)], [.. ended.Select(trial => trial.Loss!.Value)], Palette.Line(0), size: 8);
        foreach (double rate in sweep.Trials.Where(trial => trial.Loss is null).Select(trial => trial.Rate).Distinct())
        {
            sheet.Point(rate, losses.High * 1.35, Palette.Line(1), MarkerShape.Eks, size: 11);
            sheet.Text("diverged", rate, losses.High * 1.35, Palette.Line(1), Alignment.UpperCenter, dy: 8);
        }

        return sheet.Finish(name, AltText(sweep, marks));
    }

    private static string AltText(RateSweep sweep, RateMark[] marks)
    {
        IEnumerable<string> outcomes = sweep.Trials.GroupBy(trial => trial.Rate).Select(rate => rate.Any(trial => trial.Loss is null)
            ? $"{Numbers.Short(rate.Key)} diverged"
            : $"{Numbers.Short(rate.Key)} {Numbers.Short(rate.Average(trial => trial.Loss!.Value))}");
        return $"Mean of the least validation losses by learning rate: {string.Join(", ", outcomes)}. {RateMark.Words(marks)}";
    }
}
