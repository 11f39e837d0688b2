using MlMaths.Torch.Data;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Simulations;

/// <summary>Round clouds of points, xᵢ = cₖ + spread · N(0, I): the centres and the cloud of each row are known.</summary>
public static class Blobs
{
    /// <summary>Equally many rows around every centre, up to one; row i belongs to the centre i mod k.</summary>
    /// <param name="centres">k centres, each of d coordinates.</param>
    /// <param name="rows">All rows together, at least k.</param>
    /// <param name="spread">Deviation of a cloud in every direction.</param>
    /// <param name="seed">Same seed, same rows.</param>
    public static Dataset Draw(IReadOnlyList<double[]> centres, int rows, double spread, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfZero(centres.Count);
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, centres.Count);
        Finite.NotNegative(spread);
        Finite.Check(centres);
        int columns = centres[0].Length;
        if (centres.Any(centre => centre.Length != columns))
            throw new ArgumentException("The centres have different numbers of coordinates.", nameof(centres));

        var random = Seeds.Generator(seed, DrawnFor.Worlds);
        double[] features = new double[rows * columns];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
                features[row * columns + column] = centres[row % centres.Count][column] + spread * Normal.Draw(random);
        }

        string[] names = [.. Enumerable.Range(1, columns).Select(column => $"x{column}")];
        string[] labels = [.. Enumerable.Range(0, rows).Select(row => $"blob_{row % centres.Count + 1}")];
        string recipe = $"{centres.Count} blobs, {rows} rows, spread {Drawn.Number(spread)}, seed {seed}";
        return Drawn.As("blobs", names, features, labels, recipe);
    }
}
