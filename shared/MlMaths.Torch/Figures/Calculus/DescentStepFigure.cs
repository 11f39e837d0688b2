using MlMaths.Torch.Calculus;
using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>One step of gradient descent: the curve, its tangent, how far the step goes, and what it comes to.</summary>
public static class DescentStepFigure
{
    private const int Width = 500, Height = 400, Samples = 120;
    private const float Aside = 8, LineGap = 20;

    /// <summary>Draws the step.</summary>
    /// <param name="name">Stem of the file names.</param>
    /// <param name="surface">A function of one number.</param>
    /// <param name="step">A step on it.</param>
    public static Figure Draw(string name, ISurface surface, DescentStep step) => Paper.Both(() =>
    {
        double middle = surface.Minimum[0], reach = 1.5 * new[] { step.From, step.To }.Max(place => Math.Abs(place - middle));
        var x = new Scale("θ", middle - reach, middle + reach);
        double[] xs = [.. Enumerable.Range(0, Samples + 1).Select(k => x.Low + (x.High - x.Low) * k / Samples)];
        double[] ys = [.. xs.Select(at => surface.Value([at]))];
        double low = Math.Min(ys.Min(), step.Promised), high = Math.Max(ys.Max(), step.Height);
        var sheet = new Sheet(x, new Scale("L(θ)", low - 0.2 * (high - low), high), Width, Height);
        sheet.Line(xs, ys, Palette.Frame, width: 2.5f);
        double overhang = 0.35 * Math.Abs(step.To - step.From) * Math.Sign(step.From - step.To);
        sheet.Line([step.From + overhang, step.To], [step.Height + step.Slope * overhang, step.Promised], Palette.Positive, width: 2);
        DrawFall(sheet, step);
        DrawReach(sheet, step);
        sheet.Point(step.From, step.Height, Palette.Text);
        sheet.Point(step.To, step.Promised, Palette.Positive, MarkerShape.FilledDiamond);
        sheet.Point(step.To, step.Reached, Palette.Negative);
        DrawWords(sheet, step);
        return sheet.Finish(name, AltText(surface, step));
    });

    // The slope behind the start, and both heights before the end of the step, the higher one on top.
    private static void DrawWords(Sheet sheet, DescentStep step)
    {
        bool toLeft = step.To < step.From;
        (Alignment ahead, Alignment behind) =
            toLeft ? (Alignment.MiddleRight, Alignment.MiddleLeft) : (Alignment.MiddleLeft, Alignment.MiddleRight);
        int forward = toLeft ? -1 : 1;
        sheet.Text(
            $"slope {NumberText.Brief(step.Slope)}", step.From, step.Height, Palette.Text, behind, dx: -14 * forward,
            dy: 8, bold: true);
        float curve = sheet.Up(step.Reached), tangent = sheet.Up(step.Promised);
        IReadOnlyList<float> levels = EndLabels.Apart(
            [curve - Aside, tangent + Aside], LineGap, sheet.Area.Top + LineGap / 2, sheet.Area.Bottom - 2 * LineGap);
        float across = sheet.Across(step.To) + 12 * forward;
        sheet.TextAt(new Pixel(across, levels[0]), $"curve: {NumberText.Brief(step.Reached)}", Palette.Negative, ahead, patch: true);
        sheet.TextAt(new Pixel(across, levels[1]), $"tangent: {NumberText.Brief(step.Promised)}", Palette.Positive, ahead, patch: true);
    }

    // From where the tangent ends to where the curve is.
    private static void DrawFall(Sheet sheet, DescentStep step)
    {
        sheet.Line([step.From, step.From], [step.Height, sheet.Y.Low], Palette.Frame, width: 1, LinePattern.Dotted);
        sheet.Line([step.To, step.To], [Math.Max(step.Promised, step.Reached), sheet.Y.Low], Palette.Frame, width: 1, LinePattern.Dotted);
    }

    // How far the step goes, level above the axis.
    private static void DrawReach(Sheet sheet, DescentStep step)
    {
        float level = sheet.Area.Bottom - 10;
        sheet.Add(new Arrow(
            new Pixel(sheet.Across(step.From), level), new Pixel(sheet.Across(step.To), level), Palette.Text));
        sheet.TextAt(
            new Pixel((sheet.Across(step.From) + sheet.Across(step.To)) / 2, level - 8),
            $"−η × slope = {NumberText.Brief(step.To - step.From)}",
            Palette.Text, Alignment.LowerCenter, patch: true);
    }

    private static string AltText(ISurface surface, DescentStep step) =>
        $"One step on {surface.Name}: at θ = {NumberText.Brief(step.From)} the height is {NumberText.Brief(step.Height)} and "
        + $"the slope {NumberText.Brief(step.Slope)}; "
        + $"with η = {NumberText.Brief(step.LearningRate)} the step leads to θ = {NumberText.Brief(step.To)}, "
        + $"where the tangent predicts {NumberText.Brief(step.Promised)} "
        + $"and the curve is at {NumberText.Brief(step.Reached)}.";
}
