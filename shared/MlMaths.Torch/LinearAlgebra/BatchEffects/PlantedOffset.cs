using MlMaths.Torch.Probability;

namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// A batch effect whose truth is known: a seeded half of the rows is moved by one and the same offset, as by an instrument
/// that was calibrated again.
///
/// <code>
/// oⱼ = ± a sⱼ                                        a: the size, sⱼ: the deviation of column j (÷ n), the sign drawn
/// expected R² = Σ oⱼ² q(1 − q) / (Σ sⱼ² + Σ oⱼ² q(1 − q)) = a² q(1 − q) / (1 + a² q(1 − q))        q: the moved share
/// </code>
/// Expected over halves; one half differs from the other by chance before anything is moved.
/// </summary>
/// <param name="Offset">o, in the units of each column.</param>
/// <param name="Batches">The batch of each row: <see cref="Moved"/> or <see cref="AsMeasured"/>.</param>
/// <param name="ExpectedR2">The share of the variance that the batches should come to explain.</param>
public sealed record PlantedOffset(IReadOnlyList<double> Offset, IReadOnlyList<string> Batches, double ExpectedR2)
{
    /// <summary>Name of the batch that was moved.</summary>
    public const string Moved = "moved";

    /// <summary>Name of the batch that was left.</summary>
    public const string AsMeasured = "as measured";

    /// <summary>Decides which rows of X [n, d] are to be moved, and by what.</summary>
    /// <param name="X">Rows on any device.</param>
    /// <param name="size">a, in deviations of each column: 1 is plain to a test and hardly to the eye.</param>
    /// <param name="seed">Decides the half and the signs.</param>
    public static PlantedOffset For(Tensor X, double size, int seed)
    {
        Finite.NotNegative(size);
        using DisposeScope scope = torch.NewDisposeScope();
        double[] deviations = [.. CheckedRows.Of(X).to(torch.ScalarType.Float64).std([0], unbiased: false).cpu().data<double>()];
        SplitMix64 chance = new(seed, DrawnFor.Worlds);
        string[] batches = [.. Enumerable.Range(0, (int)X.size(0)).Select(row => row % 2 == 0 ? AsMeasured : Moved)];
        Shuffle.InPlace<string>(batches, ref chance);
        double[] offset = new double[deviations.Length];
        for (int j = 0; j < offset.Length; j++)
            offset[j] = (chance.Below(2) == 0 ? -size : size) * deviations[j];

        double q = (double)batches.Count(batch => batch == Moved) / batches.Length, between = size * size * q * (1 - q);
        return new(offset, batches, between / (1 + between));
    }

    /// <summary>The rows with the offset in the moved ones; the caller disposes them.</summary>
    public Tensor AddTo(Tensor X)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        if (X.dim() != 2 || X.size(0) != Batches.Count || X.size(1) != Offset.Count)
            throw new ShapeException($"X: expected [{Batches.Count}, {Offset.Count}], was [{string.Join(", ", X.shape)}]");
        Finite.Checked(X);
        Tensor moved = TensorCopy.Of([.. Batches.Select(batch => batch == Moved ? 1.0 : 0)], device: X.device);
        return (X.detach() + moved.outer(TensorCopy.Of([.. Offset], device: X.device))).MoveToOuterDisposeScope();
    }
}
