using System.Text.RegularExpressions;

namespace MlMaths.Torch.Portfolio.Verify;

/// <summary>
/// A page of a run beside that of its repetition, where times stand in it: no line may differ but in its times. What is about times
/// altogether, a section that begins with one or a table under such a head, is told by the numbers of the run, and not compared.
/// </summary>
internal static partial class ClockWords
{
    private const string Rule = "| --", Heading = "## ";

    /// <summary>Whether two pages in Markdown are the same but for times.</summary>
    /// <param name="then">The page.</param>
    /// <param name="now">That of the repetition.</param>
    /// <param name="timed">Ids of measurements that were read from a clock.</param>
    public static bool AreSame(string then, string now, IReadOnlySet<string> timed)
    {
        string[][] first = Sections(then), second = Sections(now);
        return first.Length == second.Length && first.Zip(second).All(pair => AreSame(pair.First, pair.Second, timed));
    }

    private static string[][] Sections(string page)
    {
        string[] lines = page.ReplaceLineEndings("\n").Split('\n');
        int[] starts = [0, .. Enumerable.Range(1, lines.Length - 1).Where(i => lines[i].StartsWith(Heading, StringComparison.Ordinal))];
        return [.. starts.Select((from, i) => lines[from..(i + 1 < starts.Length ? starts[i + 1] : lines.Length)])];
    }

    private static bool AreSame(string[] then, string[] now, IReadOnlySet<string> timed) =>
        then.SequenceEqual(now) || (IsOfTimes(then) && IsOfTimes(now)) || Keys(then, timed).SequenceEqual(Keys(now, timed));

    private static bool IsOfTimes(string[] section) => section[0].StartsWith(Heading, StringComparison.Ordinal)
        && Clock().IsMatch(section.Skip(1).FirstOrDefault(line => line.Length > 0) ?? "");

    private static IEnumerable<string> Keys(string[] lines, IReadOnlySet<string> timed)
    {
        string head = "";
        for (int i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith('|')) head = "";
            else if (i + 1 < lines.Length && lines[i + 1].StartsWith(Rule, StringComparison.Ordinal)) head = lines[i];
            bool isRow = lines[i].StartsWith('|'),
                isTimed = isRow && Id().Match(lines[i]) is { Success: true } id && timed.Contains(id.Value);
            yield return isTimed || (isRow && Clock().IsMatch(head)) || (isRow && Clock().IsMatch(lines[i]))
                ? lines[i].Split('|').ElementAtOrDefault(1) ?? ""
                : Times().Replace(lines[i], "#");
        }
    }

    private const string Number = @"[-−+]?(?:\d[\d.,]*\d|\d)(?:e[-−]?\d+)?", Unit = @"\s(?:µs|ms|s\b|steps per second)";

    [GeneratedRegex(@"µs")]
    private static partial Regex Clock();

    [GeneratedRegex(@"(?<=`)[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)+(?=`)")]
    private static partial Regex Id();

    [GeneratedRegex($@"{Number}{Unit}(?:\s\((?:95 % interval )?{Number} to {Number}{Unit}\))?"
        + $@"|{Number}(?=\sof\s(?:autograd|TorchSharp)\b)")]
    private static partial Regex Times();
}
