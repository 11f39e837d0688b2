using MlMaths.Torch.Probability;
using MlMaths.Torch.Simulations;

namespace MlMaths.Torch.Benchmarks;

/// <summary>
/// Cross-validated ROC areas of pure noise: how often the interval holds ½, by the spread over folds alone and as it is printed, which
/// reaches up to chance. <c>dotnet run -c Release --project tests/Benchmarks -- tables noise [tables]</c>
/// </summary>
internal static class NoiseTable
{
    public static void Print(int tables)
    {
        Console.WriteLine(
            "| rows | columns | folds × repeats | spread alone holds ½ | lies below | lies above | printed holds ½ |\n"
            + "|---|---|---|---|---|---|---|");
        foreach ((int rows, int columns) in new[] { (60, 5), (100, 5), (100, 20), (200, 10) })
        {
            NoiseTableTrial[] trials = [.. Enumerable.Range(1, tables)
                .Select(table => NoiseTableTrial.Of(rows, columns, 5, 4, Seeds.Of(rows * columns, DrawnFor.Worlds, table)))];
            Console.WriteLine(
                $"| {rows} | {columns} | 5 × 4 | {Share(trials, trial => trial.Spread.Contains(0.5))} "
                + $"| {Share(trials, trial => trial.Spread.High < 0.5)} | {Share(trials, trial => trial.Spread.Low > 0.5)} "
                + $"| {Share(trials, trial => trial.Said.Contains(0.5))} |");
        }
    }

    private static string Share(NoiseTableTrial[] trials, Func<NoiseTableTrial, bool> holds) =>
        $"{trials.Count(holds)} of {trials.Length} ({WilsonInterval.Of(trials.Count(holds), trials.Length).Value:P1})";
}
