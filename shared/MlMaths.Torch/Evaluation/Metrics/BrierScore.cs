namespace MlMaths.Torch.Evaluation;

/// <summary>
/// Mean squared distance of probability and label (G. W. Brier, 1950, Monthly Weather Review 78:1–3):
/// BS = 1/n Σᵢ (pᵢ − yᵢ)², from 0 to 1. <see cref="BrierDecomposition"/> says what it is made of.
/// </summary>
public static class BrierScore
{
    /// <summary>The mean; null without rows.</summary>
    public static double? Of(ReadOnlySpan<bool> labels, ReadOnlySpan<double> probabilities)
    {
        Scores.RequireOnePerLabel(labels, probabilities);
        Scores.RequireProbabilities(probabilities);
        double sum = 0;
        for (int row = 0; row < labels.Length; row++)
            sum += OfRow(labels[row], probabilities[row]);
        return labels.IsEmpty ? null : sum / labels.Length;
    }

    internal static double OfRow(bool label, double probability)
    {
        double distance = probability - (label ? 1 : 0);
        return distance * distance;
    }
}
