using System.Buffers.Binary;
using Google.Protobuf;
using Tensorboard;

namespace MlMaths.Torch.Data;

/// <summary>
/// A TensorBoard event file: records one after the other, each an event in protocol buffers.
///
/// <code>
/// record = length (8 bytes) · checksum of the length (4) · event · checksum of the event (4)      all little-endian
/// </code>
///
/// A scalar is a <c>simple_value</c>, or a tensor without dimensions. What a file claims is checked against its size before anything is
/// allocated. A last record that is cut off, as of a program that was killed, is left out; a wrong checksum ends the reading.
/// </summary>
internal sealed class EventFile
{
    private const int LengthBytes = 8, ChecksumBytes = 4, HeadBytes = LengthBytes + ChecksumBytes;
    private const int MostEventBytes = 16 << 20, MostPoints = 5_000_000;

    private readonly string _shown;
    private readonly Dictionary<string, List<LogPoint>> _series = [];
    private int _points;

    private EventFile(string file) => _shown = Quoted.Path(file);

    /// <summary>Scalars by their tags, in the order of their first events.</summary>
    public IReadOnlyDictionary<string, List<LogPoint>> Series => _series;

    /// <summary>Whether the last record is cut off.</summary>
    public bool IsCutOff { get; private set; }

    /// <summary>Events too large to hold a scalar alone, such as graphs, which were passed over.</summary>
    public int PassedOver { get; private set; }

    /// <summary>Whether a file begins as an event file does: with a length and its checksum.</summary>
    public static bool Begins(string file)
    {
        using FileStream stream = File.OpenRead(file);
        Span<byte> head = stackalloc byte[HeadBytes];
        return stream.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false) == HeadBytes && IsHead(head);
    }

    /// <summary>Reads a file.</summary>
    /// <param name="file">Its path.</param>
    /// <exception cref="UserMistakeException">It is damaged.</exception>
    public static EventFile Read(string file)
    {
        EventFile read = new(file);
        using FileStream stream = File.OpenRead(file);
        byte[] head = new byte[HeadBytes];
        for (int record = 1; stream.Position < stream.Length; record++)
        {
            if (stream.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false) < HeadBytes)
            {
                read.IsCutOff = true;
                break;
            }

            if (!IsHead(head)) throw read.Damaged(record, "the checksum of its length is wrong");
            ulong length = BinaryPrimitives.ReadUInt64LittleEndian(head);
            long left = stream.Length - stream.Position - ChecksumBytes;
            if (left < 0 || length > (ulong)left)
            {
                read.IsCutOff = true;
                break;
            }

            if (length > MostEventBytes)
            {
                stream.Position += (long)length + ChecksumBytes;
                read.PassedOver++;
                continue;
            }

            read.Take(stream, (int)length, record);
        }

        return read;
    }

    private static bool IsHead(ReadOnlySpan<byte> head) =>
        BinaryPrimitives.ReadUInt32LittleEndian(head[LengthBytes..]) == MaskedChecksum.Of(head[..LengthBytes]);

    private void Take(FileStream stream, int length, int record)
    {
        byte[] bytes = new byte[length + ChecksumBytes];
        stream.ReadExactly(bytes);
        if (BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(length)) != MaskedChecksum.Of(bytes.AsSpan(0, length)))
            throw Damaged(record, "its checksum is wrong");
        Event told = new();
        try
        {
            told.MergeFrom(new CodedInputStream(bytes, 0, length));
        }
        catch (InvalidProtocolBufferException)
        {
            throw Damaged(record, "it holds no event");
        }

        foreach (Summary.Types.Value value in told.Summary?.Value ?? [])
        {
            if (Scalar(value) is { } number) Keep(value.Tag, new(told.Step, number));
        }
    }

    private void Keep(string tag, LogPoint point)
    {
        if (++_points > MostPoints)
        {
            throw new UserMistakeException(
                $"{_shown} has more than {NumberText.Count(MostPoints)} readings: log every hundredth step, or the mean of each epoch.");
        }

        if (!_series.TryGetValue(tag, out List<LogPoint>? points)) _series[tag] = points = [];
        points.Add(point);
    }

    private static double? Scalar(Summary.Types.Value value) => value.ValueCase switch
    {
        Summary.Types.Value.ValueOneofCase.SimpleValue => value.SimpleValue,
        Summary.Types.Value.ValueOneofCase.Tensor when value.Tensor.TensorShape is null or { Dim.Count: 0 } => Number(value.Tensor),
        _ => null,
    };

    // The number of a tensor stands in its content, byte by byte, or in the list of its type.
    private static double? Number(TensorProto tensor)
    {
        ReadOnlySpan<byte> content = tensor.TensorContent.Span;
        return tensor.Dtype switch
        {
            DataType.DtFloat when content.Length == sizeof(float) => BinaryPrimitives.ReadSingleLittleEndian(content),
            DataType.DtDouble when content.Length == sizeof(double) => BinaryPrimitives.ReadDoubleLittleEndian(content),
            DataType.DtHalf when content.Length == sizeof(ushort) => (double)BinaryPrimitives.ReadHalfLittleEndian(content),
            DataType.DtFloat when tensor.FloatVal.Count == 1 => tensor.FloatVal[0],
            DataType.DtDouble when tensor.DoubleVal.Count == 1 => tensor.DoubleVal[0],
            DataType.DtHalf when tensor.HalfVal.Count == 1 => (double)BitConverter.Int16BitsToHalf(unchecked((short)tensor.HalfVal[0])),
            _ => null,
        };
    }

    private UserMistakeException Damaged(int record, string because) => new(
        $"{_shown} is damaged at its record {NumberText.Count(record)}: {because}; copy it again, or log into a CSV.");
}
