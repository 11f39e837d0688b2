using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;

namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// What a kernel asks of a register that holds several floats side by side. A kernel that is written against it exists
/// once as text and is compiled once for every width, into the same instructions that a copy of it would be.
/// </summary>
/// <typeparam name="V">The register: <c>Vector512&lt;float&gt;</c>, <c>Vector256&lt;float&gt;</c> or
/// <c>Vector128&lt;float&gt;</c>.</typeparam>
internal unsafe interface IVectorWidth<V>
    where V : struct
{
    /// <summary>Floats side by side.</summary>
    static abstract int Lanes { get; }

    /// <summary>Whether the processor has room for a tile of eight rows by two vectors: it takes 19 registers, of 16 or of 32.</summary>
    static abstract bool HasManyRegisters { get; }

    static abstract V Zero { get; }

    static abstract V Load(float* from);

    static abstract void Store(V numbers, float* to);

    /// <summary>The same number in every lane.</summary>
    static abstract V Broadcast(float number);

    /// <summary>ab + c, rounded once.</summary>
    static abstract V MultiplyAdd(V a, V b, V c);

    static abstract V Max(V a, V b);

    /// <summary>The lanes of <paramref name="numbers"/> where <paramref name="sign"/> is above 0; 0 elsewhere.</summary>
    static abstract V WherePositive(V sign, V numbers);
}

/// <summary>Sixteen floats: AVX-512.</summary>
internal readonly unsafe struct Width512 : IVectorWidth<Vector512<float>>
{
    public static int Lanes => Vector512<float>.Count;

    public static bool HasManyRegisters => true;

    public static Vector512<float> Zero => Vector512<float>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Load(float* from) => Vector512.Load(from);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<float> numbers, float* to) => numbers.Store(to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Broadcast(float number) => Vector512.Create(number);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> MultiplyAdd(Vector512<float> a, Vector512<float> b, Vector512<float> c) =>
        Vector512.FusedMultiplyAdd(a, b, c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Max(Vector512<float> a, Vector512<float> b) => Vector512.Max(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> WherePositive(Vector512<float> sign, Vector512<float> numbers) =>
        Vector512.ConditionalSelect(Vector512.GreaterThan(sign, Zero), numbers, Zero);
}

/// <summary>Eight floats: AVX2.</summary>
internal readonly unsafe struct Width256 : IVectorWidth<Vector256<float>>
{
    public static int Lanes => Vector256<float>.Count;

    public static bool HasManyRegisters => false;

    public static Vector256<float> Zero => Vector256<float>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Load(float* from) => Vector256.Load(from);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<float> numbers, float* to) => numbers.Store(to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Broadcast(float number) => Vector256.Create(number);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> MultiplyAdd(Vector256<float> a, Vector256<float> b, Vector256<float> c) =>
        Vector256.FusedMultiplyAdd(a, b, c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Max(Vector256<float> a, Vector256<float> b) => Vector256.Max(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> WherePositive(Vector256<float> sign, Vector256<float> numbers) =>
        Vector256.ConditionalSelect(Vector256.GreaterThan(sign, Zero), numbers, Zero);
}

/// <summary>Four floats: every processor that .NET runs on.</summary>
internal readonly unsafe struct Width128 : IVectorWidth<Vector128<float>>
{
    public static int Lanes => Vector128<float>.Count;

    public static bool HasManyRegisters => AdvSimd.IsSupported;

    public static Vector128<float> Zero => Vector128<float>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Load(float* from) => Vector128.Load(from);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<float> numbers, float* to) => numbers.Store(to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Broadcast(float number) => Vector128.Create(number);

    // Without the instruction, a fused product would be a call for each lane: rounding twice is as right, and fifty times faster.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> MultiplyAdd(Vector128<float> a, Vector128<float> b, Vector128<float> c) =>
        Vector128.MultiplyAddEstimate(a, b, c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Max(Vector128<float> a, Vector128<float> b) => Vector128.Max(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> WherePositive(Vector128<float> sign, Vector128<float> numbers) =>
        Vector128.ConditionalSelect(Vector128.GreaterThan(sign, Zero), numbers, Zero);
}
