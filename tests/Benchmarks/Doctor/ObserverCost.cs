using System.Globalization;
using MlMaths.Torch.Simulations;

namespace MlMaths.Torch.Benchmarks;

/// <summary>
/// What the doctor's observers cost, as a share of a training without them: pairs by turns, the median of their ratios. Five of a hundred
/// are what may be asked of a training.
/// </summary>
internal static class ObserverCost
{
    private const int Pairs = 11;

    private static readonly (string Name, string Spec)[] Trainings =
    [
        ("moons, 32 units, batch 32", """{ "training": { "epochs": 100 } }"""),
        ("digits, 64-64 units, batch 32",
            """{ "data": { "set": "digits" }, "net": { "hidden": [64, 64] }, "training": { "epochs": 20 } }"""),
        ("digits, 256-256 units, batch 64",
            """{ "data": { "set": "digits" }, "net": { "hidden": [256, 256] }, "training": { "epochs": 20, "batch": 64 } }"""),
        ("breast cancer, 128 units, batch 32",
            """{ "data": { "set": "breast_cancer" }, "net": { "hidden": [128] }, "training": { "epochs": 60 } }"""),
    ];

    public static int Print()
    {
        Console.WriteLine("| training | ms without | ms with | watching, share of a training | range |\n|---|---:|---:|---:|---|");
        foreach ((string name, string spec) in Trainings)
        {
            _ = WatchedTiming.Of(spec);
            WatchedTiming[] pairs = [.. Enumerable.Range(0, Pairs).Select(_ => WatchedTiming.Of(spec))];
            double[] shares = [.. pairs.Select(pair => pair.Watched / pair.Plain - 1).Order()];
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {name} | {Median(pairs.Select(pair => pair.Plain)):0.0} | {Median(pairs.Select(pair => pair.Watched)):0.0} "
                + $"| {Median(shares):0.000} | {shares[0]:0.000} to {shares[^1]:0.000} |"));
        }

        return 0;
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Pairs / 2);
}
