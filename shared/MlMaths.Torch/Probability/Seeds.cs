namespace MlMaths.Torch.Probability;

/// <summary>
/// The one door to chance. <c>new Random(1)</c>, <c>new Random(2)</c>, … begin with numbers in a row: 0.2487, 0.7711,
/// 0.2935, 0.8159, each other step 0.0448 further, so worlds of such seeds are not independent. Here a seed, a stream and
/// a number are mixed until neighbours look unrelated; the same three give the same numbers on every machine.
/// <code>
/// state = mix(mix(mix(seed) + stream) + number)        mix: the finaliser of SplitMix64, 64 bits to 64, one to one
/// </code>
/// </summary>
public static class Seeds
{
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;

    /// <summary>A generator of its own.</summary>
    /// <param name="seed">The run's, or one from <see cref="Of"/>.</param>
    /// <param name="stream">What for.</param>
    /// <param name="number">Which of many: a world, a fold, an epoch.</param>
    public static Random Generator(int seed, DrawnFor stream, int number = 0) =>
        new MixedRandom(new SplitMix64(seed, stream, number));

    /// <summary>A seed of its own, 0 or more, for a part that draws by several streams.</summary>
    /// <param name="seed">The run's, or one from here.</param>
    /// <param name="stream">What for.</param>
    /// <param name="number">Which of many: a world, a fold, a repeat.</param>
    public static int Of(int seed, DrawnFor stream, int number = 0) =>
        (int)(new SplitMix64(seed, stream, number).Next() >> 33);

    internal static ulong State(int seed, DrawnFor stream, int number) =>
        Mix(Mix(Mix((uint)seed) + (ulong)stream) + (uint)number);

    private static ulong Mix(ulong z)
    {
        z += GoldenGamma;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
