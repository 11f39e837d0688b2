using System.Globalization;
using MlMaths.Torch.Data;

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

    private static readonly MeasuredRates<PolicyRate> Table = new(
        "Evaluation/policy-rates.csv",
        "population,rows,populations,covered,savings,savings_covered,regret,worst_regret,elkan_regret,searched_regret,"
            + "elkan_chosen",
        rate => string.Create(CultureInfo.InvariantCulture,
            $"{rate.Population},{rate.Rows},{rate.Populations},{rate.Covered},{rate.Savings},{rate.SavingsCovered},"
            + $"{rate.Regret:0.0000},{rate.WorstRegret:0.0000},{rate.ElkanRegret:0.0000},"
            + $"{rate.SearchedRegret:0.0000},{rate.ElkanChosen}"),
        cells => new(
            cells.Text(0), cells.Whole(1), cells.Whole(2), cells.Whole(3), cells.Whole(4), cells.Whole(5), cells.Number(6),
            cells.Number(7), cells.Number(8), cells.Number(9), cells.Whole(10)));

    /// <summary>All of them.</summary>
    public static IReadOnlyList<PolicyRate> Measured => Table.All;

    /// <summary>The rates as the lines of a file, the first of them the header.</summary>
    public static IReadOnlyList<string> Lines(IEnumerable<PolicyRate> measured) => Table.Lines(measured);

    /// <summary>The rates in the lines of such a file.</summary>
    public static IReadOnlyList<PolicyRate> Parse(IEnumerable<string> lines) => Table.Parse(lines);
}
