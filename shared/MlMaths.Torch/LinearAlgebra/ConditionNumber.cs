namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// κ(X) = σmax/σmin, the longest over the shortest that a vector of length 1 can become: how many times larger a relative error
/// may be after solving than before. Each power of ten is a digit that is lost.
/// </summary>
/// <param name="Largest">σmax.</param>
/// <param name="Smallest">σmin.</param>
public sealed record ConditionNumber(double Largest, double Smallest)
{
    /// <summary>κ; infinite where some combination of the columns is 0.</summary>
    public double Value => Smallest > 0 ? Largest / Smallest : double.PositiveInfinity;

    /// <summary>log₁₀ κ: the digits that are lost.</summary>
    public double Digits => Math.Log10(Value);

    /// <summary>From the singular values of p columns of n numbers, n ≥ p; null where a number is too large to be squared.</summary>
    public static ConditionNumber? Of(IReadOnlyList<double[]> columns)
    {
        Finite.Check(columns);
        if (columns.Any(column => column.Any(x => Math.Abs(x) > 1e150))) return null;
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor X = TensorCopy.Of([.. columns.SelectMany(column => column)], [columns.Count, columns[0].Length]);
        double[] σ = [.. torch.linalg.svdvals(X).data<double>()];
        return new ConditionNumber(σ[0], σ[^1]);
    }
}
