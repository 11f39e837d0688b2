using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Data;

/// <summary>
/// Rows whose features are equal, number for number, in clusters. Where columns hold few values, rows agree by chance too: the
/// same is counted after every column was shuffled by itself, which keeps its values and breaks up whatever belongs together.
/// </summary>
/// <param name="ClusterOf">The cluster of each row, numbered from 0; a row alone has one of its own.</param>
/// <param name="Surplus">Rows less distinct rows: how many could be left out without losing one.</param>
/// <param name="SurplusByChance">The same after shuffling: the mean of up to twenty times, of fewer where there are many.</param>
/// <param name="PValue">Of so many equal rows without a copy, from pairs that differ in one column alone; 1 where none are equal.</param>
public sealed record TwinRows(IReadOnlyList<int> ClusterOf, int Surplus, double SurplusByChance, double PValue)
{
    /// <summary>One table in so many has such equal rows by chance.</summary>
    public const double ByChance = 0.02;

    // Columns that go together agree more often than shuffled ones, without being copies.
    private const int Beyond = 10;

    private const int MaxShuffles = 20, Plenty = 100;

    /// <summary>
    /// Whether chance does not explain them: more than ten times as many as shuffled columns give, and too few that are nearly equal.
    /// </summary>
    public bool IsMoreThanChance => Surplus > Beyond * SurplusByChance && PValue <= ByChance;

    /// <summary>Clusters of a table. Cost: one pass, and up to twenty more where rows are equal.</summary>
    /// <param name="rows">At least one row.</param>
    /// <param name="seed">Seed of the shuffling.</param>
    public static TwinRows Of(Dataset rows, int seed)
    {
        int[] clusterOf = Clusters(rows);
        int surplus = Surplused(clusterOf);
        return new(clusterOf, surplus, surplus == 0 ? 0 : ShuffledSurplus(rows, seed), AgreementByChance.PValue(rows, surplus));
    }

    private static double ShuffledSurplus(Dataset rows, int seed)
    {
        int sum = 0, shuffles = 0;
        while (shuffles < MaxShuffles && sum < Plenty)
            sum += Surplused(Clusters(Shuffled(rows, seed, shuffles++)));
        return (double)sum / shuffles;
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

    private static Dataset Shuffled(Dataset rows, int seed, int time)
    {
        double[] features = new double[rows.Rows * rows.Columns];
        for (int column = 0; column < rows.Columns; column++)
        {
            double[] values = rows.Column(column);
            foreach ((int row, int from) in Shuffle.Order(rows.Rows, seed, DrawnFor.Sample, time * rows.Columns + column).Index())
                features[row * rows.Columns + column] = values[from];
        }

        return rows.WithFeatures(features);
    }
}
