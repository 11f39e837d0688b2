using System.Globalization;
using System.Text.RegularExpressions;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.Cv.Check.Derived;

/// <summary>How many rows a run had, altogether and in each split; and how many of them are positive.</summary>
/// <param name="All">Every number of rows that its table is said to have; empty where it was drawn.</param>
/// <param name="Splits">By <c>training</c>, <c>validation</c>, <c>test</c>; what is not known is not there.</param>
/// <param name="Positives">The same, of the positive rows; empty where no label is the positive one.</param>
internal sealed partial record RowCounts(
    IReadOnlyList<int> All, IReadOnlyDictionary<string, int> Splits, IReadOnlyDictionary<string, int> Positives)
{
    public const string Training = "training", Validation = "validation", Test = "test";

    /// <summary>Rows that did not train, whichever they are.</summary>
    public const string HeldOut = "held-out";

    /// <summary>Counted in its predictions; without these, as its measurements say how they were made.</summary>
    public static RowCounts Of(FinishedRun run)
    {
        int[] all = run.Data is { } data ? [.. new[] { data.Rows, data.RowsRead ?? data.Rows }.Distinct()] : [];
        if (PredictedRows.In(run.Folder) is not { Rows.Count: > 0 } predicted)
            return new(all, Said(run), new Dictionary<string, int>());
        Dictionary<string, int> splits = Count(predicted.Rows),
            positives = Count([.. predicted.Rows.Where(row => row.Target == run.Data?.Positive)]);
        return new(all, splits, positives);
    }

    /// <summary>The numbers that may be meant by a number of rows of a split; of any, where none is named.</summary>
    public IReadOnlyList<int> Meant(string split)
    {
        int training = Splits.GetValueOrDefault(Training), validation = Splits.GetValueOrDefault(Validation);
        int[] counts = split switch
        {
            Training => [training, training + validation],
            Validation => [validation],
            Test => [Splits.GetValueOrDefault(Test)],
            HeldOut => [.. Splits.Where(one => one.Key is not Training).Select(one => one.Value)],
            _ => [.. All, .. Splits.Values, training + validation],
        };
        return [.. counts.Where(one => one > 0).Distinct()];
    }

    /// <summary>Positive rows and the others, of each split and altogether.</summary>
    public IReadOnlyList<int> OfClasses() => Positives.Count == 0
        ? []
        :
        [
            Positives.Values.Sum(), Splits.Values.Sum() - Positives.Values.Sum(), .. Positives.Values,
            .. Splits.Select(one => one.Value - Positives.GetValueOrDefault(one.Key)),
        ];

    private static Dictionary<string, int> Count(IReadOnlyList<PredictedRow> rows) =>
        rows.CountBy(row => row.Split).ToDictionary(one => one.Key, one => one.Value);

    private static Dictionary<string, int> Said(FinishedRun run) => run.Measurements
        .SelectMany(one => RowsOf().Matches(one.How))
        .Select(one => (Split: one.Groups["split"].Value, Rows: int.Parse(
            one.Groups["rows"].Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture)))
        .GroupBy(one => one.Split).ToDictionary(one => one.Key, one => one.Max(said => said.Rows));

    [GeneratedRegex(@"(?<![\d.,])(?<rows>\d{1,3}(?:,\d{3})+|\d{1,8}) (?<split>training|validation|test) (?:rows|targets)\b")]
    private static partial Regex RowsOf();
}
