using System.Text.RegularExpressions;
using MlMaths.Torch.Portfolio.Cv.Check.Changes;
using MlMaths.Torch.Portfolio.Cv.Check.Evidence;
using MlMaths.Torch.Portfolio.Cv.Check.Reading;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Portfolio.Cv.Check.Promises;

/// <summary>
/// Slower than the other, 2.2 µs against 18.3: which of two measured numbers is the larger one, and whether a run shows the difference
/// beyond chance where the words say better.
/// </summary>
internal static partial class OrderOfTwo
{
    /// <summary>
    /// The second of two numbers that the words put in the wrong order, or of which the better is not shown; null of all others.
    /// </summary>
    /// <param name="passage">The sentence.</param>
    /// <param name="claims">Its numbers.</param>
    /// <param name="judged">What was said of them.</param>
    /// <param name="known">All measurements of the runs that it may speak of.</param>
    /// <param name="pages">Their pages.</param>
    public static JudgedNumber? In(
        CvPassage passage, IReadOnlyList<WrittenNumber> claims, IReadOnlyList<JudgedNumber> judged, IReadOnlyList<KnownNumber> known,
        Pages pages)
    {
        if (Pair(passage.Text, claims, judged) is not var (words, first, second)) return null;
        bool isTold = IsTold(passage.Text, words, first.Nearest!, second.Nearest!);
        if (!isTold)
        {
            return second with
            {
                Verdict = CvVerdict.NoRunSays,
                Why = $"{words.Value} is the other way round: {first.Nearest!.Id} is {first.Nearest.ValueText}",
            };
        }

        if (!words.Groups["better"].Success || IsNegated(passage.Text[..words.Index])) return null;
        ComparedPair pair = new(Known(known, second), Known(known, first));
        return OpenDifference.Of(pair, known, pages) is { } none
            ? second with
            {
                Verdict = CvVerdict.StrongerThanInterval,
                Nearest = none.Number,
                Run = none.Folder,
                Why = "the difference has an interval that includes 0",
            }
            : null;
    }

    /// <summary>Words that only say which of two measured numbers of one run is the larger one, as they are; null of all others.</summary>
    public static JudgedNumber? Shown(CvPassage passage, IReadOnlyList<WrittenNumber> claims, IReadOnlyList<JudgedNumber> judged) =>
        Pair(passage.Text, claims, judged) is var (words, first, second)
        && (words.Groups["larger"].Success || words.Groups["smaller"].Success)
        && IsTold(passage.Text, words, first.Nearest!, second.Nearest!)
            ? new(passage, words.Value.Trim(), CvVerdict.Supported, null, first.Run,
                $"{first.Nearest!.ValueText} and {second.Nearest!.ValueText} on the same rows")
            : null;

    private static (Match Words, JudgedNumber First, JudgedNumber Second)? Pair(
        string sentence, IReadOnlyList<WrittenNumber> claims, IReadOnlyList<JudgedNumber> judged)
    {
        if (Order().Match(sentence) is not { Success: true } words) return null;
        for (int i = 0; i + 1 < claims.Count; i++)
        {
            (WrittenNumber one, WrittenNumber next) = (claims[i], claims[i + 1]);
            string between = sentence[one.End..next.At];
            bool isBehind = words.Index < one.At && Against().IsMatch(between)
                    && !Other().IsMatch(sentence[(words.Index + words.Length)..one.At]),
                isBetween = words.Index >= one.End && words.Index + words.Length <= next.At
                    && Linked().IsMatch(sentence[(words.Index + words.Length)..next.At]);
            if (!isBehind && !isBetween) continue;
            JudgedNumber? first = At(judged, one), second = At(judged, next);
            if (first is { Nearest.Value: not null } && second is { Nearest.Value: not null } && first.Run == second.Run
                && IsMeasured(first) && IsMeasured(second)
                && first.Nearest.Unit == second.Nearest.Unit && first.Nearest.Id != second.Nearest.Id && !CvRules.IsGain(first.Nearest))
            {
                return (words, first, second);
            }
        }

        return null;
    }

    // Supported, or left open only because nothing compares the two.
    private static bool IsMeasured(JudgedNumber one) => one.Verdict is CvVerdict.Supported or CvVerdict.NotJudged;

    private static JudgedNumber? At(IReadOnlyList<JudgedNumber> judged, WrittenNumber claim) =>
        judged.FirstOrDefault(one => one.At == claim.At);

    private static KnownNumber Known(IReadOnlyList<KnownNumber> known, JudgedNumber one) =>
        known.FirstOrDefault(other => other.Number == one.Nearest && other.Folder == one.Run)
        ?? known.First(other => other.Folder == one.Run) with { Number = one.Nearest! };

    private static bool IsTold(string sentence, Match words, Measurement first, Measurement second)
    {
        bool isLess = words.Groups["smaller"].Success || words.Groups["faster"].Success
            || (words.Groups["better"].Success && LessIsBetter().IsMatch($"{first.Id} {first.Label}"))
            || (words.Groups["worse"].Success && !LessIsBetter().IsMatch($"{first.Id} {first.Label}"));
        bool isEqual = first.Value == second.Value;
        return isEqual || (isLess ? first.Value < second.Value : first.Value > second.Value) != IsNegated(sentence[..words.Index]);
    }

    private static bool IsNegated(string before) => Not().IsMatch(before);

    [GeneratedRegex(@"\b(?:not|no|never|hardly|nor|isn't|wasn't|aren't|weren't)(?: \w+)?(?: \w+)? $", RegexOptions.IgnoreCase)]
    private static partial Regex Not();

    [GeneratedRegex(@"\b(?:(?:(?<faster>faster|quicker)|(?<larger>higher|larger|greater|more|above|slower)"
        + @"|(?<smaller>lower|smaller|less|fewer|below)|(?<better>better|superior)"
        + @"|(?<worse>worse|inferior))(?: \w+)?(?: \w+)? (?:than|to)\b"
        + @"|\bthe (?:(?<larger>higher|larger|greater)|(?<smaller>lower|smaller)|(?<better>better)|(?<worse>worse))\b(?! of)"
        + @"|(?<better>beat(?:s|en|ing)?|outperform(?:s|ed|ing)?|surpass(?:es|ed))\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Order();

    [GeneratedRegex(@"^(?:\s+[a-z-]+){0,3}?[,;]?\s*(?:against|versus|vs\.?|compared (?:with|to)|to(?=\s+\d)|and)\s+(?:[a-z-]+\s+){0,3}$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Against();

    [GeneratedRegex(@"[.;]\s")]
    private static partial Regex Other();

    [GeneratedRegex(@"^\s*(?:(?:the|a|an|its|my|that|of)\s+){0,3}$", RegexOptions.IgnoreCase)]
    private static partial Regex Linked();

    [GeneratedRegex(@"loss|brier|ece\b|[Cc]alibration error|error|cost|rmse|mae|_us\b|\.us\b|false|\.gap")]
    private static partial Regex LessIsBetter();
}
