using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Figures;

/// <summary>The share of each hidden layer's units that are dead, over the steps of a training.</summary>
public static class ActivationsFigure
{
    private const float Thinnest = 2, Wider = 3;

    /// <summary>Draws one line per layer, the first widest, so that lines on each other are all seen.</summary>
    /// <param name="name">Stem of the file names.</param>
    /// <param name="history">With the records of <see cref="ActivationRecorder"/>.</param>
    /// <param name="widths">Units of each hidden layer, the first nearest to the features.</param>
    public static Figure Draw(string name, TrainingHistory history, IReadOnlyList<int> widths) => Paper.Both(() =>
    {
        TrainingCurve[] layers = [.. widths.Select((_, l) => history.Curve($"dead_units.layer{l + 1}"))];
        double last = layers.SelectMany(layer => layer.Steps).DefaultIfEmpty(1).Max();
        double most = layers.SelectMany((layer, l) => layer.Values.Select(dead => dead / widths[l])).DefaultIfEmpty(0).Max();
        string[] names = [.. widths.Select((units, l) => $"layer {l + 1}, {units} units")];
        var sheet = new Sheet(
            Scale.Counted("step", 0, last),
            new Scale("share of dead units", -0.02 * Math.Max(0.2, most), Math.Max(0.2, 1.08 * most), MarkedFrom: 0),
            height: 320, right: EndLabels.RoomFor(names));
        var labels = new EndLabels();
        for (int l = 0; l < layers.Length; l++)
        {
            if (layers[l].Values.Count == 0) continue;
            Ink ink = Palette.Ordered(l, layers.Length);
            double[] steps = [.. layers[l].Steps.Select(step => (double)step)],
                shares = [.. layers[l].Values.Select(dead => dead / widths[l])];
            float width = Thinnest + Wider * Math.Min(layers.Length - 1 - l, 3);
            sheet.Line(steps, shares, ink, width);
            if (steps.Length < 40) sheet.Points(steps, shares, ink, size: 5 + width);
            labels.Add(names[l], ink, steps[^1], shares[^1]);
        }

        labels.Draw(sheet);
        if (layers.All(layer => layer.Values.Count == 0)) sheet.Note("no activations were recorded");
        else if (most == 0) sheet.Note("no unit was dead at any check");
        return sheet.Finish(name, AltText(layers, widths));
    });

    private static string AltText(TrainingCurve[] layers, IReadOnlyList<int> widths)
    {
        IEnumerable<string> ends = layers.Select((layer, l) => layer.Values.Count == 0
            ? $"layer {l + 1} of {widths[l]} units not checked"
            : $"{NumberText.Brief(layer.Values[0])} of {widths[l]} units in layer {l + 1} at first, "
                + $"{NumberText.Brief(layer.Values[^1])} at the end, {NumberText.Brief(layer.Values.Max())} at most");
        return $"Dead units over the training: {string.Join("; ", ends)}.";
    }
}
