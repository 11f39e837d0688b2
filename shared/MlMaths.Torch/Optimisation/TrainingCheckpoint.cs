using System.Security.Cryptography;
using System.Text;
using MlMaths.Torch.Data;

namespace MlMaths.Torch.Optimisation;

/// <summary>
/// Everything that decides how a training goes on, as bytes: θ, the rule's memory, streams of chance, observers that count,
/// the place in the epoch and the history so far. A training that is continued from here makes the same numbers, bit for bit
/// on the CPU, as one that was never interrupted. θ is kept in double precision: it may be continued on another device.
/// </summary>
internal static class TrainingCheckpoint
{
    private const string Format = "MlMaths.Torch checkpoint 3";

    public static byte[] Take(TrainingState state, IReadOnlyList<IResumable> parts) => Take(state, parts, new MemoryStream()).ToArray();

    /// <summary>The same, in memory that is used again for the next.</summary>
    public static ReadOnlyMemory<byte> Take(TrainingState state, IReadOnlyList<IResumable> parts, MemoryStream stream)
    {
        stream.SetLength(0);
        using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Format);
            writer.Write(state.Parameters.Count);
            writer.Write(state.StepsPerEpoch);
            writer.Write(parts.Count);
            BinaryNumbers.Write(writer, state.Parameters.ToArray());
            state.Save(writer);
            foreach (IResumable part in parts)
                part.Save(writer);
        }

        // The hash comes last: a file that was cut short or changed is told from a whole one.
        stream.Write(SHA256.HashData(stream.GetBuffer().AsSpan(0, (int)stream.Length)));
        return stream.GetBuffer().AsMemory(0, (int)stream.Length);
    }

    /// <exception cref="UserMistakeException">It is no checkpoint, a damaged one, or one of another training.</exception>
    public static void Restore(byte[] checkpoint, TrainingState state, IReadOnlyList<IResumable> parts)
    {
        if (!IsWhole(checkpoint))
            throw new UserMistakeException($"The checkpoint of {checkpoint.Length} bytes is damaged or none at all: resume from another one, or start anew.");

        using var reader = new BinaryReader(new MemoryStream(checkpoint, 0, checkpoint.Length - SHA256.HashSizeInBytes), Encoding.UTF8);
        try
        {
            Read(reader, state, parts);
        }
        catch (Exception cause) when (cause is IOException or InvalidDataException or ArgumentException or FormatException)
        {
            throw Unfit(cause);
        }
    }

    /// <summary>A hash only says that the bytes are as somebody wrote them; whether they make sense shows when they are read.</summary>
    internal static UserMistakeException Unfit(Exception? cause = null) => new(
        "The checkpoint is whole, and what it says makes no sense for this training: it is not ours; take it away, and the training starts anew.",
        cause!);

    private static void Read(BinaryReader reader, TrainingState state, IReadOnlyList<IResumable> parts)
    {
        Expect("format", Format, reader.ReadString());
        Expect("number of parameters", state.Parameters.Count, reader.ReadInt32());
        Expect("number of steps in an epoch", state.StepsPerEpoch, reader.ReadInt32());
        Expect("number of parts that remember something", parts.Count, reader.ReadInt32());
        state.Parameters.Set(reader.ReadDoubles());
        state.Load(reader);
        foreach (IResumable part in parts)
            part.Load(reader);
        if (reader.BaseStream.Position != reader.BaseStream.Length)
            throw new InvalidDataException($"{reader.BaseStream.Length - reader.BaseStream.Position} bytes are left over.");
    }

    /// <summary>Whether the bytes end with the hash of what stands before it.</summary>
    public static bool IsWhole(byte[] checkpoint)
    {
        int length = checkpoint.Length - SHA256.HashSizeInBytes;
        return length > 0 && SHA256.HashData(checkpoint.AsSpan(0, length)).AsSpan().SequenceEqual(checkpoint.AsSpan(length));
    }

    private static void Expect<T>(string what, T here, T there) where T : notnull
    {
        if (!here.Equals(there))
        {
            string was = there is string text ? Quoted.Value(text) : $"{there}";
            throw new UserMistakeException(
                $"The checkpoint belongs to another training: its {what} was {was}, and this one's is {here}; "
                + "resume with the options it was started with.");
        }
    }
}
