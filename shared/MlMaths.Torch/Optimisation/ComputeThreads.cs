namespace MlMaths.Torch.Optimisation;

/// <summary>
/// How many threads libtorch works with. Waking and joining threads costs more than a small product of matrices takes, and
/// the order in which threads add up decides the last bit: small problems are faster, and steadier, on one.
/// </summary>
public static class ComputeThreads
{
    private const long WorthSharing = 5_000_000;

    /// <summary>One thread for a table of up to five million numbers, else one per core; returns the number.</summary>
    public static int Suit(long numbers)
    {
        int threads = numbers <= WorthSharing ? 1 : Environment.ProcessorCount;
        torch.set_num_threads(threads);
        return threads;
    }
}
