namespace MlMaths.Torch.Calculus;

/// <summary>What a verdict has to say about itself.</summary>
internal static class Sentences
{
    public const string SinglePrecision =
        "θ is in float32: a loss has seven digits and a difference of two losses three at best, "
        + "so smaller mistakes cannot be seen. Check in float64.";

    public const string KinksUnknown =
        "The positions of kinks in the loss were not given: where θ lies near one, what looks wrong may be that kink.";

    public static string Sampled(int looked, int all, int directions) =>
        FormattableString.Invariant($"{NumberText.Count(looked)} of {NumberText.Count(all)} coordinates were checked, ")
        + FormattableString.Invariant($"drawn by the seed, and ")
        + FormattableString.Invariant($"{directions} random directions, each of which involves all coordinates.");
}
