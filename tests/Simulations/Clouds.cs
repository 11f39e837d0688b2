using MlMaths.Torch.Data;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Simulations;

/// <summary>A shape without clusters.</summary>
public enum Cloud
{
    /// <summary>Every column uniform on 0 … 1.</summary>
    Box,

    /// <summary>Every column standard normal.</summary>
    Normal,

    /// <summary>Normal, turned and stretched by a matrix of standard normal numbers.</summary>
    CorrelatedNormal,

    /// <summary>Student's t with 3 degrees of freedom in all columns at once: a few rows lie very far out.</summary>
    HeavyTails,

    /// <summary>A circle of radius 1 in the first two columns, and noise of deviation 0.1 in all.</summary>
    Ring,

    /// <summary>The surface of the sphere of radius 1; in two columns a circle.</summary>
    Sphere,
}

/// <summary>Rows that form one cloud: whatever a method finds in them, clusters are not there.</summary>
public static class Clouds
{
    private const double NoiseOfRing = 0.1;

    /// <summary>Draws a table of one shape.</summary>
    /// <param name="cloud">The shape.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="columns">Columns, at least 2.</param>
    /// <param name="seed">Same seed, same rows.</param>
    public static Dataset Draw(Cloud cloud, int rows, int columns, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 2);
        var random = Seeds.Generator(seed, DrawnFor.Worlds);
        double[] mixing = NormalRow(columns * columns, random);
        double[] features = new double[rows * columns];
        for (int row = 0; row < rows; row++)
            RowOf(cloud, columns, mixing, random).CopyTo(features, row * columns);

        string[] names = [.. Enumerable.Range(1, columns).Select(column => $"x{column}")];
        return Drawn.As(
            $"cloud_{cloud}", names, features, [.. Enumerable.Repeat("cloud", rows)],
            $"one cloud, {cloud}, {rows} rows, {columns} columns, seed {seed}");
    }

    private static double[] RowOf(Cloud cloud, int columns, double[] mixing, Random random)
    {
        double[] z = NormalRow(columns, random);
        return cloud switch
        {
            Cloud.Box => [.. z.Select(_ => random.NextDouble())],
            Cloud.Normal => z,
            Cloud.CorrelatedNormal => [.. Enumerable.Range(0, columns)
                .Select(i => z.Select((value, j) => mixing[i * columns + j] * value).Sum())],
            // z / √(χ²₃ / 3)
            Cloud.HeavyTails => Scaled(z, 1 / Math.Sqrt(NormalRow(3, random).Sum(value => value * value) / 3)),
            Cloud.Ring => OnRing(Scaled(z, NoiseOfRing), 2 * Math.PI * random.NextDouble()),
            Cloud.Sphere => Scaled(z, 1 / Math.Sqrt(z.Sum(value => value * value))),
        };
    }

    private static double[] NormalRow(int count, Random random) => [.. Enumerable.Range(0, count).Select(_ => Normal.Draw(random))];

    private static double[] Scaled(double[] row, double factor) => [.. row.Select(value => factor * value)];

    private static double[] OnRing(double[] row, double angle)
    {
        row[0] += Math.Cos(angle);
        row[1] += Math.Sin(angle);
        return row;
    }
}
