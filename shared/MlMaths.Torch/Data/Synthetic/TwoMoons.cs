using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Data;

/// <summary>
/// Two half circles that reach into each other: no straight line parts them, a curved one does.
///
/// upper moon: (cos t, sin t)           t = 0 … π
/// lower moon: (1 − cos t, ½ − sin t)   t = 0 … π
/// each coordinate + noise · N(0, 1)
/// </summary>
public static class TwoMoons
{
    /// <summary>The upper moon's rows first; of an odd number the lower moon has one more.</summary>
    /// <param name="rows">At least 4.</param>
    /// <param name="noise">Deviation of the noise, in units of the radius; the moons touch at about 0.2.</param>
    /// <param name="seed">Same seed, same rows.</param>
    public static Dataset Draw(int rows, double noise, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 4);
        Finite.NotNegative(noise);
        var random = Seeds.Generator(seed, DrawnFor.Worlds);
        int upper = rows / 2;
        double[] features = new double[2 * rows];
        for (int row = 0; row < rows; row++)
        {
            (double x1, double x2) = row < upper ? Upper(row, upper) : Lower(row - upper, rows - upper);
            features[2 * row] = x1 + noise * Normal.Draw(random);
            features[2 * row + 1] = x2 + noise * Normal.Draw(random);
        }

        string[] labels = [.. Enumerable.Repeat("upper", upper), .. Enumerable.Repeat("lower", rows - upper)];
        string recipe = $"two moons, {rows} rows, noise {Drawn.Number(noise)}, seed {seed}";
        return Drawn.As("two_moons", ["x1", "x2"], features, labels, recipe);
    }

    private static (double X1, double X2) Upper(int place, int places)
    {
        double t = Math.PI * place / (places - 1);
        return (Math.Cos(t), Math.Sin(t));
    }

    private static (double X1, double X2) Lower(int place, int places)
    {
        (double x1, double x2) = Upper(place, places);
        return (1 - x1, 0.5 - x2);
    }
}
