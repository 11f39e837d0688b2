using System.Buffers.Binary;

namespace MlMaths.Torch.Runs;

/// <summary>Dots per metre in a PNG: the chunk pHYs, which stands before the picture (ISO/IEC 15948, 11.3.5.3).</summary>
internal static class PngDensity
{
    private const int HeaderEnd = 8 + 25;

    private const double InchesPerMetre = 1 / 0.0254;

    /// <summary>The same picture, which says how large it is meant.</summary>
    public static byte[] With(byte[] png, int dotsPerInch)
    {
        Span<byte> chunk = stackalloc byte[4 + 4 + 9 + 4];
        uint dots = (uint)Math.Round(dotsPerInch * InchesPerMetre);
        BinaryPrimitives.WriteUInt32BigEndian(chunk, 9);
        "pHYs"u8.CopyTo(chunk[4..]);
        BinaryPrimitives.WriteUInt32BigEndian(chunk[8..], dots);
        BinaryPrimitives.WriteUInt32BigEndian(chunk[12..], dots);
        chunk[16] = 1; // the unit is the metre
        BinaryPrimitives.WriteUInt32BigEndian(chunk[17..], Crc(chunk[4..17]));
        return [.. png.AsSpan(0, HeaderEnd), .. chunk, .. png.AsSpan(HeaderEnd)];
    }

    // The remainder of x³²·m(x) by x³² + x²⁶ + … + 1, lowest bit first (ISO/IEC 15948, annex D).
    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        uint remainder = uint.MaxValue;
        foreach (byte one in bytes)
        {
            remainder ^= one;
            for (int bit = 0; bit < 8; bit++) remainder = (remainder & 1) == 1 ? (remainder >> 1) ^ 0xEDB88320 : remainder >> 1;
        }

        return ~remainder;
    }
}
