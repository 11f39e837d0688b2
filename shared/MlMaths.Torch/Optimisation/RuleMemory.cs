using MlMaths.Torch.Models;

namespace MlMaths.Torch.Optimisation;

/// <summary>
/// What an update rule remembers: vectors as long as θ, zero before the first step, and the number of steps made. They live
/// where θ lives, from the first step until they are disposed.
/// </summary>
/// <param name="count">How many vectors.</param>
public sealed class RuleMemory(int count) : IResumable, IDisposable
{
    private readonly Tensor?[] _vectors = new Tensor?[count];
    private double[]?[] _loaded = new double[count][];

    /// <summary>t: steps made.</summary>
    public int Steps { get; set; }

    /// <summary>Vector <paramref name="index"/> [p].</summary>
    public Tensor Of(ParameterVector parameters, int index) => _vectors[index] ??= New(parameters.Values, _loaded[index]);

    /// <inheritdoc/>
    public void Save(BinaryWriter writer)
    {
        writer.Write(Steps);
        for (int i = 0; i < _vectors.Length; i++)
            BinaryNumbers.Write(writer, _vectors[i] is { } vector ? TensorNumbers.Of(vector) : _loaded[i] ?? []);
    }

    /// <inheritdoc/>
    public void Load(BinaryReader reader)
    {
        Dispose();
        Steps = reader.ReadInt32();
        // They become tensors when the first step shows where θ lives.
        _loaded = [.. _vectors.Select(_ => reader.ReadDoubles() is { Length: > 0 } numbers ? numbers : null)];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        for (int i = 0; i < _vectors.Length; i++)
        {
            _vectors[i]?.Dispose();
            _vectors[i] = null;
        }
    }

    private static Tensor New(Tensor θ, double[]? numbers)
    {
        if (numbers is not null && numbers.Length != θ.numel())
            throw TrainingCheckpoint.Unfit();
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor vector = numbers is null ? torch.zeros_like(θ)
            : TensorCopy.Of(numbers, dtype: θ.dtype, device: θ.device);
        return vector.DetachFromDisposeScope();
    }
}
