namespace MlMaths.Torch.Evaluation;

/// <summary>Rows whose labels nobody knows yet, with the calls that were made.</summary>
/// <param name="Probabilities">As the model gives them.</param>
/// <param name="Flagged">Whether each row was flagged.</param>
/// <param name="LossFactors">What a miss of each row loses, times <see cref="ErrorCosts.Miss"/>; null where a miss is a miss.</param>
public sealed record UnlabelledWindow(double[] Probabilities, bool[] Flagged, double[]? LossFactors = null)
{
    /// <summary>The rows that reach a threshold are called: by an infinite one, all or none.</summary>
    public static UnlabelledWindow CalledAt(double threshold, double[] probabilities, double[]? lossFactors = null)
    {
        Scores.RequireProbabilities(probabilities);
        Scores.RequireThreshold(threshold);
        Finite.Check(lossFactors ?? []);
        return new(probabilities, [.. probabilities.Select(p => p >= threshold)], lossFactors);
    }
}
