using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Figures;

/// <summary>The share of each hidden layer's units that are dead, over the steps of a training.</summary>
public static class ActivationsFigure
{
    /// <summary>Draws one line per layer.</summary>
    /// <param name="name">Stem of the file names.</param>
    /// <param name="history">With the records of <see cref="ActivationStatistics"/>.</param>
    /// <param name="widths">Units of each hidden layer, the first nearest to the features.</param>
    public static Figure Draw(string name, TrainingHistory history, IReadOnlyList<int> widths)
    {
        TrainingCurve[] layers = [.. widths.Select((_, l) => history.Curve($"dead_units.layer{l + 1}"))];
        double last = layers.SelectMany(layer => layer.Steps).DefaultIfEmpty(1).Max();
        double most = layers.SelectMany((layer, l) => layer.Values.Select(dead => dead / widths[l])).DefaultIfEmpty(0).Max();
        string[] names = [.. widths.Select((units, l) => $"layer {l + 1} of {units}")];
        var sheet = new Sheet(
            new Scale("step", -0.01 * last, 1.01 * last, SmallestStep: 1), new Scale("share of dead units", -0.01, Math.Max(0.2, 1.08 * most)),
            height: 320, right: EndLabels.RoomFor(names));
        var labels = new EndLabels();
        for (int l = 0; l < layers.Length; l++)
        {
            if (layers[l].Values.Count == 0) continue;
            double[] steps = [.. layers[l].Steps.Select(step => (double)step)], shares = [.. layers[l].Values.Select(dead => dead / widths[l])];
            sheet.Line(steps, shares, Palette.Line(l));
            sheet.Points(steps, shares, Palette.Line(l), size: 7);
            labels.Add(names[l], Palette.Line(l), steps[^1], shares[^1]);
        }

        labels.Draw(sheet);
        if (layers.All(layer => layer.Values.Count == 0)) sheet.Note("no activations were recorded");
        IEnumerable<string> ends = layers.Select((layer, l) => layer.Values.Count == 0
            ? $"{names[l]} not looked at"
            : $"{Numbers.Short(layer.Values[0])} of {widths[l]} units in layer {l + 1} at first, {Numbers.Short(layer.Values[^1])} in the end");
        return sheet.Finish(name, $"Dead units over the training: {string.Join("; ", ends)}.");
    }
}
