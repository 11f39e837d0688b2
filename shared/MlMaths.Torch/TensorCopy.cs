using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MlMaths.Torch;

/// <summary>
/// The one door through which numbers of .NET become a tensor: a copy in memory of libtorch's own, which begins at a
/// multiple of 64 bytes. <c>torch.tensor(array)</c> keeps the memory of a .NET array instead, which begins anywhere;
/// MKL's products add in an order that depends on where their operands begin, so equal numbers gave one of eight
/// results, by chance of the collector.
/// </summary>
public static class TensorCopy
{
    private const int PieceBytes = 1 << 30; // TorchSharp's view of a tensor's bytes ends at 2³¹

    /// <summary>A vector, [n]; the caller's scope disposes it.</summary>
    /// <param name="numbers">What it holds.</param>
    /// <param name="dtype">The type of its numbers; by default their own.</param>
    /// <param name="device">Where it lives; by default on the CPU.</param>
    public static Tensor Of<T>(ReadOnlySpan<T> numbers, torch.ScalarType? dtype = null,
        torch.Device? device = null) where T : unmanaged =>
        Of(numbers, [numbers.Length], dtype, device);

    /// <summary>
    /// The rows of a matrix, [n, d], in double precision, NaN and infinite numbers as they are; the caller's scope disposes it.
    /// </summary>
    public static Tensor Of(double[,] matrix)
    {
        ref double first = ref Unsafe.As<byte, double>(ref MemoryMarshal.GetArrayDataReference(matrix));
        return Of(MemoryMarshal.CreateReadOnlySpan(ref first, matrix.Length),
            [matrix.GetLength(0), matrix.GetLength(1)]);
    }

    /// <summary>A tensor of any shape, the last dimension running fastest; the caller's scope disposes it.</summary>
    /// <param name="numbers">What it holds; as many as the shape has places.</param>
    /// <param name="shape">Its sizes.</param>
    /// <param name="dtype">The type of its numbers; by default their own.</param>
    /// <param name="device">Where it lives; by default on the CPU.</param>
    public static Tensor Of<T>(ReadOnlySpan<T> numbers, ReadOnlySpan<long> shape, torch.ScalarType? dtype = null,
        torch.Device? device = null)
        where T : unmanaged
    {
        Tensor own = torch.empty(shape, TypeOf<T>());
        if (own.numel() != numbers.Length)
        {
            own.Dispose();
            string sizes = string.Join(", ", shape.ToArray());
            throw new ArgumentException($"The shape [{sizes}] does not hold {numbers.Length} numbers.", nameof(shape));
        }

        Fill(own, numbers);
        torch.ScalarType type = dtype ?? own.dtype;
        torch.Device place = device ?? torch.CPU;
        if (type == own.dtype && place.type == DeviceType.CPU)
            return own;
        using (own)
            return own.to(type, place);
    }

    private static void Fill<T>(Tensor own, ReadOnlySpan<T> numbers) where T : unmanaged
    {
        int size = (int)own.element_size(), most = PieceBytes / size;
        if (numbers.Length <= most)
        {
            if (numbers.Length > 0)
                MemoryMarshal.AsBytes(numbers).CopyTo(own.bytes);
            return;
        }

        using Tensor flat = own.view(-1);
        for (int start = 0; start < numbers.Length; start += most)
        {
            using Tensor piece = flat.narrow(0, start, Math.Min(most, numbers.Length - start));
            MemoryMarshal.AsBytes(numbers.Slice(start, (int)piece.numel())).CopyTo(piece.bytes);
        }
    }

    private static torch.ScalarType TypeOf<T>() where T : unmanaged => default(T) switch
    {
        double => torch.ScalarType.Float64,
        float => torch.ScalarType.Float32,
        long => torch.ScalarType.Int64,
        int => torch.ScalarType.Int32,
        bool => torch.ScalarType.Bool,
        byte => torch.ScalarType.Byte,
        _ => throw new ArgumentException($"A tensor of {typeof(T).Name} is not supported: use double, float, long, "
            + $"int, bool or byte."),
    };
}
