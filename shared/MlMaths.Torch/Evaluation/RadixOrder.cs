using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// Numbers from the largest to the smallest in time that grows with their count alone: no number is compared with another.
/// The bits of a number are made a key whose order as a whole number is that of the number, then keys are dealt out by their last 11
/// bits, by the 11 before them, and so on; each deal keeps the order of the one before (H. Hollerith's card sorter, 1901; D. E. Knuth,
/// The Art of Computer Programming 3, 5.2.5).
/// <code>
/// key(x) = bits of x, all but the sign turned     x ≥ 0: the sign is 0, and the larger x, the smaller the key
///          bits of x as they are                  x &lt; 0: the sign is 1, and the larger |x|, the larger the key
/// </code>
/// 64 bits take six deals; one in which all keys fall into the same heap, as of numbers that were 32 bits wide, is left out.
/// </summary>
internal static class RadixOrder
{
    /// <summary>With fewer numbers than this the heaps cost more than comparing does.</summary>
    public const int WorthDealing = 2048;

    private const int Bits = 11, Heaps = 1 << Bits, Deals = (64 + Bits - 1) / Bits;

    /// <summary>Sorts in place; none may be NaN. 0 and −0 are one number, written 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Descending(Span<double> numbers)
    {
        Span<ulong> keys = MemoryMarshal.Cast<double, ulong>(numbers);
        for (int i = 0; i < keys.Length; i++) keys[i] = Key(numbers[i]);
        if (keys.Length < WorthDealing) keys.Sort();
        else Deal(keys);
        for (int i = 0; i < keys.Length; i++) numbers[i] = Number(keys[i]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Deal(Span<ulong> keys)
    {
        int[] counts = Count(keys);
        ulong[] rented = ArrayPool<ulong>.Shared.Rent(keys.Length);
        Span<ulong> from = keys, to = rented.AsSpan(0, keys.Length);
        for (int deal = 0; deal < Deals; deal++)
        {
            Span<int> next = counts.AsSpan(deal * Heaps, Heaps);
            if (next[Digit(keys[0], deal)] == keys.Length) continue;
            for (int heap = 0, start = 0; heap < Heaps; heap++) (next[heap], start) = (start, start + next[heap]);
            foreach (ulong key in from) to[next[Digit(key, deal)]++] = key;
            Span<ulong> dealt = to;
            to = from;
            from = dealt;
        }

        if (from != keys) from.CopyTo(keys);
        ArrayPool<ulong>.Shared.Return(rented);
    }

    // How many keys fall into each heap of each deal, in one pass.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int[] Count(ReadOnlySpan<ulong> keys)
    {
        int[] counts = new int[Deals * Heaps];
        foreach (ulong key in keys)
        {
            for (int deal = 0; deal < Deals; deal++) counts[deal * Heaps + Digit(key, deal)]++;
        }

        return counts;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Digit(ulong key, int deal) => (int)(key >> (deal * Bits)) & (Heaps - 1);

    // x + 0 makes −0 a 0.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Key(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x + 0.0);
        return (ulong)(bits ^ (~(bits >> 63) & long.MaxValue));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Number(ulong key)
    {
        long bits = (long)key;
        return BitConverter.Int64BitsToDouble(bits ^ (~(bits >> 63) & long.MaxValue));
    }
}
