namespace MlMaths.Torch.EvaluationPack.Distributions;

/// <summary>The probability of a statement, after the data: one that rounds to 1 is not certainty.</summary>
internal static class BeliefText
{
    public static string Of(double share) => share switch
    {
        > 0.99995 => "above 0.9999",
        < 0.00005 => "below 0.0001",
        _ => NumberText.Fixed(share, 4),
    };
}
