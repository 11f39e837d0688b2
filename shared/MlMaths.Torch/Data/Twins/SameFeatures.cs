using System.Diagnostics.CodeAnalysis;

namespace MlMaths.Torch.Data;

/// <summary>Rows of one data set are equal where all their features are, number for number.</summary>
internal sealed class SameFeatures(Dataset dataset) : IEqualityComparer<int>
{
    public bool Equals(int row, int other) => dataset.Row(row).SequenceEqual(dataset.Row(other));

    public int GetHashCode([DisallowNull] int row) => SameNumbers.Hash(dataset.Row(row));
}
