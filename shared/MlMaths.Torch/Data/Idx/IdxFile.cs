using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;

namespace MlMaths.Torch.Data;

/// <summary>
/// One file of the IDX format, in which MNIST came: a block of bytes with its sizes before it, all numbers with the high byte
/// first. Compressed by gzip or not, whatever the file's name says. What its head claims is believed once the bytes are there.
///
/// <code>
/// 0  0  8  d           8: the values are bytes; d sizes follow
/// n₁  n₂ … n_d         4 bytes each: pictures, rows and columns of a picture
/// n₁·n₂·…·n_d bytes    row by row, from 0 (paper) to 255 (ink)
/// </code>
/// </summary>
/// <param name="Shown">How a sentence calls the file.</param>
/// <param name="Head">Everything before the values, as it stands in the file.</param>
/// <param name="Sizes">n₁ … n_d, each from 1.</param>
/// <param name="Values">The values.</param>
internal sealed record IdxFile(string Shown, byte[] Head, int[] Sizes, byte[] Values)
{
    private const int Bytes = 8, MagicLength = 4, SizeLength = 4;
    // A match of 258 bytes takes two bits at least: deflate makes no more than 1,032 bytes of one.
    private const int MaxExpansion = 1032;
    private const string Again = "download it again";

    // Every value becomes 8 bytes of a data set: 2 GB. MNIST has 47 million values.
    private const int MaxValues = 1 << 28;

    /// <exception cref="UserMistakeException">The file cannot be read, is of another kind, or damaged.</exception>
    public static IdxFile Read(string path, int dimensions) => Read(path, dimensions, WorkingMemory.OfThisMachine);

    internal static IdxFile Read(string path, int dimensions, WorkingMemory memory)
    {
        string shown = Quoted.Path(path);
        try
        {
            using FileStream file = File.OpenRead(path);
            if (!IsCompressed(file))
                return Read(shown, file, dimensions, length: file.Length, atMost: file.Length, memory);
            using var whole = new GZipStream(file, CompressionMode.Decompress);
            IdxFile read = Read(shown, whole, dimensions, length: null, atMost: MaxExpansion * file.Length, memory);
            return EndsWithLength(file, read.Head.Length + read.Values.Length)
                ? read
                : throw new InvalidDataException("The last four bytes are not the length.");
        }
        catch (InvalidDataException cause)
        {
            throw new UserMistakeException($"{shown} is compressed, and was cut short or changed: {Again}.", cause);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new UserMistakeException(
                $"{shown} cannot be read ({cause.Message.TrimEnd('.')}): "
                + $"check its permissions, and whether another program is using it.",
                cause);
        }
    }

    private static bool IsCompressed(FileStream file)
    {
        bool compressed = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
        file.Position = 0;
        return compressed;
    }

    // A gzip file ends with the length of what was compressed, low byte first: a cut within its last bytes shows nowhere else.
    private static bool EndsWithLength(FileStream file, int length)
    {
        Span<byte> last = stackalloc byte[sizeof(uint)];
        file.Seek(-last.Length, SeekOrigin.End);
        file.ReadExactly(last);
        return BinaryPrimitives.ReadUInt32LittleEndian(last) == length;
    }

    private static IdxFile Read(string shown, Stream stream, int dimensions, long? length, long atMost, WorkingMemory memory)
    {
        byte[] head = new byte[MagicLength + SizeLength * dimensions];
        int read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        if (read >= MagicLength && !head.Take(MagicLength).SequenceEqual<byte>([0, 0, Bytes, (byte)dimensions]))
        {
            throw new UserMistakeException(
                $"{shown} begins with the bytes {Convert.ToHexString(head, 0, MagicLength)}, "
                + $"and an IDX file of {dimensions} sizes with 000008{dimensions:X2}: "
                + "check that pictures and labels are not swapped, and that it is not another kind of file.");
        }

        if (read < head.Length)
            throw new UserMistakeException($"{shown} ends after {read} bytes, but its header alone has {head.Length}: {Again}.");

        uint[] claimed = [.. Enumerable.Range(0, dimensions)
            .Select(d => BinaryPrimitives.ReadUInt32BigEndian(head.AsSpan(MagicLength + SizeLength * d)))];
        string product = string.Join(" × ", claimed);
        UInt128 count = claimed.Aggregate(UInt128.One, (all, size) => all * size);
        if (count == 0)
            throw new UserMistakeException($"{shown} says that it holds {product} values, which is none: {Again}.");
        if (length is { } bytes && count != (UInt128)(bytes - head.Length))
            throw Damaged(shown, product, count, (bytes - head.Length).ToString(CultureInfo.InvariantCulture));
        if (count > (UInt128)atMost)
            throw Damaged(shown, product, count, string.Create(CultureInfo.InvariantCulture, $"{atMost} at most, compressed as it is"));
        if (count > MaxValues)
        {
            throw new UserMistakeException(
                $"{shown} says that it holds {product} values, and at most {MaxValues} are read: "
                + $"{Again} if that is wrong, or take a part of it.");
        }
        memory.Require((long)count, shown);
        return new(shown, head, [.. claimed.Select(size => (int)size)], Taken(shown, stream, product, (int)count, length is not null));
    }

    private static byte[] Taken(string shown, Stream stream, string product, int count, bool isThere)
    {
        // A compressed file may claim more than it holds: what is kept grows with what comes out of it.
        const int chunk = 1 << 20;
        byte[] values = new byte[isThere ? count : Math.Min(count, chunk)];
        int read = 0;
        while (true)
        {
            read += stream.ReadAtLeast(values.AsSpan(read), values.Length - read, throwOnEndOfStream: false);
            if (read < values.Length)
                throw Damaged(shown, product, (UInt128)count, $"{read}");
            if (read == count)
                break;
            Array.Resize(ref values, (int)Math.Min(count, 2L * values.Length));
        }

        return stream.ReadByte() < 0 ? values : throw Damaged(shown, product, (UInt128)count, "more");
    }

    private static UserMistakeException Damaged(string shown, string product, UInt128 count, string there) =>
        new($"{shown} says that it holds {product} = {count} values, but contains {there}: it was cut short or "
            + $"changed; {Again}.");
}
