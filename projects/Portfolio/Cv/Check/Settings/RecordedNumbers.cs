using System.Globalization;
using System.Text.RegularExpressions;
using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.Cv.Check.Settings;

/// <summary>
/// How a run was made, in numbers: what was chosen (5 folds), and what its measurements say of how they came about (33 of 332 targets,
/// 500 simulated data sets, a threshold of one half).
/// </summary>
internal static partial class RecordedNumbers
{
    /// <summary>What people call an option, where that is not its name.</summary>
    private static readonly Dictionary<string, string[]> Called = new()
    {
        ["batch_rows"] = ["batch"],
        ["test"] = ["test", "held", "holdout"],
        ["k"] = ["clusters", "groups"],
    };

    /// <summary>So many words behind a count name what is counted.</summary>
    private const int CountedWords = 3;

    /// <summary>Rows are counted elsewhere.</summary>
    private static readonly string[] NotCounted = ["rows", "targets", "columns"];

    public static IReadOnlyList<RecordedNumber> Of(FinishedRun run) =>
        [.. Options(run), .. Repeats(run), .. Columns(run), .. run.Measurements.SelectMany(Told)];

    private static IEnumerable<RecordedNumber> Options(FinishedRun run)
    {
        foreach ((string name, string text) in run.Options)
        {
            // Zero is how an option says that it is not used.
            if (Chosen(text) is not { } value || value == 0) continue;
            yield return new(value, Called.GetValueOrDefault(name) ?? [name.Split('_')[0]], $"--{name.Replace('_', '-')} {text}",
                RecordedKind.Option);
        }
    }

    // Of a run that chose how often it repeats: 50 folds are ten times five.
    private static IEnumerable<RecordedNumber> Repeats(FinishedRun run)
    {
        double folds = Number("folds"), repeats = Number("repeats"), all = run.Measurements
            .Select(one => AllFolds().Match(one.How)).Where(one => one.Success)
            .Select(one => Parsed(one.Groups["all"].Value)).FirstOrDefault();
        if (folds > 0 && repeats == 0 && all > folds && all % folds == 0)
        {
            yield return new(all / folds, ["repeats"], $"{NumberText.Of(all)} folds, {NumberText.Of(folds)} in a repeat",
                RecordedKind.Option);
        }

        double Number(string name) => Chosen(run.Options.GetValueOrDefault(name)) ?? 0;
    }

    private static double? Chosen(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) ? value : null;

    private static IEnumerable<RecordedNumber> Columns(FinishedRun run)
    {
        if (run.Data is not { Columns: > 1 and var columns }) yield break;
        yield return new(columns, ["columns", "measurements", "features", "variables"], $"{columns} columns", RecordedKind.Count);
        if (run.Measurements.FirstOrDefault(one => one.Id == "pca.components.kept") is { Value: { } kept } && kept <= columns)
        {
            yield return new(kept / columns, ["components", "axes", "dimensions"],
                $"{NumberText.Of(kept)} of {NumberText.Count(columns)} components", RecordedKind.Share);
        }
    }

    private static IEnumerable<RecordedNumber> Told(Measurement measurement)
    {
        string text = $"{measurement.Label}, {measurement.How}";
        string[] label = [.. ContentWords.Of(measurement.Label)];
        foreach (Match match in Counted().Matches(text))
        {
            double count = Parsed(match.Groups["count"].Value);
            string[] words = [.. ContentWords.Of(match.Groups["words"].Value)];
            if (match.Groups["whole"].Value == match.Groups["count"].Value && words.Length > 0)
                yield return new(count, [.. words.Take(CountedWords), "parameters"], match.Value.Trim(), RecordedKind.Count);
            if (match.Groups["whole"] is { Success: true, Value: var whole } && Parsed(whole) is > 0 and { } all && count <= all)
                yield return new(count / all, [.. words, .. label], match.Value.Trim(), RecordedKind.Share);
            else if (count > 1 && words.Length > 0 && !words.Take(2).Any(NotCounted.Contains))
                yield return new(count, [.. words.Take(CountedWords)], match.Value.Trim(), RecordedKind.Count);
        }

        if (Half().Match(text) is { Success: true } half)
            yield return new(0.5, ["threshold", "cut", "flag", "default"], half.Value, RecordedKind.Boundary);
    }

    private static double Parsed(string digits) =>
        double.Parse(digits.Replace(",", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![\w.,%]|per )(?<count>\d{1,3}(?:,\d{3})+|\d{1,8})(?![\w.,]*\d)"
        + @"(?: of (?:the )?(?<whole>\d{1,3}(?:,\d{3})+|\d{1,8}))?"
        + @"(?<words>(?: [a-z-]+){1,4})")]
    private static partial Regex Counted();

    [GeneratedRegex(@"\bover (?<all>\d+) folds\b")]
    private static partial Regex AllFolds();

    [GeneratedRegex(@"\bthreshold (?:of )?(?:one half|a half|½|0\.5)(?![\d.])")]
    private static partial Regex Half();
}
