using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Simulations;

namespace MlMaths.Torch.Benchmarks;

/// <summary>
/// How often nominal 95 % intervals hold the truth, and how often tests at 5 % call a difference that is none.
/// <c>dotnet run -c Release --project tests/Benchmarks -- tables coverage [trials]</c>
/// </summary>
internal static class CoverageTable
{
    public static void Print(int trials)
    {
        Console.WriteLine("| interval | case | covers | 95 % | trials |\n|---|---|---|---|---|");
        foreach ((double rate, int rows) in new[] { (0.5, 100), (0.1, 100), (0.05, 200), (0.02, 200), (0.01, 500) })
        {
            Print("Wilson", $"rate {rate}, {rows} rows", trials, random => IntervalTrial.Wilson(rate, rows, random));
            Print("Wald", $"rate {rate}, {rows} rows", trials, random => IntervalTrial.Wald(rate, rows, random));
        }

        foreach ((double first, double second, int rows) in new[] { (0.3, 0.3, 50), (0.05, 0.08, 300), (0.02, 0.02, 200) })
        {
            Print("Newcombe", $"rates {first} and {second}, {rows} rows each", trials,
                random => IntervalTrial.Newcombe(first, second, rows, random));
        }
        foreach ((double distance, int rows) in new[] { (0.5, 50), (1, 30), (1, 100), (2, 50), (2, 200) })
        {
            Print(
                "DeLong", $"area {Normal.Cumulative(distance / Math.Sqrt(2)):0.000}, {rows} rows of each class", trials,
                random => IntervalTrial.RocArea(distance, rows, random));
        }
        foreach (int rows in new[] { 50, 100, 200, 500 })
        {
            Print("bootstrap BCa, Brier score", $"{rows} rows, 1000 resamples", Math.Max(1, trials / 10),
                random => IntervalTrial.Brier(rows, 1000, random));
        }

        PrintMeasures(Math.Max(1, trials / 10));
        Console.WriteLine("\n| folds | rows | naive t calls | corrected t calls | data sets |\n|---|---|---|---|---|");
        foreach ((int rows, int folds, int repeats) in new[] { (60, 10, 10), (100, 10, 10), (200, 10, 10), (100, 5, 10), (100, 10, 1) })
            Print(rows, folds, repeats, Math.Max(1, trials / 10));
    }

    /// <summary>Every measure of a two-class model, where positives are few and where they are not.</summary>
    public static void PrintMeasures(int trials)
    {
        Console.WriteLine("\n| scores | positives | negatives | ROC area | average precision | samples |\n|---|---|---|---|---|---|");
        foreach (ScoreLaw law in ScoreLaw.All)
        {
            foreach ((int positives, int negatives) in new[] { (5, 45), (5, 295), (9, 91), (15, 285), (25, 275), (50, 950), (200, 800) })
            {
                var found = MetricTrial.OfRanking(law, positives, negatives, trials, seed: 1);
                Console.WriteLine(
                    $"| {law.Name} | {positives} | {negatives} | {Held(found[BinaryMetric.RocArea])} "
                    + $"| {Held(found[BinaryMetric.AveragePrecision])} | {trials:#,0} |");
            }
        }

        BinaryMetric[] asked =
        [
            BinaryMetric.BalancedAccuracy, BinaryMetric.F1, BinaryMetric.F2, BinaryMetric.Matthews, BinaryMetric.CohenKappa,
            BinaryMetric.LogLoss, BinaryMetric.Brier, BinaryMetric.CalibrationError, BinaryMetric.CostPerCase,
        ];
        Console.WriteLine(
            $"\n| probabilities | rows | {string.Join(" | ", asked)} | samples |\n|---|---|---{string.Concat(asked.Select(_ => "|---"))}|");
        foreach (ProbabilityLaw law in ProbabilityLaw.All)
        {
            foreach (int rows in new[] { 50, 200, 300, 1000 })
            {
                double threshold = law.Centre < 0 ? 0.09 : 0.5;
                int drawn = Math.Max(1, trials / 4);
                var found = MetricTrial.OfProbabilities(law, rows, threshold, new ErrorCosts(10, 1), drawn, seed: 1);
                int samples = found.Count == 0 ? 0 : found[BinaryMetric.LogLoss].Intervals + found[BinaryMetric.LogLoss].WithoutEnds;
                // Where five positives are far more than the law has them, the samples that are left are unlike it.
                string rates = string.Join(" | ", asked.Select(metric => 2 * samples < drawn ? "–" : Held(found[metric])));
                Console.WriteLine($"| {law.Name} | {rows} | {rates} | {samples:#,0} of {drawn:#,0} have five of either class |");
            }
        }

        static string Held(Coverage coverage) => coverage.Rate is not double rate ? "no interval"
            : coverage.WithoutEnds == 0 ? $"{rate:P1}" : $"{rate:P1} ({coverage.WithoutEnds} without)";
    }

    private static void Print(string interval, string name, int trials, Func<Random, bool> trial)
    {
        Interval rate = IntervalTrial.Rate(trials, seed: 1, trial);
        Console.WriteLine($"| {interval} | {name} | {rate.Value:P2} | {rate.Low:P2} to {rate.High:P2} | {trials:#,0} |");
    }

    private static void Print(int rows, int folds, int repeats, int sets)
    {
        EqualLearnersTrial[] all = [.. Enumerable.Range(1, sets).AsParallel().AsOrdered()
            .Select(seed => EqualLearnersTrial.Of(rows, folds, repeats, seed))];
        Interval naive = WilsonInterval.Of(all.Count(trial => trial.NaivePValue < 0.05), sets),
            corrected = WilsonInterval.Of(all.Count(trial => trial.CorrectedPValue < 0.05), sets);
        Console.WriteLine(
            $"| {repeats} × {folds} | {rows} | {naive.Value:P1} ({naive.Low:P1} to {naive.High:P1}) | "
            + $"{corrected.Value:P1} ({corrected.Low:P1} to {corrected.High:P1}) | {sets:#,0} |");
    }
}
