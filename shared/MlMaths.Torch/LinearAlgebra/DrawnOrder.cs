using MlMaths.Torch.Probability;

namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// Values in an order that chance decides (R. Durstenfeld, Algorithm 235, Communications of the ACM 7, 1964): place i is
/// swapped with one chosen evenly from 0 … i.
/// </summary>
internal static class DrawnOrder
{
    public static void Shuffle<T>(Span<T> values, ref SplitMix64 chance)
    {
        for (int i = values.Length - 1; i > 0; i--)
        {
            int j = chance.Below(i + 1);
            (values[i], values[j]) = (values[j], values[i]);
        }
    }
}
