using System.Globalization;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Diagnosis;

/// <summary>Units that answer every row alike: they carry nothing forward, and no slope comes back through them.</summary>
public static class DeadUnits
{
    // A few units die in healthy nets. A quarter of a layer is width that is paid for and not there.
    private const double Many = 0.25;

    /// <summary>
    /// Reads the last count that <see cref="ActivationRecorder"/> made; null where it made none or widths are not
    /// known.
    /// </summary>
    public static Finding? Of(TrainingFacts facts)
    {
        (int Layer, int Dead, int Width)[] layers =
        [
            .. facts.HiddenWidths.Select((width, l) => (Layer: l + 1, Counts: facts.History.Curve(
                string.Create(CultureInfo.InvariantCulture, $"dead_units.layer{l + 1}")).Values, Width: width))
                .Where(layer => layer.Counts.Count > 0)
                .Select(layer => (layer.Layer, (int)layer.Counts[^1], layer.Width)),
        ];
        if (layers.Length == 0)
            return null;
        (int Layer, int Dead, int Width)[] dying = [.. layers.Where(layer => layer.Dead > Many * layer.Width)];
        (int Layer, int Dead, int Width)[] counted = dying.Length > 0 ? dying : layers;
        string counts = string.Join(", ", counted.Select(layer => $"{layer.Dead} of {layer.Width} units of layer {layer.Layer}"));
        bool blocked = dying.Any(layer => layer.Dead == layer.Width);
        string evidence = $"At the last check {counts} gave every row the same "
            + $"output{(blocked ? ": nothing passes through a layer that is wholly dead" : "")}.";
        return Finding.Of("dead units", dying.Length > 0, evidence,
            $"start again with a smaller learning rate and biases of 0: "
            + $"the {dying.Sum(layer => layer.Dead)} dead units do not come back by themselves",
            "use GELU instead of ReLU: it has a slope on both sides",
            "standardise the features");
    }
}
