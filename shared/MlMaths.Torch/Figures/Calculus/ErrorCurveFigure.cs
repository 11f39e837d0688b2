using MlMaths.Torch.Calculus;
using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>
/// The error of a difference over its step, on two logarithmic scales: a V where the answer is right, a floor where it
/// is wrong.
/// </summary>
public static class ErrorCurveFigure
{
    private const int Width = 600, Height = 400;

    // Below this an error is the answer's own last digit.
    private const double Least = 1e-13;

    /// <summary>Draws a curve for each coordinate, named at its right end; steps that cross a kink are open circles.</summary>
    /// <param name="curves">Each with its name.</param>
    /// <param name="usualStep">Marked upright.</param>
    /// <param name="name">Stem of the file names.</param>
    public static Figure Draw(
        IReadOnlyList<(string Name, ErrorCurve Curve)> curves, double usualStep, string name = "step-size") => Paper.Both(() =>
    {
        StepError[] all = [.. curves.SelectMany(curve => curve.Curve.Points)];
        var sheet = new Sheet(
            Scale.Logarithm("step h, shorter to the right", all.Select(point => point.Step)) with { Reversed = true },
            Scale.Logarithm("distance of the difference from the answer", all.Select(Drawn)).WithRoomAbove(0.08),
            Width, Height, right: EndLabels.RoomFor(curves.Select(curve => curve.Name)));
        sheet.Upright(usualStep, Palette.Muted);
        sheet.Text("usual step", usualStep, sheet.Y.High, Palette.Muted, Alignment.UpperLeft, dx: 6, dy: 2);
        var labels = new EndLabels();
        foreach ((int k, (string words, ErrorCurve curve)) in curves.Index())
        {
            sheet.Line([.. curve.Points.Select(point => point.Step)], [.. curve.Points.Select(Drawn)], Palette.Line(k));
            foreach (IGrouping<bool, StepError> points in curve.Points.GroupBy(point => point.CrossesKink))
            {
                sheet.Points(
                    [.. points.Select(point => point.Step)], [.. points.Select(Drawn)], Palette.Line(k),
                    points.Key ? MarkerShape.OpenCircle : MarkerShape.FilledCircle, points.Key ? 9 : 6);
            }

            labels.Add(words, Palette.Line(k), curve.Points[^1].Step, Drawn(curve.Points[^1]));
        }

        labels.Draw(sheet);
        return sheet.Finish(
            name, "Error of a central difference against its step: "
                + string.Join("; ", curves.Select(curve => AltText(curve.Name, curve.Curve))) + ".");
    });

    private static double Drawn(StepError point) => Math.Max(point.Error, Least);

    private static string AltText(string words, ErrorCurve curve)
    {
        StepError best = curve.Points.MinBy(point => point.Error)!;
        int crossing = curve.Points.Count(point => point.CrossesKink);
        return $"{words}, from {NumberText.Brief(curve.Points[0].Error)} at the longest step over "
            + $"{NumberText.Brief(best.Error)} at {NumberText.Brief(best.Step)} to "
            + $"{NumberText.Brief(curve.Points[^1].Error)} at the shortest"
            + (crossing > 0 ? $", {crossing} of {curve.Points.Count} steps across a kink" : "");
    }
}
