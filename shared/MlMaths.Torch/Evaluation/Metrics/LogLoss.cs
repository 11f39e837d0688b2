namespace MlMaths.Torch.Evaluation;

/// <summary>
/// −ln of the probability that was given to what happened, averaged over the rows (nats): the loss that logistic
/// regression minimises. It punishes certainty that is wrong without bound, so probabilities are clipped to
/// [1e-15, 1 − 1e-15], as is usual: the worst row counts 34.5, not infinity.
/// <code>
/// L = −1/n Σᵢ [ yᵢ ln pᵢ + (1 − yᵢ) ln(1 − pᵢ) ]
/// </code>
/// </summary>
public static class LogLoss
{
    /// <summary>How near a probability may come to 0 or 1.</summary>
    public const double Clip = 1e-15;

    /// <summary>The mean loss; null without rows.</summary>
    public static double? Of(ReadOnlySpan<bool> labels, ReadOnlySpan<double> probabilities)
    {
        Scores.RequireOnePerLabel(labels, probabilities);
        Scores.RequireProbabilities(probabilities);
        double sum = 0;
        for (int row = 0; row < labels.Length; row++)
            sum += OfRow(labels[row], probabilities[row]);
        return labels.IsEmpty ? null : sum / labels.Length;
    }

    /// <summary>−ln of the probability that was given to what happened, in nats; clipped as above.</summary>
    public static double OfRow(bool label, double probability)
    {
        double p = Math.Clamp(Finite.Share(probability), Clip, 1 - Clip);
        return -Math.Log(label ? p : 1 - p);
    }
}
