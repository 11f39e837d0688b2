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
    private const string Format = "MlMaths.Torch checkpoint 2";

    public static byte[] Take(TrainingState state, IReadOnlyList<IResumable> parts)
    {
        using var stream = new MemoryStream();
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
        return stream.ToArray();
    }

    /// <exception cref="UserMistakeException">It is no checkpoint, a damaged one, or one of another training.</exception>
    public static void Restore(byte[] checkpoint, TrainingState state, IReadOnlyList<IResumable> parts)
    {
        if (!IsWhole(checkpoint))
            throw new UserMistakeException($"The checkpoint of {checkpoint.Length} bytes is damaged or none at all: resume from another one, or start anew.");

        using var reader = new BinaryReader(new MemoryStream(checkpoint, 0, checkpoint.Length - SHA256.HashSizeInBytes), Encoding.UTF8);
        Expect("format", Format, reader.ReadString());
        Expect("number of parameters", state.Parameters.Count, reader.ReadInt32());
        Expect("number of steps in an epoch", state.StepsPerEpoch, reader.ReadInt32());
        Expect("number of parts that remember something", parts.Count, reader.ReadInt32());
        state.Parameters.Set(reader.ReadDoubles());
        state.Load(reader);
        foreach (IResumable part in parts)
            part.Load(reader);
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
            throw new UserMistakeException(
                $"The checkpoint belongs to another training: its {what} was {there}, and this one's is {here}; resume with the options it was started with.");
        }
    }
}
