using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Figures;

/// <summary>The training loss by several gradient sources, drawn on each other: lines of different width show that all are there.</summary>
public static class SourceCurvesFigure
{
    private const float Thinnest = 2, Wider = 5;

    /// <summary>Draws the first source widest, the last thinnest and on top.</summary>
    /// <param name="name">Stem of the file names.</param>
    /// <param name="runs">Each source with its training.</param>
    public static Figure Draw(string name, IReadOnlyList<(string Source, TrainingHistory History)> runs)
    {
        TrainingCurve[] curves = [.. runs.Select(run => run.History.Curve("loss"))];
        double last = curves.SelectMany(curve => curve.Steps).DefaultIfEmpty(1).Max();
        var sheet = new Sheet(
            new Scale("step", -0.01 * last, 1.01 * last, SmallestStep: 1),
            Scale.Logarithm("training loss of a batch (nats per row)", curves.SelectMany(curve => curve.Values.Take(curve.FiniteLength))),
            right: EndLabels.RoomFor(runs.Select(run => run.Source)))
        { Columns = 120 };
        var labels = new EndLabels();
        for (int i = 0; i < curves.Length; i++)
        {
            int length = curves[i].FiniteLength;
            if (length == 0) continue;
            double[] steps = [.. curves[i].Steps.Take(length).Select(step => (double)step)], losses = [.. curves[i].Values.Take(length)];
            sheet.Line(steps, losses, Palette.Line(i), Thinnest + Wider * (curves.Length - 1 - i));
            labels.Add(runs[i].Source, Palette.Line(i), steps[^1], losses[^1]);
        }

        labels.Draw(sheet);
        IEnumerable<string> ends = runs.Zip(curves, (run, curve) => curve.FiniteLength == 0
            ? $"{run.Source} has no finite loss"
            : $"{run.Source} ends at {curve.Values[curve.FiniteLength - 1].ToString("0.000000", System.Globalization.CultureInfo.InvariantCulture)}");
        return sheet.Finish(name, $"Training loss against the step by {runs.Count} gradient sources: {string.Join("; ", ends)}.");
    }
}
