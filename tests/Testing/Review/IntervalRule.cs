using System.Text.RegularExpressions;

namespace MlMaths.Torch.Tests.Review;

/// <summary>
/// A value lies in its interval, in results.json, in sentences and in tables, and stands before that interval wherever it is quoted.
/// </summary>
internal static partial class IntervalRule
{
    public const string Name = "interval";

    public static IEnumerable<Finding> In(ReviewedRun run)
    {
        foreach (ReviewedMeasurement one in run.Measurements.Where(one => one is { Value: not null, Low: not null, High: not null }))
        {
            if (!(one.Low <= one.Value && one.Value <= one.High))
                yield return new(Name, "results.json", "", one.Id, $"{one.Value} lies outside {one.Low} to {one.High}");
        }

        foreach (ReviewedPage page in run.Pages)
        {
            foreach (Finding finding in page.Passages.Where(passage => passage.Kind != PassageKind.Code).SelectMany(
                passage => Quoted(run, page, passage)).Concat(page.BodyTables.SelectMany(table => InRows(page, table))))
            {
                yield return finding;
            }
        }
    }

    private static IEnumerable<Finding> Quoted(ReviewedRun run, ReviewedPage page, Passage passage)
    {
        foreach (Match match in WithInterval().Matches(passage.Text))
        {
            if (Number(match, "value") is not { } value || Number(match, "low") is not { } low || Number(match, "high") is not { } high)
                continue;
            if (low.Value > high.Value)
            {
                yield return new(Name, page.Name, passage, $"{low.Text} to {high.Text} runs backwards");
            }
            else if (value.Value < low.Value - low.Unit || value.Value > high.Value + high.Unit)
            {
                yield return new(Name, page.Name, passage, $"{value.Text} lies outside {low.Text} to {high.Text}");
            }
            else if (Digits(low) && Other(run, value, low, high) is { } other)
            {
                yield return new(
                    Name, page.Name, passage,
                    $"{low.Text} to {high.Text} is the interval of {other.Id}, and {value.Text} is not its value");
            }
        }
    }

    // Ends with few digits belong to many numbers by chance.
    private static bool Digits(WrittenNumber end) => end.Text.TrimStart('−', '0', '.').Count(char.IsAsciiDigit) >= 3;

    private static ReviewedMeasurement? Other(ReviewedRun run, WrittenNumber value, WrittenNumber low, WrittenNumber high)
    {
        ReviewedMeasurement[] same = [.. run.Measurements.Where(one => one is { Value: not null, Low: { } from, High: { } to }
            && (Is(low, from) && Is(high, to) || Is(low, -to) && Is(high, -from)))];
        return same.Length == 0 || same.Any(one => IsBeside(value, one.Value!.Value) || IsBeside(value, -one.Value!.Value))
            ? null
            : same[0];
    }

    // Shares of equally many rows that differ by a last digit have intervals that read alike.
    private static bool IsBeside(WrittenNumber number, double value) => Is(number, value)
        || Math.Min(Math.Abs(number.Value - value), Math.Abs(number.Value - 100 * value)) <= 1.5 * number.Unit;

    private static bool Is(WrittenNumber number, double value) => number.Is(value) || number.Is(100 * value);

    private static IEnumerable<Finding> InRows(ReviewedPage page, ReviewedTable table)
    {
        int range = Array.FindIndex(table.Headers, header => Range().IsMatch(header));
        if (range <= 0) yield break;
        foreach (string[] row in table.Rows)
        {
            IReadOnlyList<WrittenNumber> ends = WrittenNumber.In(row[range]), values = WrittenNumber.In(row[range - 1]);
            if (!Ends().IsMatch(row[range]) || ends.Count != 2 || values.Count == 0) continue;
            if (values[0].Value < ends[0].Value - ends[0].Unit || values[0].Value > ends[1].Value + ends[1].Unit)
                yield return new(Name, page.Name, table.Section, string.Join(" | ", row), $"{values[0].Text} lies outside {row[range]}");
        }
    }

    private static WrittenNumber? Number(Match match, string group) =>
        WrittenNumber.In(match.Groups[group].Value) is [var one] ? one : null;

    [GeneratedRegex(@"^[−\d][\d.,e−-]* to [−\d][\d.,e−-]*( [^\d]*)?$")]
    private static partial Regex Ends();

    [GeneratedRegex(@"^(\d+ % )?(interval|95 %)$", RegexOptions.IgnoreCase)]
    private static partial Regex Range();

    [GeneratedRegex(
        @"(?<value>[−]?\d[\d,]*(?:\.\d+)?(?:e-?\d+)?)(?: (?:%|units?|nats per row|[\p{L}µ]+(?: per [\d,]*\s?\p{L}+)?))? "
        + @"\((?:\d+ % interval |\d+ %: |\d+ % )?"
        + @"(?<low>[−]?\d[\d,]*(?:\.\d+)?(?:e-?\d+)?) to (?<high>[−]?\d[\d,]*(?:\.\d+)?(?:e-?\d+)?)[^()]*\)")]
    private static partial Regex WithInterval();
}
