namespace MlMaths.Torch.Probability;

/// <summary>
/// A seeded stream of random numbers (G. L. Steele, D. Lea, C. H. Flood, 2014, OOPSLA): a counter in steps of 2⁶⁴/φ, its
/// bits mixed until neighbours look unrelated. About a nanosecond per number, for the millions that resampling draws.
/// </summary>
/// <param name="counter">Where it begins; what draws by a seed says what for.</param>
internal struct SplitMix64(ulong counter)
{
    private ulong _counter = counter;

    /// <param name="seed">Of the run, or of a part of it.</param>
    /// <param name="stream">What for.</param>
    /// <param name="number">Which of many.</param>
    public SplitMix64(int seed, DrawnFor stream, int number = 0)
        : this(Seeds.State(seed, stream, number))
    {
    }

    public ulong Next()
    {
        ulong z = _counter += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>0 … n − 1, each alike to one part in 2⁶⁴/n: the upper half of a product in place of a division.</summary>
    public int Below(int n) => (int)Math.BigMul(Next(), (ulong)n, out _);

    /// <summary>In [0, 1), with all 53 bits of a double's fraction.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));
}
