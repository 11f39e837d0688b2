using System.Text.RegularExpressions;
using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.Verify;

/// <summary>
/// Whether the pages of a run say what its own <c>results.json</c> says: sentences for a CV, the headline and the table of all
/// measurements. That needs no repetition, holds on every machine, and of times too.
/// </summary>
internal static partial class OwnPages
{
    private const string Cv = "cv.md", Report = "report.md", Headline = "| Measured | Value |", LeftOut = "*Left out: ";

    /// <summary>What they say otherwise, as sentences.</summary>
    public static IReadOnlyList<string> Contradictions(FinishedRun run)
    {
        Dictionary<string, Measurement> byId = run.Measurements.DistinctBy(one => one.Id).ToDictionary(one => one.Id);
        return
        [
            .. Lines(run, Cv).SelectMany(line => OfSentence(line, byId)),
            .. OfTables([.. Lines(run, Report)], byId, run.Measurements),
        ];
    }

    /// <summary>Whether two files of sentences are the same but for their numbers.</summary>
    public static bool SameButNumbers(string then, string now) =>
        ANumber().Replace(Unescaped(then), "#") == ANumber().Replace(Unescaped(now), "#");

    private static IEnumerable<string> Lines(FinishedRun run, string name)
    {
        string path = Path.Combine(run.Folder, name);
        return File.Exists(path) ? File.ReadLines(path) : [];
    }

    // What is left of a sentence once the numbers of its measurements are taken out must hold no other number.
    private static IEnumerable<string> OfSentence(string line, Dictionary<string, Measurement> byId)
    {
        if (!line.StartsWith("- ", StringComparison.Ordinal) || line.Contains(LeftOut, StringComparison.Ordinal)) yield break;
        if (Sentence().Match(line) is not { Success: true } sentence)
        {
            if (ANumber().Match(Unescaped(line)) is { Success: true } lone)
                yield return $"{Cv} says {Quoted.Value(lone.Value)} of no measurement";
            yield break;
        }

        string left = Unescaped(sentence.Groups["words"].Value);
        string[] ids = [.. sentence.Groups["id"].Captures.Select(one => one.Value)];
        foreach (string id in ids.Where(id => !byId.ContainsKey(id)))
            yield return $"{Cv} rests on {Quoted.Value(id)}, which results.json has not";
        IEnumerable<string> all = ids.Where(byId.ContainsKey).SelectMany(id => Said(byId[id])).Distinct();
        foreach (string said in all.OrderByDescending(one => one.Length))
            left = Whole(said).Replace(left, " ");
        if (ANumber().Match(left) is { Success: true } other)
            yield return $"{Cv} says {Quoted.Value(other.Value)}, and results.json does not, of {string.Join(", ", ids)}";
    }

    private static IEnumerable<string> Said(Measurement one) => new[] { one, one.InPercent }
        .SelectMany(said => new[] { said.ToString(), said.ValueText, said.RangeText }).Where(said => said.Any(char.IsAsciiDigit));

    private static Regex Whole(string said) => new($@"(?<![\w.,]){Regex.Escape(said)}(?![\w]|[.,]\d)", RegexOptions.CultureInvariant);

    private static IEnumerable<string> OfTables(
        string[] lines, Dictionary<string, Measurement> byId, IReadOnlyList<Measurement> all)
    {
        bool isHeadline = false;
        foreach (string line in lines)
        {
            if (!line.StartsWith('|')) isHeadline = false;
            else if (line.StartsWith(Headline, StringComparison.Ordinal) && !line.Contains("| How", StringComparison.Ordinal))
                isHeadline = true;
            string[] cells = [.. Cells().Split(line).Skip(1).Select(cell => Unescaped(Link().Replace(cell, "$1")).Trim())];
            if (cells.Length < 3) continue;
            if (Labelled().Match(cells[0]) is { Success: true } own && own.Groups["id"].Value is var id)
            {
                if (!byId.TryGetValue(id, out Measurement? one)) yield return $"{Report} has {id}, which results.json has not";
                else if (!IsSaid(cells[1], one)) yield return $"{Report} says {Quoted.Value(cells[1])} of {id}, and results.json {one}";
            }
            else if (isHeadline && all.Where(one => one.Label == cells[0]).ToArray() is { Length: > 0 } called
                && !called.Any(one => cells[1] == one.ValueText && (one.RangeText.Length == 0 || cells[2].StartsWith(one.RangeText,
                    StringComparison.Ordinal))))
            {
                yield return $"{Report} says {Quoted.Value($"{cells[1]}, {cells[2]}")} of {cells[0]}, and results.json {called[0]}";
            }
        }
    }

    private static bool IsSaid(string cell, Measurement one) => one.RangeText.Length == 0
        ? cell == one.ValueText
        : cell.StartsWith($"{one.ValueText} (", StringComparison.Ordinal) && cell.EndsWith($"{one.RangeText})", StringComparison.Ordinal);

    private static string Unescaped(string markdown) => Escape().Replace(markdown, "$1");

    [GeneratedRegex(@"^- (?<words>.*) \((?:`(?<id>[^`]+)`(?:, )?)+\)$")]
    private static partial Regex Sentence();

    // SIMD is no number, and neither is the 1 of F1.
    [GeneratedRegex(@"(?<![\p{L}\p{N}_.,])[-−]?\d[\d.,]*(?:e[-−]?\d+)?")]
    private static partial Regex ANumber();

    [GeneratedRegex(@"`(?<id>[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)+)`$")]
    private static partial Regex Labelled();

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex Cells();

    [GeneratedRegex(@"\[([^\]]*)\]\([^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\\(?=\p{P}|\p{S})(.)")]
    private static partial Regex Escape();
}
