using System.Security.Cryptography;
using System.Text;

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
    /// <param name="checkpoint">What was taken.</param>
    /// <param name="state">The training that goes on from there.</param>
    /// <param name="parts">What else remembers something, in the order in which it was taken.</param>
    /// <param name="name">How sentences call the checkpoint.</param>
    public static void Restore(byte[] checkpoint, TrainingState state, IReadOnlyList<IResumable> parts, string name = "last")
    {
        if (!IsWhole(checkpoint))
        {
            throw new UserMistakeException(
                $"The checkpoint {Quoted.Value(name)} of {checkpoint.Length} bytes is damaged or not a checkpoint: "
                + "resume from another one, or start again.");
        }

        using var reader = new BinaryReader(new MemoryStream(checkpoint, 0, checkpoint.Length - SHA256.HashSizeInBytes), Encoding.UTF8);
        try
        {
            Read(reader, state, parts, name);
        }
        catch (Exception cause) when (cause is IOException or InvalidDataException or ArgumentException or FormatException)
        {
            throw Unfit(name, cause);
        }
    }

    /// <summary>A hash only says that the bytes are as somebody wrote them; whether they make sense shows when they are read.</summary>
    internal static UserMistakeException Unfit(string name = "last", Exception? cause = null) => new(
        $"The checkpoint {Quoted.Value(name)} is intact, but its contents make no sense for this training: "
        + "remove it, and the training starts again.",
        cause!);

    private static void Read(BinaryReader reader, TrainingState state, IReadOnlyList<IResumable> parts, string name)
    {
        if (reader.ReadString() != Format)
        {
            throw new UserMistakeException(
                $"The checkpoint {Quoted.Value(name)} has another format than this version of the program writes: "
                + "continue with the version that wrote it, or start again.");
        }

        Expect(name, "number of parameters", state.Parameters.Count, reader.ReadInt32());
        Expect(name, "number of steps in an epoch", state.StepsPerEpoch, reader.ReadInt32());
        Expect(name, "number of parts that remember something", parts.Count, reader.ReadInt32());
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

    private static void Expect(string name, string what, int here, int there)
    {
        if (here != there)
        {
            throw new UserMistakeException(
                $"The checkpoint {Quoted.Value(name)} belongs to another training: its {what} was {there}, and this one's is {here}; "
                + "resume with the options it was started with.");
        }
    }
}
