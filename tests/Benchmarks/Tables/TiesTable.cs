using MlMaths.Torch.Probability;
using MlMaths.Torch.Simulations;

namespace MlMaths.Torch.Benchmarks;

/// <summary>
/// False alarms at 1 % where many scores are equal and nothing changes, with scores of reference and windows by one way and by the
/// five fits of before. <c>dotnet run -c Release --project tests/Benchmarks -- tables ties [worlds]</c>
/// </summary>
internal static class TiesTable
{
    private const int Rows = 300;

    public static void Print(int worlds)
    {
        Console.WriteLine(
            "| calibration | reference | equal scores | base-rate alarm | drift | five fits: alarm | drift |\n"
            + "|---|---|---|---|---|---|---|");
        foreach ((bool isotonic, int reference) in new[] { (false, 1000), (true, 1000), (false, 4000) })
        {
            foreach (double ties in new[] { 0, 1.0 / 3, 0.5 })
            {
                Console.WriteLine(
                    $"| {(isotonic ? "isotonic" : "Platt")} | {reference} | {ties:P0} | {Shares(ties, reference, isotonic, false, worlds)} "
                    + $"| {Shares(ties, reference, isotonic, true, worlds)} |");
            }
        }
    }

    // Means over worlds, with the interval of a mean of the first two.
    private static string Shares(double ties, int reference, bool isotonic, bool fiveFits, int worlds)
    {
        TiedScoresTrial[] trials = [.. Enumerable.Range(1, worlds).AsParallel().AsOrdered()
            .Select(world => TiedScoresTrial.Of(ties, reference, Rows, isotonic, fiveFits, Seeds.Of(1, DrawnFor.Worlds, world)))];
        return $"{Share([.. trials.Select(trial => trial.Rang)])} | {Share([.. trials.Select(trial => trial.Drifted)])}";
    }

    private static string Share(double[] ofWorlds)
    {
        var moments = Moments.Of(ofWorlds);
        double reach = 1.96 * (moments.StandardError ?? 0);
        return $"{100 * moments.Mean:0.0} % ({100 * Math.Max(0, moments.Mean - reach):0.0} to {100 * (moments.Mean + reach):0.0})";
    }
}
