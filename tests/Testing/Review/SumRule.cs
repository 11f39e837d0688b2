using System.Text.RegularExpressions;

namespace MlMaths.Torch.Tests.Review;

/// <summary>Parts add up as written: found and missed are all there were, found and needless are all that was flagged.</summary>
internal static partial class SumRule
{
    public const string Name = "sum";

    public static IEnumerable<Finding> In(ReviewedRun run)
    {
        foreach ((ReviewedPage page, Passage passage) in run.Pages.SelectMany(page => page.Prose.Select(passage => (page, passage))))
        {
            if (Order().Match(passage.Text) is { Success: true } order)
            {
                double flagged = Value(order, 1), found = Value(order, 2), positives = Value(order, 3), missed = Value(order, 4),
                    needless = Value(order, 5);
                if (found + missed != positives)
                    yield return new(Name, page.Name, passage, $"{found} found and {missed} missed are not {positives}");
                if (found + needless != flagged)
                    yield return new(Name, page.Name, passage, $"{found} found and {needless} needless are not {flagged}");
            }
        }

        foreach ((ReviewedPage page, ReviewedTable table) in run.Pages.SelectMany(page => page.BodyTables.Select(table => (page, table))))
        {
            int found = Array.IndexOf(table.Headers, "Found"), missed = Array.IndexOf(table.Headers, "Missed");
            if (found < 0 || missed < 0) continue;
            double[] sums = [.. table.Rows.Select(row => Number(row[found]) + Number(row[missed])).Distinct()];
            if (sums.Length > 1)
            {
                yield return new(
                    Name, page.Name, table.Section, string.Join(", ", sums), "found and missed add up to different numbers of positives");
            }
        }
    }

    private static double Value(Match match, int group) => Number(match.Groups[group].Value);

    private static double Number(string cell) => WrittenNumber.In(cell) is [var number, ..] ? number.Value : double.NaN;

    [GeneratedRegex(@"about ([\d,]+) flagged rows: ([\d,]+) of ([\d,]+) rows with .*? are found, ([\d,]+) missed, and ([\d,]+) others")]
    private static partial Regex Order();
}
