using System.Globalization;
using System.Text.RegularExpressions;
using MlMaths.Torch.Portfolio.Cv.Check.Reading;

namespace MlMaths.Torch.Portfolio.Cv.Check.Methods;

/// <summary>Which percentile of a time a number is said to be: 1.4 µs at the 99th one, a median of 1.2 µs.</summary>
internal static partial class SaidPercentiles
{
    /// <summary>What a time to serve is without more words: most calls take no longer.</summary>
    private const string Usual = "95";

    /// <summary>A sign or another number between a word and a number parts them as so many letters do.</summary>
    private const int Parted = 12;

    private const string Times = @"(?:µs|μs|ms|ns|micro\w+|milli\w+)\b";

    private const string InDigits = @"\b(?<part>\d{2}(?:\.\d+)?)(?:st|nd|rd|th)[- ]per ?centiles?\b"
        + @"|(?<part>\b\d{2}(?:\.\d+)?)(?:\s?%\s+of|\s+(?:of|in|out of)\s+(?:every )?100)\s+(?:the |all |its |my |single[- ]row )*"
        + @"(?:calls|requests|queries|predictions|answers|responses)\b(?:(?<=\d\s?" + Times + @"[^;]*)|(?=[^;]*\d\s?" + Times + "))";

    /// <summary>Those measurements that a number may be: of times, none of another percentile than the one said.</summary>
    public static IReadOnlyList<KnownNumber> Narrowed(
        string sentence, IReadOnlyList<WrittenNumber> claims, WrittenNumber claim, IReadOnlyList<KnownNumber> known)
    {
        string said = Said(sentence, claims, claim);
        return [.. known.Where(one => Id().Match(one.Number.Id) is not { Success: true } own || own.Groups["part"].Value == said)];
    }

    /// <summary>A percentile in figures, which is no number by itself.</summary>
    [GeneratedRegex(InDigits, RegexOptions.IgnoreCase)]
    public static partial Regex InFigures();

    private static string Said(string sentence, IReadOnlyList<WrittenNumber> claims, WrittenNumber claim)
    {
        Match[] all = Words().Matches(sentence).ToArray();
        if (all.Length == 0) return Usual;
        return Part(InPlace(sentence, claims, claim, all) ?? all.MinBy(one => Gap(sentence, claim, one))!);
    }

    // p50, p95 and p99 of 1.2, 1.3 and 1.4 µs: each number has the word in its place.
    private static Match? InPlace(string sentence, IReadOnlyList<WrittenNumber> claims, WrittenNumber claim, Match[] all)
    {
        int at = claims.ToList().IndexOf(claim), first = at, last = at;
        while (first > 0 && List().IsMatch(sentence[claims[first - 1].End..claims[first].At])) first--;
        while (last + 1 < claims.Count && List().IsMatch(sentence[claims[last].End..claims[last + 1].At])) last++;
        Match[] before = [.. all.Where(one => one.Index + one.Length <= claims[first].At).TakeLast(last - first + 1)];
        return last > first && before.Length == last - first + 1
            && before.Zip(before.Skip(1)).All(two => List().IsMatch(sentence[(two.First.Index + two.First.Length)..two.Second.Index]))
            ? before[at - first]
            : null;
    }

    private static int Gap(string sentence, WrittenNumber claim, Match words)
    {
        string between = words.Index >= claim.End
            ? sentence[claim.End..words.Index]
            : sentence[Math.Min(words.Index + words.Length, claim.At)..claim.At];
        return between.Length + Parted * between.Count(sign => sign is ',' or ';' or ':' || char.IsAsciiDigit(sign));
    }

    private static string Part(Match words) => words.Groups["part"] is { Success: true, Value: var part }
        ? double.Parse(part, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)
        : "50";

    [GeneratedRegex(InDigits + @"|\bp(?<part>\d{2}(?:\.\d+)?)\b|\bmedian\b", RegexOptions.IgnoreCase)]
    private static partial Regex Words();

    [GeneratedRegex(@"^latency\..*\.p(?<part>\d+)_us$")]
    private static partial Regex Id();

    [GeneratedRegex(@"^\s*(?:,|/|&|and|, and)\s*$")]
    private static partial Regex List();
}
