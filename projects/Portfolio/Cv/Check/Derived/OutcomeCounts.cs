using System.Globalization;
using System.Text.RegularExpressions;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Portfolio.Cv.Check.Derived;

/// <summary>
/// The confusion matrix behind the rates of the test rows, of P positive and N other ones: hits = recall · P, flagged = hits/precision,
/// false alarms = flagged − hits, right = accuracy · (P + N).
/// </summary>
internal static partial class OutcomeCounts
{
    /// <summary>Counts as measurements, such as <c>count.test.false_alarms</c>; none where the rows are not known.</summary>
    public static IEnumerable<Measurement> Of(IReadOnlyList<Measurement> measured, RowCounts rows)
    {
        if (Whole("test.accuracy", measured, rows) is { } all && Value(measured, "test.accuracy") is { } accuracy)
        {
            yield return Counted("correct", "Right answers", Math.Round(accuracy * all));
            yield return Counted("wrong", "Wrong answers", all - Math.Round(accuracy * all));
        }

        if (Whole("test.recall", measured, rows) is not { } positives || Value(measured, "test.recall") is not { } recall) yield break;
        double hits = Math.Round(recall * positives);
        yield return Counted("hits", "Positive rows that were found", hits);
        yield return Counted("misses", "Positive rows that were missed", positives - hits);
        if (Whole("test.precision", measured, rows) is not { } flagged) yield break;
        yield return Counted("flagged", "Flagged rows", flagged);
        yield return Counted("false_alarms", "False alarms", flagged - hits);
        if (!rows.Splits.TryGetValue("test", out int total) || total == 0) yield break;
        yield return new("share.test.flagged", "Share of the rows that were flagged", (double)flagged / total, null, null, null, "",
            "test rows, counted from their rates", null);
    }

    /// <summary>Of how many rows a rate is the share, such as 43 positive ones of a recall; null where that is not known.</summary>
    public static int? Whole(string id, IReadOnlyList<Measurement> measured, RowCounts rows)
    {
        if (Graded().Match(measured.FirstOrDefault(one => one.Id == id)?.How ?? "") is { Success: true } graded)
            return int.Parse(graded.Groups["count"].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
        if (id.Split('.') is not [var split, var rate, .. var model] || !rows.Splits.TryGetValue(split, out int all)) return null;
        if (rate is "accuracy" or "error_rate") return all;
        if (!rows.Positives.TryGetValue(split, out int positives)) return null;
        string suffix = model.Length == 0 ? "" : $".{string.Join('.', model)}";
        return rate switch
        {
            "recall" or "false_negative_rate" => positives,
            "specificity" or "false_positive_rate" => all - positives,
            "precision" when Value(measured, $"{split}.precision{suffix}") is > 0 and { } precision
                && Value(measured, $"{split}.recall{suffix}") is { } recall => (int)Math.Round(Math.Round(recall * positives) / precision),
            _ => null,
        };
    }

    private static double? Value(IReadOnlyList<Measurement> measured, string id) =>
        measured.FirstOrDefault(one => one.Id == id)?.Value;

    [GeneratedRegex(@"^(?<count>\d[\d,]*) (?:correct )?(?:gradients|slips)\b|^plain descent on (?<count>\d[\d,]*) small nets?\b")]
    private static partial Regex Graded();

    private static Measurement Counted(string id, string label, double value) =>
        new($"count.test.{id}", label, value, null, null, null, "rows", "test rows, counted from their rates", null);
}
