using MlMaths.Torch.Optimisation;
using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>
/// The largest stable rate of many losses, tried against predicted, with the band in which they differ by at most a
/// factor of 2.
/// </summary>
public static class StableLearningRateFigure
{
    private const int Width = 500, Height = 480;

    /// <summary>Draws a mark for each trial.</summary>
    /// <param name="name">Stem of the file names.</param>
    /// <param name="survey">The trials.</param>
    public static Figure Draw(string name, StabilitySurvey survey) => Paper.Both(() =>
    {
        (string Words, Ink Ink, MarkerShape Shape, StabilityTrial[] Trials)[] groups =
        [
            ("● bowls", Palette.Line(0), MarkerShape.FilledCircle, [.. survey.Quadratics]),
            ("◆ bowls, with momentum", Palette.Line(2), MarkerShape.FilledDiamond, [.. survey.WithMomentum]),
            ("▲ nets near a minimum", Palette.Line(1), MarkerShape.FilledTriangleUp, [.. survey.Nets.Select(net => net.Trained)]),
            ("△ nets at their initial "
                + "weights", Palette.Line(3), MarkerShape.OpenTriangleUp, [.. survey.Nets.Select(net => net.Initial)]),
        ];
        double[] rates = [.. groups.SelectMany(group => group.Trials).Where(trial => trial.Ratio is not null)
            .SelectMany(trial => new[] { trial.Predicted!.Value, trial.Observed.Value!.Value })];
        Scale x = Scale.Logarithm("predicted: 2(1 + β)/λmax", rates),
            y = Scale.Logarithm("tried: the learning rate at which descent begins to diverge", rates);
        var sheet = new Sheet(x, y with { High = y.High * 4 }, Width, Height);
        sheet.Fill(
            [new(x.Low, x.Low / 2), new(x.High, x.High / 2), new(x.High, x.High * 2), new(x.Low, x.Low * 2)],
            Palette.Muted, opacity: 0.13);
        sheet.Line([x.Low, x.High], [x.Low, x.High], Palette.Muted, width: 1, LinePattern.DenselyDashed);
        for (int g = 0; g < groups.Length; g++)
        {
            StabilityTrial[] placed = [.. groups[g].Trials.Where(trial => trial.Ratio is not null)];
            if (groups[g].Trials.Length == 0) continue;
            sheet.Points(
                [.. placed.Select(trial => trial.Predicted!.Value)],
                [.. placed.Select(trial => trial.Observed.Value!.Value)], groups[g].Ink, groups[g].Shape, size: 10);
            sheet.TextAt(
                new Pixel(sheet.Area.Left + 8, sheet.Area.Top + 4 + 20 * g), groups[g].Words, groups[g].Ink,
                Alignment.UpperLeft, patch: true);
        }
        sheet.TextAt(
            new Pixel(sheet.Area.Right - 8, sheet.Area.Bottom - 8), "grey: within a factor of 2", Palette.Muted,
            Alignment.LowerRight, patch: true);
        if (rates.Length == 0) sheet.Note("no trial had both a prediction and a bound");
        return sheet.Finish(name, AltText(groups.Select(group => (group.Words[2..], group.Trials))));
    });

    private static string AltText(IEnumerable<(string Words, StabilityTrial[] Trials)> groups) =>
        "Largest stable rate, tried against predicted: " + string.Join("; ", groups.Where(group => group.Trials.Length > 0).Select(group =>
            $"{group.Words}, {group.Trials.Count(trial => trial.IsWithinOctave)} of {group.Trials.Length} within a factor of 2"
            + (StabilitySurvey.Worst(group.Trials) is { } worst
                ? $", the worst off by a factor of {NumberText.Fixed(worst, 2)}"
                : ""))) + ".";
}
