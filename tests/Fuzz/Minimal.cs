namespace MlMaths.Torch.Fuzz;

/// <summary>
/// A smaller input that ends the same way: pieces are left out, large ones first, for as long as that changes nothing.
/// A. Zeller, R. Hildebrandt, 2002, Simplifying and isolating failure-inducing input, IEEE TSE 28(2):183–200.
/// </summary>
internal static class Minimal
{
    private const int MaxTrials = 3000;

    public static byte[] Of(byte[] input, Func<byte[], bool> isSame)
    {
        int trials = 0;
        for (int piece = Math.Max(1, input.Length / 2); piece >= 1; piece /= 2)
        {
            for (int at = 0; at < input.Length && trials < MaxTrials;)
            {
                byte[] smaller = [.. input.Take(at), .. input.Skip(at + piece)];
                trials++;
                if (isSame(smaller))
                    input = smaller;
                else
                    at += piece;
            }
        }

        return input;
    }
}
