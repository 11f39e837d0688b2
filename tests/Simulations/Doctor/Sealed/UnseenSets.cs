namespace MlMaths.Torch.Simulations;

/// <summary>
/// Rows that no rule was tuned with, drawn into a CSV; ε ~ N(0, 1). The first two are for validation, the others are drawn for the sealed
/// set alone.
///
/// <code>
/// ellipse   class: whether x₁²/4 + x₂² &lt; 1 + 0.2 ε, x on −2 … 2; two columns of noise beside        validation
/// ramp      y = max(0, x₁) − x₂/2 + 0.3 ε, of four columns N(0, 1)              a number            validation
/// spiral    class: which of two arms, angle 0.5 … 7, + 0.12 ε
/// stripes   class: ⌊1.5 x₁⌋ mod 3, x on −2 … 2, of three columns
/// product   y = x₁ x₂ + x₃/2 + 0.3 ε, of five columns N(0, 1)                  a number
/// waiting   y = −ln(u) e^(x₁/2), u uniform, of four columns N(0, 1)             a number with a long tail
/// votes_4   class: the greatest of four straight scores + ε/2, of six columns N(0, 1)
/// </code>
/// </summary>
public static class UnseenSets
{
    private const int Rows = 480;

    private static readonly string[] Sealed = ["spiral", "stripes", "product", "waiting", "votes_4"];

    /// <summary>Fields of <c>data</c>, of a set for validation.</summary>
    public static string ForValidation(Random chance) => Drawn(chance.Next(2) == 0 ? "ellipse" : "ramp", chance.Next());

    /// <summary>The same of a set that is drawn for the sealed set alone.</summary>
    public static string Any(Random chance) => Drawn(Sealed[chance.Next(Sealed.Length)], chance.Next());

    /// <summary>The same, of classes.</summary>
    public static string Classes(Random chance)
    {
        string[] laws = ["spiral", "stripes", "votes_4"];
        return Drawn(laws[chance.Next(laws.Length)], chance.Next());
    }

    /// <summary>The same, of a number.</summary>
    public static string Number(Random chance) => Drawn(chance.Next(2) == 0 ? "product" : "waiting", chance.Next());

    private static string Drawn(string law, int seed) => LaterSets.Written(law, seed, Lines(law, new Draws(seed)));

    private static IEnumerable<string> Lines(string law, Draws draws)
    {
        double[][] scores = [.. Enumerable.Range(0, 4).Select(_ => Normals(draws, 6))];
        for (int row = 0; row < Rows; row++)
        {
            (double[] x, string y) = law switch
            {
                "ellipse" or "stripes" or "spiral" => OfPlane(law, row, draws),
                "votes_4" => OfScores(scores, draws),
                _ => OfNumber(law, draws),
            };
            if (row == 0) yield return string.Join(',', [.. x.Select((_, column) => $"x{column + 1}"), "y"]);
            yield return string.Join(',', [.. x.Select(LaterSets.Text), y]);
        }
    }

    private static (double[] X, string Label) OfPlane(string law, int row, Draws draws)
    {
        double first = draws.Uniform(-2, 2), second = draws.Uniform(-2, 2);
        if (law == "ellipse")
        {
            bool isInside = first * first / 4 + second * second < 1 + 0.2 * draws.Normal();
            return ([first, second, draws.Normal(), draws.Normal()], isInside ? "inside" : "outside");
        }

        if (law == "stripes") return ([first, second, draws.Normal()], $"stripe_{(int)Math.Floor(1.5 * (first + 2)) % 3 + 1}");
        double angle = draws.Uniform(0.5, 7), turned = angle + row % 2 * Math.PI;
        return (
            [angle / 3 * Math.Cos(turned) + 0.12 * draws.Normal(), angle / 3 * Math.Sin(turned) + 0.12 * draws.Normal()],
            row % 2 == 0 ? "first" : "second");
    }

    private static (double[] X, string Label) OfScores(double[][] scores, Draws draws)
    {
        double[] x = Normals(draws, 6);
        int best = Enumerable.Range(0, scores.Length).MaxBy(one => scores[one].Zip(x, (w, at) => w * at).Sum() + draws.Normal() / 2);
        return (x, $"list_{best + 1}");
    }

    private static (double[] X, string Label) OfNumber(string law, Draws draws)
    {
        double[] x = Normals(draws, law == "product" ? 5 : 4);
        double y = law switch
        {
            "ramp" => Math.Max(0, x[0]) - x[1] / 2 + 0.3 * draws.Normal(),
            "product" => x[0] * x[1] + x[2] / 2 + 0.3 * draws.Normal(),
            _ => -Math.Log(Math.Max(1e-9, draws.Unit())) * Math.Exp(x[0] / 2),
        };
        return (x, LaterSets.Text(y));
    }

    private static double[] Normals(Draws draws, int count) => [.. Enumerable.Range(0, count).Select(_ => draws.Normal())];
}
