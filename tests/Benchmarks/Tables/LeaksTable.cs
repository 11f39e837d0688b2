using MlMaths.Torch.Data;
using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Simulations;

namespace MlMaths.Torch.Benchmarks;

/// <summary>
/// Which columns that are the target are found, and what is found in tables without any.
/// <c>dotnet run -c Release --project tests/Benchmarks -- tables leaks [tables]</c>
/// </summary>
internal static class LeaksTable
{
    // The rules were made while looking at seeds from 500,000 on.
    private const int FirstSeed = 7_000_000, Rows = 300;

    private static readonly int[] Sizes = [30, 100, 300, 1000];

    public static void Print(int tables)
    {
        Console.WriteLine(
            $"Planted, {Rows} rows, {tables} tables of each kind:\n\n| kind | wanted | found | hint | nothing | for instance |\n"
            + $"|---|---|---:|---:|---:|---|");
        List<(LeakCase Case, Tally Tally)> planted = [];
        foreach (LeakCase one in (LeakCase[])[.. PlantedLeaks.All, .. PlantedFormulas.All])
        {
            Tally tally = Tally.Of(tables, seed => one.Table(Rows, seed));
            planted.Add((one, tally));
            Console.WriteLine(
                $"| {one.Name} | {(one.Wanted == LeakageStatus.Found ? "found" : "hint")} "
                + $"| {tally.Found} | {tally.Hints} | {tally.Nothing} | {tally.Instance} |");
        }

        foreach (LeakageStatus wanted in (LeakageStatus[])[LeakageStatus.Found, LeakageStatus.Hint])
        {
            (LeakCase Case, Tally Tally)[] some = [.. planted.Where(one => one.Case.Wanted == wanted)];
            Console.WriteLine(
                $"{some.Length} kinds wanted as {wanted}: found {some.Sum(one => one.Tally.Found)}, "
                + $"hints {some.Sum(one => one.Tally.Hints)}, nothing {some.Sum(one => one.Tally.Nothing)}");
        }

        Clean(tables);
    }

    private static void Clean(int tables)
    {
        Console.WriteLine(
            $"\nClean, {tables} tables of each kind and size: found / hints\n\n| kind | {string.Join(" | ", Sizes)} | for instance |\n"
            + $"|---|{string.Concat(Sizes.Select(_ => "---:|"))}---|");
        int[] found = new int[Sizes.Length], hints = new int[Sizes.Length];
        int kinds = 0;
        foreach ((string name, Func<int, int, Dataset> table) in CleanKinds())
        {
            Tally[] tallies = [.. Sizes.Select(rows => Tally.Of(tables, seed => table(rows, seed)))];
            Console.WriteLine(
                $"| {name} | {string.Join(" | ", tallies.Select(tally => $"{tally.Found} / {tally.Hints}"))} "
                + $"| {tallies.MaxBy(tally => tally.Found)!.Instance} |");
            kinds++;
            for (int size = 0; size < Sizes.Length; size++)
            {
                found[size] += tallies[size].Found;
                hints[size] += tallies[size].Hints;
            }
        }

        for (int size = 0; size < Sizes.Length; size++)
            Console.WriteLine($"{Sizes[size]} rows, {kinds * tables} clean tables: found {found[size]}, hints {hints[size]}");
    }

    private static IEnumerable<(string Name, Func<int, int, Dataset> Table)> CleanKinds() =>
        [.. CleanTables.All.Select(one => (one.Name, (Func<int, int, Dataset>)one.Table)), .. CleanSamples.All];

    private sealed record Tally(int Found, int Hints, int Nothing, string Instance)
    {
        public static Tally Of(int tables, Func<int, Dataset> table)
        {
            TargetLeak?[] first = [.. Enumerable.Range(0, tables).AsParallel().AsOrdered()
                .Select(i => TargetLeaks.In(table(FirstSeed + i)) is [var strongest, ..] ? strongest : null)];
            int found = first.Count(one => one?.Status == LeakageStatus.Found);
            return new(found, first.Count(one => one?.Status == LeakageStatus.Hint), first.Count(one => one is null),
                first.OfType<TargetLeak>().OrderByDescending(one => one.Status).FirstOrDefault()?.Formula.Replace("|", "\\|") ?? "");
        }
    }
}
