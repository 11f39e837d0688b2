namespace MlMaths.Torch.EvaluationPack.Distributions;

/// <summary>Probabilities as sentences say them.</summary>
internal static class ProbabilityText
{
    /// <summary>A p-value: <c>0.0181</c>, <c>5.7e-5</c>; one that rounds to nothing is not 0.</summary>
    public static string Of(double p) => p switch
    {
        < 1e-300 => "below 1e-300",
        < 0.0001 => NumberText.Formatted(p, "0.0e0"),
        _ => NumberText.Fixed(p, 4),
    };

    /// <summary>A belief: one that rounds to 1 is not certainty.</summary>
    public static string OfBelief(double share) => share switch
    {
        > 0.99995 => "above 0.9999",
        < 0.00005 => "below 0.0001",
        _ => NumberText.Fixed(share, 4),
    };
}
