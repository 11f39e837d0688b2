namespace MlMaths.Torch.Optimisation;

/// <summary>
/// How many threads libtorch works with: by the size of the work, and by nothing else. The order in which threads add
/// up decides the last bit, so a number that followed the cores of the machine, its load or <c>OMP_NUM_THREADS</c>
/// would give results that do not repeat. Waking and joining threads costs more than a small product of matrices
/// takes: small problems are faster on one.
/// </summary>
public static class ComputeThreads
{
    /// <summary>
    /// For large work, whatever the machine has: where there are fewer cores, threads take turns, which costs little
    /// since those that wait are asleep; where there are more, most large sums wait for memory anyway.
    /// </summary>
    public const int Shared = 4;

    private const long WorthSharing = 5_000_000, ProductsWorthSharing = 100_000_000;

    /// <summary>One thread for a table of up to five million numbers, else four; returns the number.</summary>
    public static int Suit(long numbers) => Set(numbers <= WorthSharing ? 1 : Shared);

    /// <summary>
    /// One thread for training steps of up to a hundred million multiplications (a few milliseconds), else four.
    /// </summary>
    public static ThreadChoice SuitSteps(long products) =>
        new(Set(products <= ProductsWorthSharing ? 1 : Shared), products);

    /// <summary>As many as the user asked for; the last bit belongs to that number.</summary>
    public static int Set(int threads)
    {
        LibTorch.Start();
        torch.set_num_threads(threads);
        return threads;
    }
}
