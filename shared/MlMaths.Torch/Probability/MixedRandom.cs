namespace MlMaths.Torch.Probability;

/// <summary>The numbers of <see cref="SplitMix64"/> for whoever asks for a <see cref="Random"/>.</summary>
internal sealed class MixedRandom(SplitMix64 numbers) : Random(Seed: 0)
{
    private SplitMix64 _numbers = numbers;

    public override int Next() => _numbers.Below(int.MaxValue);

    public override int Next(int maxValue)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxValue);
        return maxValue == 0 ? 0 : _numbers.Below(maxValue);
    }

    public override int Next(int minValue, int maxValue) => (int)NextInt64(minValue, maxValue);

    public override long NextInt64() => (long)Below(long.MaxValue);

    public override long NextInt64(long maxValue) => NextInt64(0, maxValue);

    public override long NextInt64(long minValue, long maxValue)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minValue, maxValue);
        return minValue == maxValue ? minValue : minValue + (long)Below((ulong)maxValue - (ulong)minValue);
    }

    public override double NextDouble() => _numbers.Unit();

    public override float NextSingle() => (_numbers.Next() >> 40) * (1f / (1 << 24));

    public override void NextBytes(byte[] buffer) => NextBytes(buffer.AsSpan());

    public override void NextBytes(Span<byte> buffer)
    {
        for (int i = 0; i < buffer.Length; i++) buffer[i] = (byte)(_numbers.Next() >> 56);
    }

    protected override double Sample() => _numbers.Unit();

    private ulong Below(ulong n) => Math.BigMul(_numbers.Next(), n, out _);
}
