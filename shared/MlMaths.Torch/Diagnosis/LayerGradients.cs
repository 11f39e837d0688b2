using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Diagnosis;

/// <summary>
/// The gradient norms of the layers' weights, as <see cref="GradientNormRecorder"/> recorded them, the first layer nearest to
/// the features.
/// </summary>
internal static class LayerGradients
{
    private const string Start = "gradient_norm.layer", End = ".weight";

    public static IReadOnlyList<TrainingCurve> Of(TrainingHistory history) =>
    [
        .. history.Rows.Select(row => row.Quantity).Distinct()
            .Where(quantity => quantity.StartsWith(Start, StringComparison.Ordinal) && quantity.EndsWith(End, StringComparison.Ordinal))
            .OrderBy(quantity => int.TryParse(quantity[Start.Length..^End.Length], out int layer) ? layer : int.MaxValue)
            .Select(quantity => history.Curve(quantity)),
    ];
}
