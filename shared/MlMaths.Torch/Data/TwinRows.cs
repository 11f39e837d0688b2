using System.Diagnostics.CodeAnalysis;

namespace MlMaths.Torch.Data;

/// <summary>
/// Rows whose features are equal, number for number, in clusters. Where columns hold few values, rows agree by chance too: the
/// same is counted after every column was shuffled by itself, which keeps its values and breaks up whatever belongs together.
/// </summary>
/// <param name="ClusterOf">The cluster of each row, numbered from 0; a row alone has one of its own.</param>
/// <param name="Surplus">Rows less distinct rows: how many could be left out without losing one.</param>
/// <param name="SurplusByChance">The same after shuffling.</param>
public sealed record TwinRows(IReadOnlyList<int> ClusterOf, int Surplus, int SurplusByChance)
{
    /// <summary>Whether there are more than shuffled columns give, beyond what counts scatter by: 3 deviations.</summary>
    public bool IsMoreThanChance => Surplus > SurplusByChance + 3 * Math.Sqrt(SurplusByChance);

    /// <summary>Clusters of a table. Cost: two passes.</summary>
    /// <param name="rows">At least one row.</param>
    /// <param name="seed">Of the shuffling.</param>
    public static TwinRows Of(Dataset rows, int seed)
    {
        int[] clusterOf = Clusters(rows);
        int surplus = Surplused(clusterOf);
        return new(clusterOf, surplus, surplus == 0 ? 0 : Surplused(Clusters(Shuffled(rows, seed))));
    }

    private static int Surplused(int[] clusterOf) => clusterOf.Length - clusterOf.Distinct().Count();

    private static int[] Clusters(Dataset rows)
    {
        var numbers = new Dictionary<int, int>(new SameFeatures(rows));
        int[] clusterOf = new int[rows.Rows];
        for (int row = 0; row < clusterOf.Length; row++)
        {
            numbers.TryAdd(row, numbers.Count);
            clusterOf[row] = numbers[row];
        }

        return clusterOf;
    }

    private static Dataset Shuffled(Dataset rows, int seed)
    {
        double[] features = new double[rows.Rows * rows.Columns];
        for (int column = 0; column < rows.Columns; column++)
        {
            double[] values = rows.Column(column);
            foreach ((int row, int from) in Permutation.Of(rows.Rows, seed, column).Index())
                features[row * rows.Columns + column] = values[from];
        }

        return rows.WithFeatures(features);
    }

    private sealed class SameFeatures(Dataset dataset) : IEqualityComparer<int>
    {
        public bool Equals(int row, int other) => dataset.Row(row).SequenceEqual(dataset.Row(other));

        public int GetHashCode([DisallowNull] int row)
        {
            var hash = new HashCode();
            foreach (double number in dataset.Row(row))
                hash.Add(number);
            return hash.ToHashCode();
        }
    }
}
