using System.Runtime.CompilerServices;

namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// What becomes of the sums of a tile on their way from the registers to memory. They have to make that way anyhow: what is
/// done to them here costs no second trip over the result.
/// </summary>
internal unsafe interface IWriteBack
{
    static abstract void Store<V, W>(V sums, float* to)
        where V : struct
        where W : IVectorWidth<V>;
}

/// <summary>C = AB</summary>
internal readonly unsafe struct AsItIs : IWriteBack
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<V, W>(V sums, float* to)
        where V : struct
        where W : IVectorWidth<V> => W.Store(sums, to);
}

/// <summary>C = max(AB, 0): the activation ReLU.</summary>
internal readonly unsafe struct Rectified : IWriteBack
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<V, W>(V sums, float* to)
        where V : struct
        where W : IVectorWidth<V> => W.Store(W.Max(sums, W.Zero), to);
}

/// <summary>
/// C = AB where C was above 0, else 0: the slope of ReLU. C holds the activations before and the gradient after, which needs
/// no second place: a unit that was silent passes nothing back.
/// </summary>
internal readonly unsafe struct WhereItWasPositive : IWriteBack
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<V, W>(V sums, float* to)
        where V : struct
        where W : IVectorWidth<V> => W.Store(W.WherePositive(W.Load(to), sums), to);
}
