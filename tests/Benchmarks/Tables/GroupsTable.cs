using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Simulations;

namespace MlMaths.Torch.Benchmarks;

/// <summary>
/// Equal models on rows in groups of ten: how often one is called better, and how often intervals hold the truth, with rows taken one by
/// one and with <c>--group</c>. <c>dotnet run -c Release --project tests/Benchmarks -- tables groups [worlds]</c>
/// </summary>
internal static class GroupsTable
{
    public static void Print(int worlds)
    {
        BinaryMetrics truth = GroupedPairTrial.Truth(1);
        Console.WriteLine(
            "| groups | measure | called better, row by row | with groups | interval holds, row by row | with groups | without ends |\n"
            + "|---|---|---|---|---|---|---|");
        foreach (int groups in new[] { 10, 30, 100 })
        {
            GroupedPairTrial[] trials = [.. Enumerable.Range(1, worlds).AsParallel().AsOrdered()
                .Select(world => GroupedPairTrial.Of(groups, truth, Seeds.Generator(groups, DrawnFor.Worlds, world)))];
            foreach (BinaryMetric metric in GroupedPairTrial.Measures)
            {
                Console.WriteLine(
                    $"| {groups} | {metric} | {Share(trials, trial => trial.Called[metric])} "
                    + $"| {Share(trials, trial => trial.CalledByGroups[metric])} | {Share(trials, trial => trial.HeldByRows[metric])} "
                    + $"| {Share(trials, trial => trial.Held[metric])} | {trials.Count(trial => trial.Held[metric] is null)} |");
            }

            Console.WriteLine($"| {groups} | cautioned | {Share(trials, trial => trial.IsSuspected)} | | | | |");
        }
    }

    private static string Share(GroupedPairTrial[] trials, Func<GroupedPairTrial, bool?> holds)
    {
        bool[] said = [.. trials.Select(holds).OfType<bool>()];
        return said.Length == 0 ? "none" : $"{100.0 * said.Count(one => one) / said.Length:0.0} %";
    }
}
