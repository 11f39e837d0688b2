using MlMaths.Torch.Evaluation;
using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Benchmarks;

/// <summary>
/// How often the intervals of a regression hold the truth, where it is known: y = x₁ − x₂/2 + σ(x)ε, four columns, two of them for
/// nothing, all N(0, 1).
/// <c>dotnet run -c Release --project tests/Benchmarks -- tables regression [worlds]</c>
/// </summary>
internal static class RegressionTables
{
    private const int Resamples = 500;
    private static readonly double[] Truth = [0, 1, -0.5, 0, 0];
    private static readonly (string Name, Func<Random, double, double> Draw)[] Errors =
    [
        ("normal, one spread", (random, _) => Normal.Draw(random)),
        ("heavy tails (Laplace)", (random, _) => Laplace(random)),
        ("skewed (exponential)", (random, _) => -Math.Log(1 - random.NextDouble()) - 1),
        ("spread grows with |x₁|", (random, x) => Math.Abs(x) * Normal.Draw(random)),
    ];

    public static void Print(int worlds)
    {
        Console.WriteLine(
            $"{worlds} worlds each, 95 % intervals\n\n| errors | rows | weights by t | x₁ by t | weights by bootstrap "
            + $"| x₁ by bootstrap |\n|---|---|---|---|---|---|");
        foreach ((string name, Func<Random, double, double> draw) in Errors)
        {
            foreach (int rows in new[] { 30, 100, 400 })
                PrintWeights(name, draw, rows, worlds);
        }

        Console.WriteLine(
            $"\nOf a line fitted on 200 rows, asked of test rows\n\n"
            + $"| errors | test rows | RMSE | MAE | R² |\n|---|---|---|---|---|");
        foreach ((string name, Func<Random, double, double> draw) in Errors)
        {
            foreach (int rows in new[] { 50, 110, 400 })
                PrintErrors(name, draw, rows, worlds);
        }

        Console.WriteLine(
            "\nNormal errors of 60 rows whose normal plot is called at 10 %\n\n| simulated worlds | called | 95 % |\n|---|---|---|");
        foreach (int simulated in new[] { 60, 100, 500 })
            PrintEnvelope(simulated, worlds);
    }

    private static void PrintEnvelope(int simulated, int worlds)
    {
        double[][] X;
        (X, _) = Drawn(Errors[0].Draw, 60, Seeds.Generator(1, DrawnFor.Worlds));
        Interval called = WilsonInterval.Of(Enumerable.Range(0, worlds).AsParallel().Count(world =>
        {
            var random = Seeds.Generator(world, DrawnFor.Worlds);
            LeastSquares fit = LeastSquares.Fit(X, [.. X[0].Select(x => x + Normal.Draw(random))]);
            return ResidualEnvelope.Of(fit, FitInfluence.Of(fit), random.Next(), simulated)!.PValue <= 0.1;
        }), worlds);
        Console.WriteLine($"| {simulated} | {called.Value:P1} | {called.Low:P1} to {called.High:P1} |");
    }

    private static void PrintWeights(string name, Func<Random, double, double> draw, int rows, int worlds)
    {
        bool[][] held = [.. Enumerable.Range(1, worlds).AsParallel().AsOrdered().Select(seed =>
        {
            (double[][] X, double[] y) = Drawn(draw, rows, Seeds.Generator(seed, DrawnFor.Worlds));
            LeastSquares fit = LeastSquares.Fit(X, y);
            IReadOnlyList<Interval> drawn = BootstrappedCoefficients.Fit(X, y, seed, Resamples).Intervals;
            return (bool[])[
                .. Enumerable.Range(1, 4).Select(k => fit.Interval(k).Contains(Truth[k])),
                .. Enumerable.Range(1, 4).Select(k => drawn[k].Contains(Truth[k])),
            ];
        })];
        Console.WriteLine($"| {name} | {rows} | {Share(held, 0, 4)} | {Share(held, 0, 1)} | {Share(held, 4, 4)} | {Share(held, 4, 1)} |");
    }

    // The truth of a fitted line: what it would score on a million rows.
    private static void PrintErrors(string name, Func<Random, double, double> draw, int rows, int worlds)
    {
        const int Population = 1_000_000;
        double[][] X;
        (X, double[] y) = Drawn(draw, 200, Seeds.Generator(1, DrawnFor.Worlds));
        LeastSquares line = LeastSquares.Fit(X, y);
        (X, y) = Drawn(draw, Population, Seeds.Generator(2, DrawnFor.Worlds));
        RegressionErrors truth = RegressionErrors.Of(y, line.Predict(X));
        bool[][] held = [.. Enumerable.Range(3, worlds).AsParallel().AsOrdered().Select(seed =>
        {
            (double[][] test, double[] targets) = Drawn(draw, rows, Seeds.Generator(seed, DrawnFor.Worlds));
            var asked = RegressionIntervals.Of(targets, line.Predict(test));
            return (bool[])[
                asked.RootMeanSquared.Contains(truth.RootMeanSquared), asked.MeanAbsolute.Contains(truth.MeanAbsolute),
                asked.RSquared.Contains(truth.RSquared!.Value),
            ];
        })];
        Console.WriteLine($"| {name} | {rows} | {Share(held, 0, 1)} | {Share(held, 1, 1)} | {Share(held, 2, 1)} |");
    }

    private static (double[][] X, double[] Y) Drawn(Func<Random, double, double> draw, int rows, Random random)
    {
        double[][] X = [.. Enumerable.Range(0, 4).Select(_ => Enumerable.Range(0, rows).Select(_ => Normal.Draw(random)).ToArray())];
        return (X, [.. Enumerable.Range(0, rows).Select(i => X[0][i] - 0.5 * X[1][i] + draw(random, X[0][i]))]);
    }

    private static double Laplace(Random random)
    {
        double u = random.NextDouble() - 0.5;
        return -Math.Sign(u) * Math.Log(1 - 2 * Math.Abs(u)) / Math.Sqrt(2);
    }

    private static string Share(bool[][] held, int from, int count) =>
        $"{held.Average(world => world.Skip(from).Take(count).Average(one => one ? 1.0 : 0)):P1}";
}
