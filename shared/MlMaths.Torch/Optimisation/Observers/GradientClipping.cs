using System.Numerics;
using System.Runtime.InteropServices;

namespace MlMaths.Torch.Optimisation;

/// <summary>
/// Shortens a gradient that is too long, and leaves its direction:
///
/// <code>∇L ← ∇L · c/‖∇L‖        where ‖∇L‖ > c</code>
///
/// One steep place can then not throw θ far away. The share of steps that were shortened is recorded after every epoch:
/// where it is large, c decides the training and not η. Source: Pascanu, Mikolov, Bengio, 2013, ICML.
/// </summary>
/// <param name="longest">c, above 0.</param>
public sealed class GradientClipping(double longest) : ITrainingObserver, IResumable
{
    private readonly double _longest = Finite.Positive(longest);
    private int _steps, _clipped;

    /// <summary>Share of all steps so far whose gradient was shortened; null before the first.</summary>
    public double? ClippedShare => _steps == 0 ? null : (double)_clipped / _steps;

    /// <inheritdoc/>
    public void OnGradients(TrainingState state)
    {
        _steps++;
        double norm = state.GradientNorms.Whole;
        if (!(norm > _longest) || !double.IsFinite(norm))
            return;
        _clipped++;
        Scale(state.Parameters.Gradient, _longest / norm);
    }

    /// <inheritdoc/>
    public void OnEpoch(TrainingState state)
    {
        if (ClippedShare is { } share)
            state.Record("clipped_share", share);
    }

    /// <inheritdoc/>
    public void Save(BinaryWriter writer)
    {
        writer.Write(_steps);
        writer.Write(_clipped);
    }

    /// <inheritdoc/>
    public void Load(BinaryReader reader) => (_steps, _clipped) = (reader.ReadInt32(), reader.ReadInt32());

    /// <summary>On the CPU where the numbers lie: a tensor operation takes longer to begin than a small net takes to scale.</summary>
    private static void Scale(Tensor g, double factor)
    {
        if (g.device_type != DeviceType.CPU)
            g.mul_(factor);
        else if (g.dtype == torch.ScalarType.Float64)
            Scale(MemoryMarshal.Cast<byte, double>(g.bytes), factor);
        else
            Scale(MemoryMarshal.Cast<byte, float>(g.bytes), (float)factor);
    }

    private static void Scale<T>(Span<T> numbers, T factor) where T : struct, INumber<T>
    {
        int whole = numbers.Length / Vector<T>.Count * Vector<T>.Count;
        foreach (ref Vector<T> vector in MemoryMarshal.Cast<T, Vector<T>>(numbers[..whole]))
            vector *= factor;
        foreach (ref T number in numbers[whole..])
            number *= factor;
    }
}
