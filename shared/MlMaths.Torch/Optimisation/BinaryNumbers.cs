using System.Runtime.InteropServices;

namespace MlMaths.Torch.Optimisation;

/// <summary>
/// Arrays of numbers in a checkpoint: their length, then their bits. A length is believed only as far as there are
/// bytes.
/// </summary>
internal static class BinaryNumbers
{
    public static void Write(this BinaryWriter writer, double[] numbers)
    {
        writer.Write(numbers.Length);
        writer.Write(MemoryMarshal.AsBytes<double>(numbers));
    }

    public static double[] ReadDoubles(this BinaryReader reader)
    {
        double[] numbers = new double[reader.ReadCount(sizeof(double))];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(numbers.AsSpan()));
        return numbers;
    }

    /// <summary>How many things follow.</summary>
    /// <param name="reader">From where.</param>
    /// <param name="bytesEach">What each of them takes, at least.</param>
    /// <exception cref="InvalidDataException">There are not so many.</exception>
    public static int ReadCount(this BinaryReader reader, int bytesEach)
    {
        int count = reader.ReadInt32();
        long room = (reader.BaseStream.Length - reader.BaseStream.Position) / bytesEach;
        return count >= 0 && count <= room
            ? count
            : throw new InvalidDataException($"There is room for {room} things, and there should be {count}.");
    }

    /// <summary>A place in a list.</summary>
    /// <exception cref="InvalidDataException">The list has no such place.</exception>
    public static int ReadPlace(this BinaryReader reader, int count)
    {
        int place = reader.ReadInt32();
        return place >= 0 && place < count
            ? place
            : throw new InvalidDataException($"There are {count} things, and this should be number {place}.");
    }
}
