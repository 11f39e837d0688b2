using System.Globalization;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// What the rule for the threshold and the intervals of its cost are worth, measured on populations whose truth is known, for a report
/// to quote. The file beside this one is written by <see cref="Command"/>.
/// </summary>
public static class PolicyRates
{
    /// <summary>What measures the rates.</summary>
    public const string Command = "dotnet run -c Release --project tests/Benchmarks -- tables decisions 400 --csv "
        + "shared/MlMaths.Torch/Evaluation/Decisions/policy-rates.csv";

    /// <summary>The share of intervals that must hold the true cost.</summary>
    public const double PromisedCoverage = 0.93;

    /// <summary>The mean regret of the chosen threshold, where scores are calibrated, must not be above this.</summary>
    public const double PromisedRegret = 1.10;

    private const string Resource = "Evaluation/policy-rates.csv";

    private const string Header = "population,rows,populations,covered,savings,savings_covered,regret,worst_regret,"
        + "elkan_regret,searched_regret,elkan_chosen";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<PolicyRate> Measured { get; } = Embedded();

    /// <summary>The rates as the lines of a file, the first of them the header.</summary>
    public static IReadOnlyList<string> Lines(IEnumerable<PolicyRate> rates) => [Header, .. rates.Select(Line)];

    /// <summary>The rates in the lines of such a file.</summary>
    public static IReadOnlyList<PolicyRate> Parse(IEnumerable<string> lines) => [.. lines.Skip(1).Select(Parse)];

    private static PolicyRate[] Embedded()
    {
        using Stream stream = typeof(PolicyRates).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The table {Resource} is not part of this build.");
        using StreamReader reader = new(stream);
        return [.. Parse(reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
    }

    private static string Line(PolicyRate rate) => string.Create(
        CultureInfo.InvariantCulture,
        $"{rate.Population},{rate.Rows},{rate.Populations},{rate.Covered},{rate.Savings},{rate.SavingsCovered},"
        + $"{rate.Regret:0.0000},{rate.WorstRegret:0.0000},{rate.ElkanRegret:0.0000},"
        + $"{rate.SearchedRegret:0.0000},{rate.ElkanChosen}");

    private static PolicyRate Parse(string line)
    {
        string[] cells = line.Split(','); // no cell holds a comma
        return new(
            cells[0], Whole(1), Whole(2), Whole(3), Whole(4), Whole(5), Number(6), Number(7), Number(8), Number(9), Whole(10));

        int Whole(int cell) => int.Parse(cells[cell], CultureInfo.InvariantCulture);

        double Number(int cell) => double.Parse(cells[cell], CultureInfo.InvariantCulture);
    }
}
