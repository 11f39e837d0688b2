using System.Globalization;
using MlMaths.Torch.Data;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Doctor;

/// <summary>
/// Small sets that are drawn by a law that is known, with noise ε ~ N(0, σ²).
///
/// <code>
/// moons    two half circles that reach into each other, + ε                       classes
/// blobs    (0, 2), (√3, −1) and (−√3, −1), each + ε                               classes
/// rare     (0, 0) + ε, and one row of twenty (3/2, 3/2) + ε                       classes
/// xor      the four corners (±1, ±1) + ε; class: whether the signs differ         classes
/// line     y = 2x₁ − x₂ + ε              x ~ N(0, 1)                              a number
/// square   y = x² + ε                    x ~ N(0, 1)                              a number
/// </code>
/// </summary>
internal static class DrawnSets
{
    public const int UsualRows = 400;

    private const double UsualNoise = 0.2, UsualRadius = 1;

    private const int RareOneOf = 20;
    private const double RareApart = 1.5;

    public static IReadOnlyList<string> Names { get; } = ["moons", "blobs", "rare", "xor", "line", "square"];

    /// <summary>Rows of the set of that name.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="rows">How many.</param>
    /// <param name="σ">Of the noise; null for what the set has by itself.</param>
    /// <param name="seed">Of all chance.</param>
    public static Dataset Draw(string name, int rows, double? σ, int seed)
    {
        double noise = σ ?? (name is "blobs" or "rare" ? UsualRadius : UsualNoise);
        if (name == "moons") return TwoMoons.Draw(rows, noise, seed);
        Random chance = Seeds.Generator(seed, DrawnFor.Worlds);
        (double[] X, string Label)[] drawn = [.. Enumerable.Range(0, rows).Select(row => One(name, row, noise, chance))];
        string[] columns = [.. Enumerable.Range(1, drawn[0].X.Length).Select(column => $"x{column}")];
        string recipe = $"{name}, {rows} rows, noise {Drawn.Number(noise)}, seed {seed}";
        return Drawn.As(name, columns, [.. drawn.SelectMany(row => row.X)], [.. drawn.Select(row => row.Label)], recipe,
            name is "line" or "square" ? "y" : "class", name == "rare" ? "rare" : null);
    }

    private static (double[] X, string Label) One(string name, int row, double noise, Random chance)
    {
        double first = Normal.Draw(chance), second = Normal.Draw(chance), error = noise * Normal.Draw(chance);
        (double ε1, double ε2) = (noise * first, noise * second);
        switch (name)
        {
            case "blobs":
                double angle = Math.PI / 2 + row % 3 * 2 * Math.PI / 3;
                return ([2 * Math.Cos(angle) + ε1, 2 * Math.Sin(angle) + ε2], $"blob_{row % 3 + 1}");
            case "rare":
                bool isRare = row % RareOneOf == 0;
                return ([ε1 + (isRare ? RareApart : 0), ε2 + (isRare ? RareApart : 0)], isRare ? "rare" : "usual");
            case "xor":
                (int a, int b) = (row % 4 / 2 * 2 - 1, row % 2 * 2 - 1);
                return ([a + ε1, b + ε2], a != b ? "differ" : "agree");
            case "line":
                return ([first, second], Number(2 * first - second + error));
            default:
                return ([first], Number(first * first + error));
        }
    }

    private static string Number(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
