using MlMaths.Torch.Probability;
using MlMaths.Torch.Simulations;

namespace MlMaths.Torch.Benchmarks;

/// <summary>
/// Intervals and tests of two rates by simulation, beside all outcomes added up; and the formulas for power and numbers of trials.
/// <c>dotnet run -c Release --project tests/Benchmarks -- tables distributions [trials]</c>
/// </summary>
internal static class DistributionsTable
{
    private const double Level = 0.05;

    public static void Print(int trials)
    {
        Console.WriteLine("| rates | n each | way | simulated | 95 % | all outcomes |\n|---|---|---|---|---|---|");
        foreach ((double first, double second, int n) in new[]
        {
            (0.3, 0.3, 50), (0.1, 0.1, 100), (0.05, 0.08, 300), (0.02, 0.02, 200), (0.01, 0.03, 200),
            (0.05, 0.06, 2000),
        })
        {
            Print("Wald covers", first, second, n, trials, counts => WaldInterval.Difference(counts).Contains(second - first));
            Print("Newcombe covers", first, second, n, trials, counts => counts.Difference().Contains(second - first));
            Print("ratio covers", first, second, n, trials,
                counts => counts.FirstSuccesses == 0 || counts.Ratio().Contains(second / first));
            Print("z calls", first, second, n, trials, counts => counts.PValueOfZ < Level);
            if (n <= 300)
            {
                Print("Fisher calls", first, second, n, trials, counts => counts.Fisher().PValue < Level);
                Print("mid-p calls", first, second, n, trials, counts => counts.Fisher().MidPValue < Level);
            }
        }

        Console.WriteLine("\n| rates | n each for 80 % | power by formula | simulated | 95 % |\n|---|---|---|---|---|");
        foreach ((double first, double second) in new[] { (0.5, 0.6), (0.1, 0.15), (0.05, 0.06), (0.01, 0.02) })
        {
            int n = (int)Math.Ceiling(ProportionPower.TrialsFor(first, second));
            Interval called = Simulated(first, second, n, trials, counts => counts.PValueOfZ < Level);
            Console.WriteLine(
                $"| {first} and {second} | {n:#,0} | {ProportionPower.Of(first, n, second, n):P2} | {called.Value:P2} "
                + $"| {called.Low:P2} to {called.High:P2} |");
        }
    }

    private static void Print(string way, double first, double second, int n, int trials, Func<TwoProportions, bool> holds)
    {
        Interval simulated = Simulated(first, second, n, trials, holds);
        // An interval that holds everything or nothing is how a share of outcomes is asked for.
        double exact = IntervalCoverage.OfTwo(first, n, second, n, truth: 0,
            counts => holds(counts) ? new Interval(0, 0, 0, 0.95, way) : Interval.Undefined(way));
        Console.WriteLine(
            $"| {first} and {second} | {n} | {way} | {simulated.Value:P2} | {simulated.Low:P2} to "
            + $"{simulated.High:P2} | {exact:P2} |");
    }

    private static Interval Simulated(double first, double second, int n, int trials, Func<TwoProportions, bool> holds)
    {
        CountLaw one = CountLaw.OfBinomial(n, first), other = CountLaw.OfBinomial(n, second);
        return IntervalTrial.Rate(trials, seed: 1, random => holds(new TwoProportions(one.Draw(random), n, other.Draw(random), n)));
    }
}
