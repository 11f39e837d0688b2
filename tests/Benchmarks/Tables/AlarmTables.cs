using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Benchmarks;

/// <summary>
/// What watches the base rate, tried where the truth is known.
/// <c>dotnet run -c Release --project tests/Benchmarks -- tables alarms [worlds] [--csv FILE]</c>
/// </summary>
internal static class AlarmTables
{
    private const int Reference = 9000, Windows = 50, Simulations = 1999;

    private static readonly double[] Levels = [0.01, 0.05];

    public static void Print(int worlds, string? csv)
    {
        Console.WriteLine("| table | case | base rate | m | n | level | share | 95 % | worlds |\n|---|---|---|---|---|---|---|---|---|");
        List<AlarmRate> rates = [];
        foreach (AlarmRate rate in Measured(worlds))
        {
            rates.Add(rate);
            Console.WriteLine(
                $"| {rate.Table} | {rate.Case} | {rate.BaseRate:0.###} | {rate.Reference} | {rate.Rows} | {rate.Level} "
                + $"| {rate.Share:0.0000} | {rate.Low:0.0000} to {rate.High:0.0000} | {rate.Worlds} |");
        }

        if (csv is not null) File.WriteAllLines(csv, AlarmRates.Lines(rates));
    }

    private static IEnumerable<AlarmRate> Measured(int worlds)
    {
        double[] rates = [0.012, 0.1, 0.37];
        IEnumerable<AlarmRate> unchanged = rates.SelectMany(
            rate => Ringing("false", "unchanged", rate, Reference, [50, 100, 500, 1000, 5000], now: rate, worlds));
        IEnumerable<AlarmRate> small = rates.SelectMany(
            rate => Ringing("false", "unchanged; a small reference", rate, 1000, [50, 500, 1000], now: rate, worlds));
        IEnumerable<AlarmRate> power = from rate in new[] { 0.012, 0.05, 0.1, 0.2, 0.37 }
                                       from factor in new[] { 0.5, 2 }
                                       from one in Ringing(
                                           "power", factor < 1 ? "halved" : "doubled", rate, Reference, [1000],
                                           factor * rate, Math.Max(1, worlds / 5))
                                       select one;
        return unchanged.Concat(small).Concat(power).Concat(AlarmConsequences.Measured(Math.Min(200, worlds)));
    }

    /// <summary>Each world has a reference of its own, limits from it, and a few windows.</summary>
    private static IEnumerable<AlarmRate> Ringing(
        string table, string name, double rate, int reference, int[] sizes, double now, int worlds)
    {
        var world = new AlarmWorld(rate);
        double[][,] rung = [.. Enumerable.Range(1, worlds).AsParallel().AsOrdered()
            .Select(seed => Rung(world, reference, sizes, now, seed))];
        for (int size = 0; size < sizes.Length; size++)
        {
            for (int level = 0; level < Levels.Length; level++)
            {
                double[] shares = [.. rung.Select(one => one[size, level] / Windows)];
                yield return Rate(table, name, rate, reference, sizes[size], Levels[level], shares);
            }
        }
    }

    private static double[,] Rung(AlarmWorld world, int reference, int[] sizes, double now, int seed)
    {
        var strays = MeanNullDistribution.Of(world.Draw(world.BaseRate, reference, seed).Probabilities, seed, Simulations);
        double[,] rung = new double[sizes.Length, Levels.Length];
        for (int size = 0; size < sizes.Length; size++)
        {
            IReadOnlyList<BaseRateAlarm> alarms = strays.Alarms(sizes[size], Levels);
            for (int window = 0; window < Windows; window++)
            {
                double[] probabilities = world.Draw(now, sizes[size], seed: 1_000_000 + seed * 100 + window).Probabilities;
                for (int level = 0; level < Levels.Length; level++)
                    rung[size, level] += alarms[level].Rings(probabilities) ? 1 : 0;
            }
        }

        return rung;
    }

    /// <summary>A mean over worlds, with the interval of a mean.</summary>
    public static AlarmRate Rate(string table, string name, double rate, int reference, int rows, double level, double[] shares)
    {
        Moments moments = Moments.Of(shares);
        double reach = 1.96 * (moments.SampleDeviation ?? 0) / Math.Sqrt(shares.Length);
        return new AlarmRate(
            table, name, rate, reference, rows, level, moments.Mean, Math.Max(0, moments.Mean - reach),
            Math.Min(1, moments.Mean + reach), shares.Length);
    }
}
