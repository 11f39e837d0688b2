namespace MlMaths.Torch.Probability;

/// <summary>
/// Quantiles of √n D, D the dip of n uniform values; drawn, as no formula is known. 200,000 samples each, 60,000 of 2,000 values;
/// <c>dotnet run -c Release --project tests/Benchmarks -- tables dips</c> prints them again.
/// </summary>
internal static class DipQuantiles
{
    /// <summary>The share of dips above each quantile.</summary>
    public static IReadOnlyList<double> Tails { get; } =
        [1, 0.9, 0.7, 0.5, 0.3, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001, 0.0005, 0.0002, 0.0001];

    private static readonly (int N, double[] Quantiles)[] Drawn =
    [
        (10,
            [0.1581, 0.2468, 0.2856, 0.3092, 0.3476, 0.3755, 0.4122, 0.4406,
             0.4765, 0.5042, 0.5271, 0.5519, 0.5683, 0.5855, 0.6014, 0.6149]),
        (20,
            [0.1549, 0.2539, 0.2952, 0.3279, 0.3690, 0.3955, 0.4349, 0.4703,
             0.5104, 0.5395, 0.5638, 0.5938, 0.6160, 0.6372, 0.6601, 0.6759]),
        (50,
            [0.1706, 0.2663, 0.3092, 0.3453, 0.3878, 0.4162, 0.4594, 0.4981,
             0.5428, 0.5735, 0.6029, 0.6383, 0.6653, 0.6890, 0.7181, 0.7364]),
        (100,
            [0.1670, 0.2744, 0.3181, 0.3548, 0.3981, 0.4271, 0.4717, 0.5110,
             0.5584, 0.5905, 0.6213, 0.6606, 0.6849, 0.7088, 0.7384, 0.7591]),
        (200,
            [0.1802, 0.2797, 0.3239, 0.3613, 0.4051, 0.4347, 0.4799, 0.5205,
             0.5679, 0.6029, 0.6349, 0.6762, 0.7069, 0.7317, 0.7586, 0.7853]),
        (500,
            [0.1743, 0.2845, 0.3300, 0.3679, 0.4127, 0.4430, 0.4890, 0.5302,
             0.5789, 0.6143, 0.6469, 0.6885, 0.7200, 0.7452, 0.7779, 0.8132]),
        (2000,
            [0.1827, 0.2900, 0.3354, 0.3741, 0.4194, 0.4500, 0.4969, 0.5391,
             0.5913, 0.6279, 0.6590, 0.6977, 0.7213, 0.7462, 0.7819, 0.7977]),
    ];

    /// <summary>Of n values: between two sizes along 1/√n, beyond them those of the last.</summary>
    public static double[] Of(int n)
    {
        if (n <= Drawn[0].N) return Drawn[0].Quantiles;
        int next = Array.FindIndex(Drawn, drawn => drawn.N >= n);
        if (next < 0) return Drawn[^1].Quantiles;
        (int N, double[] Quantiles) low = Drawn[next - 1], high = Drawn[next];
        double share = (1 / Math.Sqrt(low.N) - 1 / Math.Sqrt(n)) / (1 / Math.Sqrt(low.N) - 1 / Math.Sqrt(high.N));
        return [.. low.Quantiles.Zip(high.Quantiles, (of, to) => of + share * (to - of))];
    }
}
