namespace MlMaths.Torch.Fuzz;

/// <summary>Changes that know nothing of what the bytes mean.</summary>
internal static class ByteChange
{
    private const int Longest = 1 << 16;

    private static readonly byte[] Interesting =
        [0, 1, 9, 10, 13, 0x1A, 0x1B, 0x1F, 32, 34, 39, 44, 45, 46, 48, 59, 91, 92, 93, 123, 124, 127, 128, 0xBF,
        0xC3, 0xE2, 0xFE, 0xFF];

    public static byte[] Of(byte[] input, IReadOnlyList<byte[]> others, Random chance)
    {
        List<byte> bytes = [.. input.Take(Longest)];
        for (int times = 1 + chance.Next(3); times > 0; times--)
            Once(bytes, others, chance);
        return [.. bytes];
    }

    private static void Once(List<byte> bytes, IReadOnlyList<byte[]> others, Random chance)
    {
        int at = chance.Next(bytes.Count + 1),
            length = Math.Min(1 + chance.Next(chance.Next(2) == 0 ? 4 : 40), bytes.Count - at);
        switch (chance.Next(7))
        {
            case 0 when length > 0:
                bytes[at] ^= (byte)(1 << chance.Next(8));
                break;
            case 1 when length > 0:
                bytes[at] = Interesting[chance.Next(Interesting.Length)];
                break;
            case 2:
                bytes.RemoveRange(at, length);
                break;
            case 3:
                bytes.InsertRange(at, [.. bytes.Skip(at).Take(length)]);
                break;
            case 4:
                bytes.Insert(at, Interesting[chance.Next(Interesting.Length)]);
                break;
            case 5:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            default:
                byte[] other = others[chance.Next(others.Count)];
                int from = chance.Next(other.Length + 1);
                bytes.InsertRange(at, other.Skip(from).Take(1 + chance.Next(60)));
                break;
        }
    }
}
