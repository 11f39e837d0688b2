using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Simulations;

namespace MlMaths.Torch.Benchmarks;

/// <summary>
/// What the leakage checks find of what was planted, and how often they cry where nothing leaks.
/// <c>dotnet run -c Release --project tests/Benchmarks -- tables leakage [worlds]</c>
/// </summary>
internal static class LeakageTables
{
    // The thresholds were chosen while looking at other seeds.
    private const int FirstSeed = 900_001, Apart = 7919;

    private static readonly double[] Jitters = [0.001, 0.003, 0.01, 0.03, 0.1];

    public static void Print(int worlds)
    {
        Console.WriteLine(
            $"240 rows, {worlds} worlds each; shares with their 95 % Wilson intervals.\n\n"
            + $"Planted in six normal columns, and found:\n\n"
            + $"| planted | found | found or worth a look | other checks that cried |\n|---|---|---|---|");
        foreach (LeakageKind kind in Enum.GetValues<LeakageKind>())
        {
            LeakageTrial[] trials = Trials(LeakageWorld.Normal, kind, worlds);
            Console.WriteLine(
                $"| {kind} | {Share(trials, trial => trial.Finds(kind))} | {Share(trials, trial => trial.Cries(kind))} "
                + $"| {Others(trials, kind)} |");
        }

        Console.WriteLine(
            "\nSix near copies with noise of so many deviations on every number, found:\n\n"
            + "| jitter | 1 column | 6 columns | 20 columns | a plane |\n|---|---|---|---|---|");
        foreach (double jitter in Jitters)
        {
            LeakageWorld[] shapes = [LeakageWorld.OneColumn, LeakageWorld.Normal, LeakageWorld.TwentyColumns, LeakageWorld.Plane];
            Console.WriteLine(
                $"| {jitter} | "
                + $"{string.Join(" | ", shapes.Select(shape => Share(
                    Trials(shape, LeakageKind.NearDuplicates, worlds, jitter),
                    trial => trial.Finds(LeakageKind.NearDuplicates))))}"
                + $" |");
        }

        Console.WriteLine(
            $"\nNothing planted, and a check cried; in brackets, how many of these cries said no more than that it is "
            + $"worth a look:\n\n| world | {string.Join(" | ", Enum.GetValues<LeakageKind>())} |\n"
            + $"|---|{string.Concat(Enum.GetValues<LeakageKind>().Select(_ => "---|"))}");
        foreach (LeakageWorld world in Enum.GetValues<LeakageWorld>())
        {
            LeakageTrial[] trials = Trials(world, null, worlds);
            Console.WriteLine($"| {world} | {string.Join(" | ", Enum.GetValues<LeakageKind>().Select(kind => Cries(trials, kind)))} |");
        }
    }

    private static LeakageTrial[] Trials(LeakageWorld world, LeakageKind? planted, int worlds, double jitter = 0.003) =>
        [.. Enumerable.Range(0, worlds).AsParallel().AsOrdered()
            .Select(i => LeakageTrial.Of(world, planted, FirstSeed + Apart * i, jitter))];

    private static string Share(LeakageTrial[] trials, Func<LeakageTrial, bool> says)
    {
        Interval share = WilsonInterval.Of(trials.Count(says), trials.Length);
        return $"{100 * share.Value:0.#} % ({100 * share.Low:0.#} to {100 * share.High:0.#})";
    }

    private static string Cries(LeakageTrial[] trials, LeakageKind kind) =>
        $"{Share(trials, trial => trial.Cries(kind))} [{trials.Count(trial => trial.Cries(kind) && !trial.Finds(kind))}]";

    private static string Others(LeakageTrial[] trials, LeakageKind planted)
    {
        string[] others = [.. Enum.GetValues<LeakageKind>()
            .Where(kind => kind != planted && trials.Any(trial => trial.Cries(kind)))
            .Select(kind => $"{kind} {trials.Count(trial => trial.Cries(kind))}")];
        return others.Length == 0 ? "none" : string.Join(", ", others);
    }
}
