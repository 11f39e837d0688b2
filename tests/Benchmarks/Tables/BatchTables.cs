using MlMaths.Torch.Diagnosis;

namespace MlMaths.Torch.Benchmarks;

/// <summary>How often the verdict on clusters is right where rows come in batches.</summary>
internal static class BatchTables
{
    public const string Table = "batches";

    private const int FirstSeed = 5001;

    public static void Print(int seeds, string? csv)
    {
        Console.WriteLine($"\nbatches: {seeds} seeds each\n\n| drawn | asked | right | of |\n|---|---|---|---|");
        List<ClusterVerdictRate> rates = [];
        foreach (BatchTrial trial in BatchTrial.All)
        {
            int right = Enumerable.Range(FirstSeed, seeds).AsParallel().Count(seed => trial.IsRight(trial.Verdict(seed)));
            rates.Add(new ClusterVerdictRate(
                Table, trial.Case, $"n = {BatchTrial.Rows}; d = 2 to 10; {seeds} seeds", trial.Asked, right, seeds));
            Console.WriteLine($"| {trial.Case} | {trial.Asked} | {right} | {seeds} |");
        }
        if (csv is not null) ClusterTables.Replace(csv, rates);
    }
}
