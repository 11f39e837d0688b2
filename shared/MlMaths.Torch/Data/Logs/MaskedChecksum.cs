using System.Numerics;

namespace MlMaths.Torch.Data;

/// <summary>
/// The checksum of a record in an event file: CRC-32C, rotated and shifted, so that a checksum of bytes that hold a checksum is no
/// fixed point.
///
/// <code>
/// masked = (c ≫ 15 | c ≪ 17) + a282ead8₁₆ mod 2³²
/// </code>
/// </summary>
internal static class MaskedChecksum
{
    private const uint Shift = 0xa282ead8;
    private const int Rotation = 15;

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte one in bytes)
            crc = BitOperations.Crc32C(crc, one);
        return unchecked(BitOperations.RotateRight(~crc, Rotation) + Shift);
    }
}
