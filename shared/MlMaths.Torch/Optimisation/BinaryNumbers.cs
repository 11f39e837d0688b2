using System.Runtime.InteropServices;

namespace MlMaths.Torch.Optimisation;

/// <summary>Arrays of numbers in a checkpoint: their length, then their bits.</summary>
internal static class BinaryNumbers
{
    public static void Write(this BinaryWriter writer, double[] numbers)
    {
        writer.Write(numbers.Length);
        writer.Write(MemoryMarshal.AsBytes<double>(numbers));
    }

    public static double[] ReadDoubles(this BinaryReader reader)
    {
        double[] numbers = new double[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(numbers.AsSpan()));
        return numbers;
    }
}
