using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Simulations;

namespace MlMaths.Torch.Benchmarks;

/// <summary>
/// What the rule for the threshold and the intervals of its cost are worth where the truth is known.
/// <c>dotnet run -c Release --project tests/Benchmarks -- tables decisions [populations] [--csv FILE]</c>
/// </summary>
internal static class DecisionTables
{
    // The rule was made while looking at seeds from 1000 on; it is judged on others.
    private const int FirstSeed = 5001, Apart = 7919, Payments = 90_000;

    public static void Print(int populations, string? csv)
    {
        Console.WriteLine(
            $"{populations} populations each\n\n"
            + $"| population | rows | 95 % interval of the cost holds the truth | of the saving | regret: "
            + $"chosen | worst | Elkan's | searched | Elkan's taken |\n|---|---|---|---|---|---|---|---|---|");
        PolicyTrial[][] trials = [.. Enumerable.Range(0, populations).AsParallel().AsOrdered().Select(i => Trials(FirstSeed + Apart * i))];
        PolicyRate[] rates = [.. PolicyPopulation.All.Select(
            (population, i) => PolicyTrial.Rate(population, [.. trials.Select(trial => trial[i])]))];
        foreach (PolicyRate rate in rates) Print(rate);
        if (csv is not null) File.WriteAllLines(csv, PolicyRates.Lines(rates));
    }

    // The same payments for all kinds: drawing them takes longest.
    private static PolicyTrial[] Trials(int seed)
    {
        var year = PolicyTrial.Payments(Payments, seed);
        return [.. PolicyPopulation.All.Select(population => PolicyTrial.Of(population, year, seed))];
    }

    private static void Print(PolicyRate rate) => Console.WriteLine(
        $"| {rate.Population} | {rate.Rows} | {rate.Coverage.Value:P1} ({rate.Coverage.Low:P1} to "
        + $"{rate.Coverage.High:P1}) | {rate.SavingsCovered} of {rate.Savings} "
        + $"| {rate.Regret:0.0000} | {rate.WorstRegret:0.000} | {rate.ElkanRegret:0.0000} | "
        + $"{rate.SearchedRegret:0.0000} | {rate.ElkanChosen} |");
}
