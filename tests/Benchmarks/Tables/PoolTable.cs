using MlMaths.Torch.Probability;
using MlMaths.Torch.Simulations;

namespace MlMaths.Torch.Benchmarks;

/// <summary>
/// Windows that are drawn from a pool of test rows: how often unchanged ones ring at 1 %, and how often the 95 % interval of
/// the money saved holds the truth; beside what comes of taking their rows for rows of the world.
/// <c>dotnet run -c Release --project tests/Benchmarks -- tables pool [worlds]</c>
/// </summary>
internal static class PoolTable
{
    public static void Print(int worlds)
    {
        Console.WriteLine(
            "| pool | positives, about | ring, pool known | ring, as rows of the world | interval holds, pool drawn again "
            + "| worlds without an interval | as rows of the world | interval of the rate holds, pool drawn again | as rows of the world "
            + "|\n|---|---|---|---|---|---|---|---|---|");
        foreach (int rows in new[] { 100, 300, 1000 })
        {
            PoolTrial[] trials = [.. Enumerable.Range(1, worlds).AsParallel().AsOrdered()
                .Select(world => PoolTrial.Of(rows, 300, Seeds.Generator(1, DrawnFor.Worlds, world)))];
            Console.WriteLine(
                $"| {rows} | {0.12 * rows:0} | {Share(trials, trial => trial.Rang)} | {Share(trials, trial => trial.RangAsWorld)} "
                + $"| {Share([.. trials.Where(trial => trial.Holds is not null)], trial => trial.Holds == true)} "
                + $"| {trials.Count(trial => trial.Holds is null)} | {Share(trials, trial => trial.HoldsAsWorld)} "
                + $"| {Share(trials, trial => trial.RateHolds == true)} | {Share(trials, trial => trial.RateHoldsAsWorld == true)} |");
        }
    }

    private static string Share(PoolTrial[] trials, Func<PoolTrial, bool> holds)
    {
        Interval share = WilsonInterval.Of(trials.Count(holds), trials.Length);
        return $"{share.Value:P1} ({100 * share.Low:0.0} to {100 * share.High:0.0})";
    }
}
