using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Diagnosis;

/// <summary>
/// The gradient dies on its way back, and the first layer hardly moves.
///
/// <code>
/// δₗ = (δₗ₊₁ Wₗ₊₁ᵀ) ⊙ φ′(zₗ)              each layer multiplies by its slopes: a sigmoid's are at most ¼
/// ratio = ‖∂L/∂W₁‖ / ‖∂L/∂W_last‖         the median over all steps
/// </code>
///
/// Source: Glorot and Bengio, 2010, AISTATS; Hochreiter, 1991.
/// </summary>
public static class VanishingGradients
{
    // What the last layer learns in one step, the first needs a hundred for. Healthy nets of seven layers have 1 to 5 on the digits.
    private const double FarLess = 0.01;

    /// <summary>Compares the first layer with the last; null where norms were not recorded or there is one layer only.</summary>
    public static Finding? Of(TrainingFacts facts)
    {
        IReadOnlyList<TrainingCurve> layers = LayerGradients.Of(facts.History);
        if (layers.Count < 2)
            return null;
        (double First, double Last)[] norms = [.. layers[0].Values.Zip(layers[^1].Values)
            .Where(pair => double.IsFinite(pair.First) && double.IsFinite(pair.Second) && pair.Second > 0)];
        if (norms.Length == 0)
            return null;
        (double first, double last) = norms.OrderBy(pair => pair.First / pair.Last).ElementAt(norms.Length / 2);
        double ratio = first / last;
        string evidence = ratio switch
        {
            0 => $"In a typical step no gradient at all reached layer 1, and {NumberText.Brief(last)} layer {layers.Count}.",
            < 1 =>
                $"In a typical step the gradient of layer 1 had the length {NumberText.Brief(first)} and that of layer "
                + $"{layers.Count} {NumberText.Brief(last)}: {NumberText.Brief(1 / ratio)} times as much.",
            _ =>
                $"In a typical step the gradient of layer 1 had the length {NumberText.Brief(first)} and that of layer "
                + $"{layers.Count} {NumberText.Brief(last)}: nothing is lost on the way.",
        };
        return Finding.Of("vanishing gradients", ratio < FarLess, evidence,
            "use ReLU or GELU instead of sigmoid or tanh",
            "use He initialisation for ReLU, Xavier for tanh",
            $"use fewer than {layers.Count} layers");
    }
}
