using System.Globalization;
using MlMaths.Torch.Data;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Simulations;

/// <summary>A table in the making: columns are drawn one after the other, labels come last.</summary>
/// <param name="rows">n.</param>
/// <param name="random">All chance.</param>
public sealed class TableSketch(int rows, Random random)
{
    private readonly List<(string Name, double[] Values)> _columns = [];

    /// <summary>n.</summary>
    public int Rows => rows;

    /// <summary>All chance.</summary>
    public Random Random => random;

    /// <summary>A value per row.</summary>
    public T[] Each<T>(Func<int, T> value) => [.. Enumerable.Range(0, rows).Select(value)];

    /// <summary>Standard normal numbers.</summary>
    public double[] Normals() => Each(_ => Normal.Draw(random));

    /// <summary>True in a share of the rows.</summary>
    public bool[] Flags(double share) => Each(_ => random.NextDouble() < share);

    /// <summary>0 … below − 1.</summary>
    public int[] Codes(int below) => Each(_ => random.Next(below));

    /// <summary>Takes a column.</summary>
    public double[] Add(string name, IEnumerable<double> values)
    {
        double[] column = [.. values];
        _columns.Add((name, column));
        return column;
    }

    /// <summary>Columns that say a little about a number, as honest ones do, and some that say nothing.</summary>
    /// <param name="outcome">Any numbers, about one apart.</param>
    /// <param name="count">Columns: half of them say something, a fifth are counts.</param>
    public void Honest(double[] outcome, int count = 6)
    {
        for (int column = 0; column < count; column++)
        {
            double says = column % 2 == 0 ? 0.6 : 0;
            double[] values = Each(row => says * outcome[row] + Normal.Draw(random));
            Add($"h{column + 1}", column % 5 == 4 ? values.Select(value => Math.Floor(2 * value)) : values);
        }
    }

    /// <summary>The table, its columns in an order of chance.</summary>
    /// <param name="labels">One per row.</param>
    public Dataset Table(IReadOnlyList<string> labels)
    {
        (string Name, double[] Values)[] columns = [.. _columns];
        random.Shuffle(columns);
        double[] features = [.. Enumerable.Range(0, rows).SelectMany(row => columns.Select(column => column.Values[row]))];
        return new("drawn", [.. columns.Select(column => column.Name)], features, "y", labels,
            new Provenance("drawn by this program", "free to use", ""));
    }

    /// <summary>Two labels that are words.</summary>
    public static string[] Words(bool[] positive) => [.. positive.Select(one => one ? "yes" : "no")];

    /// <summary>Labels that are numbers.</summary>
    public static string[] Numbers(IEnumerable<double> values) => [.. values.Select(value => value.ToString(CultureInfo.InvariantCulture))];

    /// <summary>0 and 1.</summary>
    public static double[] Ones(bool[] positive) => Array.ConvertAll(positive, one => one ? 1.0 : 0);
}
