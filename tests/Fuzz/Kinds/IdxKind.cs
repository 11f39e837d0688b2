using System.Buffers.Binary;
using System.IO.Compression;
using MlMaths.Torch.Data;

namespace MlMaths.Torch.Fuzz.Kinds;

/// <summary>
/// Two IDX files, pictures and labels, one after the other in one input with the length of the first before them.
/// </summary>
internal sealed class IdxKind : IFuzzedKind
{
    private static readonly int[] Magic = [0x803, 0x801, 0x802, 0x903, 0xD03, 0x1000803, -1];

    private static readonly int[] Sizes =
        [0, 1, 2, 3, 255, 256, 28, 16384, 65536, 1 << 28, int.MaxValue, -1, int.MinValue];

    public string Name => "idx";

    public IReadOnlyList<byte[]> Examples { get; } =
    [
        Joined(Head(3, 4, 2, 3, 24), Head(1, 4, 1, 1, 4)),
        Joined(Zipped(Head(3, 4, 2, 3, 24)), Head(1, 4, 1, 1, 4)),
        Joined(Zipped(Head(3, 9, 1, 1, 9)), Zipped(Head(1, 9, 1, 1, 9))),
    ];

    public byte[] Change(byte[] input, Random chance)
    {
        var (pictures, labels) = Parted(input);
        bool first = chance.Next(2) == 0;
        byte[] chosen = first ? pictures : labels;
        if (Unzipped(chosen) is { } plain)
        {
            byte[] changed = OneSize(plain, chance);
            chosen = chance.Next(4) == 0 ? changed : Zipped(changed);
        }
        else
        {
            chosen = chance.Next(4) == 0 ? Zipped(OneSize(chosen, chance)) : OneSize(chosen, chance);
        }

        return first ? Joined(chosen, labels) : Joined(pictures, chosen);
    }

    public bool Read(byte[] input)
    {
        var (pictures, labels) = Parted(input);
        TemporaryFolder.Write("train-images-idx3-ubyte", pictures);
        TemporaryFolder.Write("train-labels-idx1-ubyte", labels);
        IdxDataset read = IdxDataset.Read(TemporaryFolder.OfThread);
        byte[] pixels = (Unzipped(pictures) ?? pictures)[16..];
        for (int i = 0; i < pixels.Length; i++)
        {
            if (read.Dataset.Features[i] != pixels[i])
                throw new DifferentReadingException($"pixel {i}");
        }

        return pixels.Length == read.Dataset.Features.Length;
    }

    private static byte[] OneSize(byte[] file, Random chance)
    {
        byte[] changed = [.. file];
        int field = 4 * chance.Next(0, 4);
        if (field + 4 <= changed.Length)
        {
            BinaryPrimitives.WriteInt32BigEndian(changed.AsSpan(field), field == 0 ? chance.One(Magic)
                : chance.One(Sizes));
        }

        return chance.Next(4) == 0 ? [.. changed.Take(chance.Next(changed.Length + 1))] : changed;
    }

    private static byte[] Head(int dimensions, int count, int rows, int columns, int values)
    {
        byte[] file = new byte[4 + 4 * dimensions + values];
        file[2] = 8;
        file[3] = (byte)dimensions;
        int[] sizes = [count, rows, columns];
        for (int d = 0; d < dimensions; d++)
            BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(4 + 4 * d), sizes[d]);
        for (int i = 0; i < values; i++)
            file[4 + 4 * dimensions + i] = (byte)(i * 37 % 256);
        return file;
    }

    private static byte[] Zipped(byte[] plain)
    {
        using var stream = new MemoryStream();
        using (var zip = new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true))
            zip.Write(plain);
        return stream.ToArray();
    }

    private static byte[]? Unzipped(byte[] file)
    {
        if (file is not [0x1F, 0x8B, ..])
            return null;
        try
        {
            using var plain = new MemoryStream();
            using var zip = new GZipStream(new MemoryStream(file), CompressionMode.Decompress);
            zip.CopyTo(plain);
            return plain.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static byte[] Joined(byte[] pictures, byte[] labels) =>
        [(byte)(pictures.Length >> 8), (byte)pictures.Length, .. pictures, .. labels];

    private static (byte[] Pictures, byte[] Labels) Parted(byte[] input)
    {
        int length = input.Length < 2 ? 0 : Math.Min(input[0] << 8 | input[1], input.Length - 2);
        return ([.. input.Skip(2).Take(length)], [.. input.Skip(2 + length)]);
    }
}
