using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Figures;

/// <summary>The training loss by several gradient sources, drawn on each other: lines of different width show that all are there.</summary>
public static class SourceCurvesFigure
{
    private const float Thinnest = 2, Wider = 5;

    /// <summary>Draws the first source widest, the last thinnest and on top.</summary>
    /// <param name="name">Stem of the file names.</param>
    /// <param name="runs">Each source with its training.</param>
    public static Figure Draw(string name, IReadOnlyList<(string Source, TrainingHistory History)> runs) => Paper.Both(() =>
    {
        TrainingCurve[] curves = [.. runs.Select(run => run.History.Curve("loss"))];
        double last = curves.SelectMany(curve => curve.Steps).DefaultIfEmpty(1).Max();
        var sheet = new Sheet(
            Scale.Counted("step", 0, last),
            Scale.Logarithm("training loss of a batch (nats per row)", curves.SelectMany(curve => curve.Values.Take(curve.FiniteLength))),
            right: EndLabels.RoomFor(runs.Select(run => run.Source)))
        { Columns = 120 };
        var labels = new EndLabels();
        for (int i = 0; i < curves.Length; i++)
        {
            int length = curves[i].FiniteLength;
            if (length == 0) continue;
            double[] steps = [.. curves[i].Steps.Take(length).Select(step => (double)step)], losses = [.. curves[i].Values.Take(length)];
            float width = Thinnest + Wider * (curves.Length - 1 - i);
            sheet.Line(steps, losses, Palette.Line(i), width);
            if (length == 1) sheet.Point(steps[0], losses[0], Palette.Line(i), size: 6 + width);
            labels.Add(runs[i].Source, Palette.Line(i), steps[^1], losses[^1]);
        }

        labels.Draw(sheet);
        if (curves.All(curve => curve.FiniteLength == 0)) sheet.Note("no finite loss was recorded");
        return sheet.Finish(name, AltText(runs, curves));
    });

    private static string AltText(IReadOnlyList<(string Source, TrainingHistory History)> runs, TrainingCurve[] curves)
    {
        IEnumerable<string> ends = runs.Zip(curves, (run, curve) => curve.FiniteLength == 0
            ? $"{run.Source} has no finite loss"
            : $"{run.Source} ends at {NumberText.Fixed(curve.Values[curve.FiniteLength - 1], 6)}");
        return $"Training loss against the step by {runs.Count} gradient sources: {string.Join("; ", ends)}.{Apart(curves)}";
    }

    private static string Apart(TrainingCurve[] curves)
    {
        int steps = curves.Select(curve => curve.FiniteLength).DefaultIfEmpty(0).Min();
        if (curves.Length < 2 || steps == 0) return "";
        double largest = Enumerable.Range(0, steps)
            .Max(step => curves.Max(curve => curve.Values[step]) - curves.Min(curve => curve.Values[step]));
        return $" At no step are they further apart than {NumberText.Brief(largest)}.";
    }
}
