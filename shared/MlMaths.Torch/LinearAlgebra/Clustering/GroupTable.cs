using MlMaths.Torch.Probability;

namespace MlMaths.Torch.LinearAlgebra;

/// <summary>A table made ready for the question whether groups lie apart.</summary>
internal sealed class GroupTable
{
    public const int Folds = 5;

    /// <param name="given">The rows as they are, row by row.</param>
    /// <param name="seed">Decides in which order ties are spread, and the folds.</param>
    public GroupTable(double[][] given, int seed)
    {
        SplitMix64 chance = new(seed, DrawnFor.Sample);
        (Given, Seed) = (given, seed);
        int d = given[0].Length;
        FewValues = [.. Enumerable.Range(0, d).Select(column => new FewValues(Column(given, column)))];
        Unscaled = [.. given.Select(row => new double[d])];
        Standardised = [.. given.Select(row => new double[d])];
        for (int j = 0; j < d; j++)
        {
            double[] spread = SpreadTies.Of(Column(given, j), ref chance);
            Moments moments = Moments.Of(spread);
            double deviation = moments.PopulationDeviation > 0 ? moments.PopulationDeviation : 1;
            for (int i = 0; i < given.Length; i++)
                (Unscaled[i][j], Standardised[i][j]) = (spread[i] - moments.Mean, (spread[i] - moments.Mean) / deviation);
        }
        Fold = FoldsByChance(given.Length, ref chance);
    }

    private GroupTable(GroupTable whole, int without)
    {
        (Given, Unscaled, Standardised) = (Without(whole.Given), Without(whole.Unscaled), Without(whole.Standardised));
        (Seed, Fold) = (whole.Seed, whole.Fold);
        FewValues = [.. whole.FewValues.Where((_, column) => column != without)];

        double[][] Without(double[][] rows) => [.. rows.Select(row => (double[])[.. row.Where((_, column) => column != without)])];
    }

    public int Seed { get; }

    /// <summary>As given: what makes a column one of few values.</summary>
    public double[][] Given { get; }

    /// <summary>Ties spread, centred, in the units given.</summary>
    public double[][] Unscaled { get; }

    /// <summary>The same with every column in deviations of its own.</summary>
    public double[][] Standardised { get; }

    public FewValues[] FewValues { get; }

    /// <summary>The fold of each row, by chance: rows of a table often take turns.</summary>
    public int[] Fold { get; }

    public int Rows => Given.Length;

    public int Columns => Given[0].Length;

    public GroupTable WithoutColumn(int column) => new(this, column);

    /// <summary>Standardised rows in deviations along the axes of the whole table: no unit and no correlation is left.</summary>
    public double[][] Whitened()
    {
        WithinCovariance all = WithinCovariance.Of(Standardised, [[.. Enumerable.Range(0, Rows)]]);
        return [.. Standardised.Select(row => all.Whitened(row))];
    }

    private static double[] Column(double[][] rows, int column) => [.. rows.Select(row => row[column])];

    private static int[] FoldsByChance(int rows, ref SplitMix64 chance)
    {
        double[] order = new double[rows];
        for (int i = 0; i < rows; i++) order[i] = chance.Unit();
        int[] row = [.. Enumerable.Range(0, rows)], fold = new int[rows];
        Array.Sort(order, row);
        for (int i = 0; i < rows; i++) fold[row[i]] = i % Folds;
        return fold;
    }
}
