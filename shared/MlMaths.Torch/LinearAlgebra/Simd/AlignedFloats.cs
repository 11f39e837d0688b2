namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// Floats that stay where they are and begin where a line of the cache does, so that no load of a vector touches two
/// lines. The garbage collector frees them.
/// </summary>
internal sealed unsafe class AlignedFloats
{
    private const int LineOfCache = 64;

    private readonly float[] _numbers;

    /// <summary>So many zeros.</summary>
    public AlignedFloats(long count)
    {
        _numbers = GC.AllocateArray<float>(checked((int)count) + LineOfCache / sizeof(float), pinned: true);
        nint start = (nint)System.Runtime.CompilerServices.Unsafe.AsPointer(ref _numbers[0]);
        Start = (float*)((start + LineOfCache - 1) / LineOfCache * LineOfCache);
        Count = count;
    }

    /// <summary>Numbers there is room for.</summary>
    public long Count { get; }

    /// <summary>Valid as long as this object is held.</summary>
    public float* Start { get; }

    /// <summary>All of them.</summary>
    public Span<float> Span => new(Start, (int)Count);
}
