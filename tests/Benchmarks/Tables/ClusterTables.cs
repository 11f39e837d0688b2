using MlMaths.Torch.Diagnosis;
using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Simulations;

namespace MlMaths.Torch.Benchmarks;

/// <summary>
/// How often groups are found that are none, and how often those that are there are counted: every kind of
/// <see cref="ClusterKind"/>, kinds that were never used for tuning apart.
/// <c>dotnet run -c Release --project tests/Benchmarks -- tables clusters [seeds] [--csv FILE]</c>
/// </summary>
internal static class ClusterTables
{
    // The rules were made while looking at small seeds, the limit for many columns with a look at 5001 to 5020; they are judged on others.
    private const int FirstSeed = 5001, FirstOfWide = 6001;

    public static void Print(bool? untouched, string text, int seeds, string? csv)
    {
        ClusterVerdictRate[] rates =
        [
            .. Of("none", "rows without groups: how often none are found", Named(ClusterKind.WithoutGroups), seeds),
            .. Of("groups", $"planted groups, of tables where the told mixture reaches {OracleMixture.Able}",
                Named(ClusterKind.WithGroups), seeds),
        ];
        if (csv is not null) Replace(csv, rates);

        IEnumerable<ClusterKind> Named(IReadOnlyList<ClusterKind> kinds) => kinds.Where(
            kind => (untouched is null || kind.IsUntouched == untouched) && kind.Name.Contains(text, StringComparison.Ordinal));
    }

    /// <summary>Kinds that came after the rules, which no promise is made for.</summary>
    public static void PrintLater(int seeds, string? csv) =>
        PrintApart("later", "kinds that came after the rules", ClusterKind.Later, seeds, csv);

    /// <summary>The same, tables of many columns.</summary>
    public static void PrintWide(int seeds, string? csv) =>
        PrintApart("wide", "tables of more than eight columns", ClusterKind.Wide, seeds, csv, FirstOfWide);

    private static void PrintApart(
        string table, string title, IReadOnlyList<ClusterKind> kinds, int seeds, string? csv, int from = FirstSeed)
    {
        List<ClusterVerdictRate> rates = Of(table, title, kinds, seeds, from);
        if (csv is not null) Replace(csv, rates);
    }

    /// <summary>The other tables of the file stay as they are.</summary>
    public static void Replace(string csv, IReadOnlyList<ClusterVerdictRate> rates)
    {
        ClusterVerdictRate[] kept = File.Exists(csv)
            ? [.. ClusterVerdictRates.Parse(File.ReadAllLines(csv)).Where(rate => rates.All(one => one.Table != rate.Table))]
            : [];
        File.WriteAllLines(csv, ClusterVerdictRates.Lines([.. kept, .. rates]));
    }

    private static List<ClusterVerdictRate> Of(
        string table, string title, IEnumerable<ClusterKind> kinds, int seeds, int from = FirstSeed)
    {
        Console.WriteLine($"\n{title}; {seeds} seeds each\n\n| kind | k | right | of | found |\n|---|---|---|---|---|");
        List<ClusterVerdictRate> rates = [];
        foreach (ClusterKind kind in kinds)
            rates.Add(Measure(table, kind, seeds, from));
        foreach (IGrouping<string, ClusterVerdictRate> part in rates.GroupBy(rate => rate.Table))
        {
            Console.WriteLine($"| **{part.Key}, pooled** | | {part.Sum(rate => rate.Right)} "
                + $"| {part.Sum(rate => rate.Total)} | |");
        }
        return rates;
    }

    private static ClusterVerdictRate Measure(string table, ClusterKind kind, int seeds, int from)
    {
        int?[] found = [.. Enumerable.Range(from, seeds).AsParallel().AsOrdered().Select(seed => Found(kind, seed))];
        int[] able = [.. found.Where(k => k is not null).Select(k => k!.Value)];
        ClusterWorld world = kind.World(from);
        string detail = $"n = {world.Rows.Length}; d = {world.Rows[0].Length}; {seeds} seeds";
        var rate = new ClusterVerdictRate(
            kind.IsUntouched ? $"{table}-untouched" : table, kind.Name.Replace(',', ';'), detail,
            kind.K == 1 ? "no clusters" : $"{kind.K} clusters", able.Count(k => k == kind.K), able.Length);
        string counts = string.Join(", ", able.GroupBy(k => k).OrderBy(one => one.Key).Select(one => $"{one.Key}: {one.Count()}"));
        Console.WriteLine($"| {rate.Case}{(kind.IsUntouched ? " (untouched)" : "")} | {kind.K} | {rate.Right} | {rate.Total} | {counts} |");
        return rate;
    }

    // Null where the mixture that is told the truth loses it.
    private static int? Found(ClusterKind kind, int seed)
    {
        ClusterWorld world = kind.World(seed);
        if (kind.K > 1 && OracleMixture.Agreement(world, kind.K) < OracleMixture.Able) return null;
        torch.set_num_threads(1); // belongs to the thread that sets it
        using Tensor X = torch.tensor(world.Rows.SelectMany(row => row).ToArray(), [world.Rows.Length, world.Rows[0].Length]);
        return SeparatedGroups.Find(X, seed).K;
    }
}
