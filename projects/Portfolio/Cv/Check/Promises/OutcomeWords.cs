using System.Globalization;
using System.Text.RegularExpressions;
using MlMaths.Torch.Portfolio.Cv.Check.Reading;

namespace MlMaths.Torch.Portfolio.Cv.Check.Promises;

/// <summary>Four were wrong, all of them false alarms: what kind of mistake they were.</summary>
internal static partial class OutcomeWords
{
    /// <summary>What the run of the number says of the words; nothing where there are no such words, or no such number.</summary>
    public static IEnumerable<JudgedNumber> In(CvPassage passage, IReadOnlyList<JudgedNumber> judged, IReadOnlyList<KnownNumber> known)
    {
        if (All().Match(passage.Text) is not { Success: true } words) yield break;
        string id = words.Groups["alarms"].Success ? "count.test.false_alarms"
            : words.Groups["misses"].Success ? "count.test.misses" : "count.test.hits";
        JudgedNumber? counted = judged.LastOrDefault(one => one is { Verdict: CvVerdict.Supported, At: >= 0 } && one.At < words.Index
            && Counts().IsMatch(one.Text)
            && known.Any(other => other.Folder == one.Run && other.Number.Id == id));
        if (counted is null) yield break;
        // Of 115 it got 4: the smaller of the two is the part.
        int count = Counts().Matches(counted.Text).Cast<Match>()
            .Min(one => int.Parse(one.Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture));
        KnownNumber own = known.First(other => other.Folder == counted.Run && other.Number.Id == id);
        yield return own.Number.Value == count
            ? own.Supports(passage, words.Value)
            : new(passage, words.Value, CvVerdict.NoRunSays, own.Number, own.Folder, $"of {count} it is {own.Number.ValueText}");
    }

    [GeneratedRegex(@"(?<![\d.,])\d{1,3}(?:,\d{3})*(?![\d.,]*\d)")]
    private static partial Regex Counts();

    [GeneratedRegex(@"\b(?i:(?:all|each|every one|both) of (?:them|these|which)(?: (?:were|are|was|is))?"
        + @" (?:(?<alarms>false (?:alarms?|positives?))|(?<misses>missed|misses|overlooked|false negatives?)|(?<hits>found|caught)))\b")]
    private static partial Regex All();
}
