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
    // The rules were made while looking at seeds below a thousand.
    private const int FirstSeed = 500_000, Rows = 300;

    private static readonly int[] Sizes = [30, 100, 300, 1000];

    public static void Print(int tables)
    {
        Console.WriteLine(
            $"Planted, {Rows} rows, {tables} tables of each kind:\n\n| kind | wanted | found | hint | nothing | for instance |\n"
            + $"|---|---|---:|---:|---:|---|");
        foreach (LeakCase one in (LeakCase[])[.. PlantedLeaks.All, .. PlantedFormulas.All])
        {
            Tally tally = Tally.Of(tables, seed => one.Table(Rows, seed));
            Console.WriteLine(
                $"| {one.Name} | {(one.Wanted == LeakageStatus.Found ? "found" : "hint")} "
                + $"| {tally.Found} | {tally.Hints} | {tally.Nothing} | {tally.Instance} |");
        }

        Console.WriteLine(
            $"\nClean, {tables} tables of each kind and size: found / hints\n\n| kind | {string.Join(" | ", Sizes)} | for instance |\n"
            + $"|---|{string.Concat(Sizes.Select(_ => "---:|"))}---|");
        int found = 0, all = 0;
        foreach ((string name, Func<int, int, Dataset> table) in Clean())
        {
            Tally[] tallies = [.. Sizes.Select(rows => Tally.Of(tables, seed => table(rows, seed)))];
            Console.WriteLine(
                $"| {name} | {string.Join(" | ", tallies.Select(tally => $"{tally.Found} / {tally.Hints}"))} "
                + $"| {tallies.MaxBy(tally => tally.Found)!.Instance} |");
            found += tallies.Sum(tally => tally.Found);
            all += tables * Sizes.Length;
        }

        Console.WriteLine($"\nFound in {found} of {all} clean tables.");
    }

    private static IEnumerable<(string Name, Func<int, int, Dataset> Table)> Clean() =>
        [.. CleanTables.All.Select(one => (one.Name, (Func<int, int, Dataset>)one.Table)), .. CleanSamples.All];

    private sealed record Tally(int Found, int Hints, int Nothing, string Instance)
    {
        public static Tally Of(int tables, Func<int, Dataset> table)
        {
            TargetLeak?[] first = [.. Enumerable.Range(0, tables).AsParallel().AsOrdered()
                .Select(i => TargetLeaks.In(table(FirstSeed + i)).FirstOrDefault())];
            int found = first.Count(one => one?.Status == LeakageStatus.Found);
            return new(found, first.Count(one => one?.Status == LeakageStatus.Hint), first.Count(one => one is null),
                first.OfType<TargetLeak>().OrderByDescending(one => one.Status).FirstOrDefault()?.Formula.Replace("|", "\\|") ?? "");
        }
    }
}
