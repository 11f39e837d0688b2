namespace MlMaths.Torch.Calculus;

/// <summary>What a verdict has to say about itself.</summary>
internal static class Sentences
{
    public const string SinglePrecision =
        "θ is in float32: a loss carries seven digits and a difference of two losses three at best, "
        + "so that smaller mistakes cannot be seen. Check in float64.";

    public const string KinksUnknown =
        "Nobody said where the loss has kinks: where θ lies beside one, what looks wrong may be that kink.";

    public static string Sampled(int looked, int all, int directions) =>
        FormattableString.Invariant($"{looked} of {all} coordinates were looked at, drawn by the seed, and ")
        + FormattableString.Invariant($"{directions} random directions, each of which has a part of all coordinates.");
}
