using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Simulations;

/// <summary>
/// Centres for <see cref="Blobs"/> that are neighbours and no nearer than wanted: each next one stands in a chance direction
/// from one of those before, at 1 to 1½ times the least distance, and is drawn again where that comes too near another.
/// </summary>
public static class SeparatedCentres
{
    /// <summary>k centres, any two of them at least <paramref name="separation"/> apart.</summary>
    public static IReadOnlyList<double[]> Draw(int k, int columns, double separation, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        Finite.Positive(separation);
        var random = Seeds.Generator(seed, DrawnFor.Worlds);
        List<double[]> centres = [new double[columns]];
        while (centres.Count < k)
        {
            double[] next = Near(centres[random.Next(centres.Count)], separation * (1 + 0.5 * random.NextDouble()), random);
            if (centres.All(centre => Distance(centre, next) >= separation)) centres.Add(next);
        }
        return centres;
    }

    private static double[] Near(double[] centre, double distance, Random random)
    {
        double[] direction = [.. centre.Select(_ => Normal.Draw(random))];
        double length = Math.Sqrt(direction.Sum(value => value * value));
        return [.. centre.Zip(direction, (from, step) => from + distance * step / length)];
    }

    private static double Distance(double[] one, double[] other) =>
        Math.Sqrt(one.Zip(other, (x, y) => (x - y) * (x - y)).Sum());
}
