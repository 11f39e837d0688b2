using MlMaths.Torch.Diagnosis;

namespace MlMaths.Torch.Benchmarks;

/// <summary>
/// How often the verdict on clusters is right where the truth is known.
/// <c>dotnet run -c Release --project tests/Benchmarks -- tables all|clouds|planted|batches|sizes [seeds] [--csv FILE]</c>
/// </summary>
internal static class ClusterTables
{
    // The rule was made while looking at small seeds; it is judged on others.
    private const int FirstSeed = 5001;

    public static void Print(string table, int seeds, string? csv)
    {
        foreach (IGrouping<string, ClusterTrial> one in Trials(table).GroupBy(trial => trial.Table))
        {
            int each = SeedsOf(one.Key, seeds);
            Console.WriteLine(
                $"\n{one.Key}: {each} seeds each\n\n| drawn | tables | right | 95 % | clusters | weak structure | none "
                + $"| batch artefact |\n|---|---|---|---|---|---|---|---|");
            ClusterVerdictRate[] rates =
                [.. one.GroupBy(trial => (trial.Case, Detail(trial, each))).Select(same => Measure([.. same], each))];
            if (csv is not null) Replace(csv, one.Key, rates);
        }
    }

    private static IEnumerable<ClusterTrial> Trials(string table) => table switch
    {
        "clouds" => ClusterTrial.Clouds,
        "planted" => ClusterTrial.Planted,
        "batches" => ClusterTrial.Batches,
        "sizes" => ClusterTrial.Sizes,
        _ => [.. ClusterTrial.Clouds, .. ClusterTrial.Planted, .. ClusterTrial.Batches, .. ClusterTrial.Sizes],
    };

    // Sizes show where the verdict is weak, and need no narrow intervals.
    private static int SeedsOf(string table, int seeds) => table == "sizes" ? Math.Max(1, seeds / 10) : seeds;

    private static string Detail(ClusterTrial trial, int seeds) =>
        $"n = {trial.Rows}; d = {string.Join(" or ", trial.Columns)}; {seeds} seeds";

    private static ClusterVerdictRate Measure(ClusterTrial[] trials, int seeds)
    {
        (bool IsRight, ClusterFinding Finding)[] verdicts =
        [
            .. (from trial in trials
                from seed in Enumerable.Range(FirstSeed, seeds)
                select (trial, seed)).AsParallel().Select(drawn =>
                {
                    ClusterVerdict verdict = drawn.trial.Verdict(drawn.seed);
                    return (drawn.trial.IsRight(verdict), verdict.Finding);
                }),
        ];
        var rate = new ClusterVerdictRate(
            trials[0].Table, trials[0].Case, Detail(trials[0], seeds), trials[0].Asked,
            verdicts.Count(verdict => verdict.IsRight), verdicts.Length);
        string counts = string.Join(" | ", new[]
        {
            ClusterFinding.Clusters, ClusterFinding.WeakStructure, ClusterFinding.None, ClusterFinding.BatchArtefact,
        }
            .Select(finding => verdicts.Count(verdict => verdict.Finding == finding)));
        Console.WriteLine(
            $"| {rate.Case}; {rate.Detail} | {rate.Total} | {rate.Share.Value:P1} | {rate.Share.Low:P1} to "
            + $"{rate.Share.High:P1} | {counts} |");
        return rate;
    }

    // The other tables of the file stay as they are.
    private static void Replace(string csv, string table, ClusterVerdictRate[] rates)
    {
        ClusterVerdictRate[] kept = File.Exists(csv)
            ? [.. ClusterVerdictRates.Parse(File.ReadAllLines(csv)).Where(rate => rate.Table != table)]
            : [];
        File.WriteAllLines(csv, ClusterVerdictRates.Lines([.. kept, .. rates]));
    }
}
