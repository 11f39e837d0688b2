using System.Globalization;
using System.Text.Json;

namespace MlMaths.Torch.Simulations;

/// <summary>
/// Rows that no rule of the doctor was tuned with: sets of the suite that its own kinds leave out, and laws of their own, with noise
/// ε ~ N(0, 1), which are drawn into a CSV.
///
/// <code>
/// rings     class: which of two circles, of radius 1 and 2, + 0.25 ε; two columns of noise beside
/// clouds    five clouds in six columns, centres N(0, 4), deviations 0.5 to 1.5            classes
/// votes     class: 1 with the probability σ(3x₁ − 2x₂ + x₃), of eight columns N(0, 1)
/// friedman  y = 10 sin(πx₁x₂) + 20(x₃ − ½)² + 10x₄ + 5x₅ + ε, of eight columns on 0 … 1   a number
/// wave      y = sin(2x₁) + x₂/2 + 0.2 ε, x on −2 … 2                                      a number
/// </code>
/// </summary>
public static class LaterSets
{
    private const int Rows = 500;

    private const string Bike = "\"set\": \"bike_daily\", \"columns\": [\"season\", \"yr\", \"mnth\", \"workingday\", "
        + "\"weathersit\", \"temp\", \"hum\", \"windspeed\"]";

    private static readonly string[] Laws = ["rings", "clouds", "votes", "friedman", "wave"];

    /// <summary>Fields of <c>data</c>, of a set of any kind.</summary>
    public static string Any(Random chance) => Pick(chance,
    [
        "\"set\": \"heart_cleveland\", \"target_kind\": \"classes\"",
        Bike,
        "\"set\": \"bank_calls\", \"rows\": 800, \"columns\": [\"age\", \"duration\", \"campaign\", \"previous\", \"euribor3m\"]",
        .. Laws,
    ]);

    /// <summary>The same, of classes.</summary>
    public static string Classes(Random chance) => Pick(chance, ["rings", "clouds", "votes"]);

    /// <summary>The same, of a number.</summary>
    public static string Number(Random chance) => Pick(chance,
    [
        Bike,
        "friedman", "wave",
    ]);

    /// <summary>The same, where a straight map is not enough.</summary>
    public static string Bent(Random chance) => Pick(chance, ["rings", "friedman", "wave"]);

    private static string Pick(Random chance, string[] names)
    {
        string name = names[chance.Next(names.Length)];
        return Laws.Contains(name) ? Drawn(name, chance.Next()) : name;
    }

    private static string Drawn(string law, int seed) => Written(law, seed, Lines(law, new Draws(seed)));

    /// <summary>Rows in a file of their own, as fields of <c>data</c>.</summary>
    internal static string Written(string law, int seed, IEnumerable<string> lines)
    {
        string folder = Path.Combine(Path.GetTempPath(), "mlmaths-later-sets");
        Directory.CreateDirectory(folder);
        string file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{law}-{seed}.csv"));
        if (!File.Exists(file))
        {
            string written = Path.Combine(folder, Path.GetRandomFileName());
            File.WriteAllLines(written, lines);
            File.Move(written, file, overwrite: true);
        }

        return $"\"file\": {JsonSerializer.Serialize(file)}, \"target\": \"y\"";
    }

    private static IEnumerable<string> Lines(string law, Draws draws)
    {
        double[][] centres = [.. Enumerable.Range(0, 5).Select(_ => Normals(draws, 6, 2))];
        double[] deviations = [.. Enumerable.Range(0, 5).Select(_ => draws.Uniform(0.5, 1.5))];
        for (int row = 0; row < Rows; row++)
        {
            (double[] x, string y) = One(law, row, draws, centres, deviations);
            if (row == 0) yield return string.Join(',', [.. x.Select((_, column) => $"x{column + 1}"), "y"]);
            yield return string.Join(',', [.. x.Select(Text), y]);
        }
    }

    private static (double[] X, string Label) One(string law, int row, Draws draws, double[][] centres, double[] deviations)
    {
        switch (law)
        {
            case "rings":
                double radius = 1 + row % 2, angle = draws.Uniform(0, 2 * Math.PI);
                return (
                    [
                        radius * Math.Cos(angle) + draws.Normal() / 4, radius * Math.Sin(angle) + draws.Normal() / 4, draws.Normal(),
                        draws.Normal(),
                    ], row % 2 == 0 ? "inner" : "outer");
            case "clouds":
                int cloud = row % 5;
                double[] off = Normals(draws, 6, deviations[cloud]);
                return ([.. centres[cloud].Zip(off, (centre, one) => centre + one)], $"cloud_{cloud + 1}");
            case "votes":
                double[] asked = Normals(draws, 8, 1);
                double logit = 3 * asked[0] - 2 * asked[1] + asked[2];
                return (asked, draws.Coin(1 / (1 + Math.Exp(-logit))) == 1 ? "yes" : "no");
            case "friedman":
                double[] u = [.. Enumerable.Range(0, 8).Select(_ => draws.Unit())];
                double y = 10 * Math.Sin(Math.PI * u[0] * u[1]) + 20 * Math.Pow(u[2] - 0.5, 2) + 10 * u[3] + 5 * u[4] + draws.Normal();
                return (u, Text(y));
            default:
                double[] at = [draws.Uniform(-2, 2), draws.Uniform(-2, 2)];
                return (at, Text(Math.Sin(2 * at[0]) + at[1] / 2 + 0.2 * draws.Normal()));
        }
    }

    private static double[] Normals(Draws draws, int count, double deviation) =>
        [.. Enumerable.Range(0, count).Select(_ => deviation * draws.Normal())];

    internal static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
