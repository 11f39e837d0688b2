using System.Diagnostics.CodeAnalysis;

namespace MlMaths.Torch.Data;

/// <summary>Rows of numbers are equal where they are, number for number; NaN equals itself.</summary>
internal sealed class SameNumbers : IEqualityComparer<double[]>
{
    public bool Equals(double[]? row, double[]? other) => row.AsSpan().SequenceEqual(other);

    public int GetHashCode([DisallowNull] double[] row) => Hash(row);

    /// <summary>A hash of the numbers in their order.</summary>
    public static int Hash(ReadOnlySpan<double> row)
    {
        var hash = new HashCode();
        foreach (double number in row)
            hash.Add(number);
        return hash.ToHashCode();
    }
}
