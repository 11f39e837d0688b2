using MlMaths.Torch.Exercises.Learn.Grading;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Exercises.Learn.Exercise02;

/// <summary>Flowers: four measures of each, in centimetres.</summary>
/// <param name="Rows">[n, 4].</param>
internal sealed record Measures(double[][] Rows)
{
    /// <summary>Four: as many measures as an iris has.</summary>
    public const int Columns = 4;

    // Next variances at least that far apart: whoever multiplies a vector again and again by C needs not wait long for a component.
    private const double LeastApart = 1.3;

    private static readonly double[] Means = [5.8, 4.1, 5.2, 4.4], Deviations = [1.2, 0.6, 0.28, 0.12];

    private bool? _isClear;

    /// <summary>
    /// Size, shape and two kinds of noise, along four directions at right angles that are drawn anew. The variances are apart, so that
    /// there is one right answer but for signs.
    /// </summary>
    public static Measures Drawn(Random random) => Drawn(random, random.Next(8, 21));

    public static Measures Drawn(Random random, int n)
    {
        while (true)
        {
            double[][] directions = Directions(random);
            Measures drawn = new([.. Enumerable.Range(0, n).Select(_ => Row(directions, random))]);
            if (drawn.IsClear) return drawn;
        }
    }

    /// <summary>A cross: rows along the axes, one arm <paramref name="times"/> as long as the next, the last two short.</summary>
    public static Measures Cross(Random random, double times)
    {
        int[] axes = [.. Enumerable.Range(0, Columns).OrderBy(_ => random.Next())];
        double arm = random.Next(2, 9) / 10.0;
        double[] arms = [times * arm, arm, 0.4 * arm, 0.2 * arm];
        return new([.. Enumerable.Range(0, 2 * Columns).Select(i =>
        {
            double[] row = [.. Means];
            row[axes[i / 2]] += i % 2 == 0 ? arms[i / 2] : -arms[i / 2];
            return row;
        })]);
    }

    /// <summary>Whether every two variances along components are apart, of the rows as they are and with columns of deviation 1.</summary>
    public bool IsClear => _isClear ??= AreApart(Linear.Covariance(Rows)) && AreApart(Linear.Covariance(Linear.Standardised(Rows)));

    public double[] Column(int j) => [.. Rows.Select(row => row[j])];

    public Measures Moved() => new([.. Rows.Select(row => row.Select((one, j) => one + 3 + j).ToArray())]);

    public Measures InMillimetres() => new([.. Rows.Select(row => row.Select(one => 10 * one).ToArray())]);

    public Measures InMillimetres(int column) =>
        new([.. Rows.Select(row => row.Select((one, j) => j == column ? 10 * one : one).ToArray())]);

    /// <summary>With the first two measures exchanged.</summary>
    public Measures Exchanged() => new([.. Rows.Select(row => (double[])[row[1], row[0], .. row[2..]])]);

    public IEnumerable<Measures> Simpler() => IsClear
        ? Simplify.Without(Rows.Length, least: 6).Select(kept => new Measures([.. kept.Select(i => Rows[i])])).Where(at => at.IsClear)
        : [];

    public double[][] Copied() => [.. Rows.Select(row => row.ToArray())];

    public override string ToString() => $"rows = {Written.Of(Rows, most: 20)}";

    private static bool AreApart(double[][] symmetric)
    {
        double[] values = SymmetricEigen.Of(symmetric).Values;
        return values[0] > 0 && values.Zip(values.Skip(1)).All(pair => pair.Second > LeastApart * pair.First);
    }

    // To a tenth of a millimetre.
    private static double[] Row(double[][] directions, Random random)
    {
        double[] row = [.. Means];
        for (int k = 0; k < Columns; k++)
        {
            double size = Deviations[k] * Normal.Quantile(random.NextDouble());
            for (int j = 0; j < Columns; j++) row[j] += size * directions[k][j];
        }

        return [.. row.Select(one => Math.Round(one, 2))];
    }

    // Four drawn vectors, each without what the ones before it hold: Gram–Schmidt.
    private static double[][] Directions(Random random)
    {
        List<double[]> directions = [];
        while (directions.Count < Columns)
        {
            double[] v = [.. Enumerable.Range(0, Columns).Select(_ => Normal.Quantile(random.NextDouble()))];
            foreach (double[] u in directions) v = [.. v.Zip(u, (a, b) => a - Linear.Dot(u, v) * b)];
            double length = Math.Sqrt(Linear.Dot(v, v));
            if (length > 0.3) directions.Add([.. v.Select(one => one / length)]);
        }

        return [.. directions];
    }
}
