using System.Buffers.Binary;
using System.Numerics;

namespace MlMaths.Torch.Portfolio.Verify;

/// <summary>Training curves as TensorBoard reads them: the same but for the times that each point carries.</summary>
internal static class EventsFile
{
    /// <summary>Such a file has the second of its start in its name.</summary>
    public const string Prefix = "events.";

    private const int LengthBytes = sizeof(ulong), SumBytes = sizeof(uint), TimeBytes = 1 + sizeof(double);

    /// <summary>The field of the time, the first of every record.</summary>
    private const byte TimeTag = 0x09;

    private const uint Mask = 0xa282ead8;

    /// <summary>Whether both files hold the same points, and the checksums of the first one are its own.</summary>
    public static bool AreSame(byte[] then, byte[] now)
    {
        (List<byte[]> first, bool isWhole) = Records(then);
        (List<byte[]> second, _) = Records(now);
        return isWhole && first.Count == second.Count
            && first.Zip(second).All(pair => WithoutTime(pair.First).SequenceEqual(WithoutTime(pair.Second)));
    }

    // Length, its checksum, the record, its checksum.
    private static (List<byte[]> Records, bool IsWhole) Records(byte[] file)
    {
        List<byte[]> records = [];
        int at = 0;
        while (at + LengthBytes + SumBytes <= file.Length)
        {
            ReadOnlySpan<byte> length = file.AsSpan(at, LengthBytes);
            ulong bytes = BinaryPrimitives.ReadUInt64LittleEndian(length);
            int from = at + LengthBytes + SumBytes;
            if (bytes > (ulong)(file.Length - from) || from + (int)bytes + SumBytes > file.Length
                || !IsSum(file, at + LengthBytes, length))
            {
                return (records, false);
            }

            byte[] record = file.AsSpan(from, (int)bytes).ToArray();
            if (!IsSum(file, from + record.Length, record)) return (records, false);
            records.Add(record);
            at = from + record.Length + SumBytes;
        }

        return (records, at == file.Length);
    }

    private static bool IsSum(byte[] file, int at, ReadOnlySpan<byte> of)
    {
        uint sum = uint.MaxValue;
        foreach (byte one in of) sum = BitOperations.Crc32C(sum, one);
        sum = ~sum;
        return BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at, SumBytes)) == unchecked(BitOperations.RotateRight(sum, 15) + Mask);
    }

    private static ReadOnlySpan<byte> WithoutTime(byte[] record) =>
        record.Length >= TimeBytes && record[0] == TimeTag ? record.AsSpan(TimeBytes) : record;
}
