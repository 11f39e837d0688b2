using System.Text.RegularExpressions;

namespace MlMaths.Torch.Portfolio.Cv.Check;

/// <summary>
/// A change: recall raised from 33 % to 46 %, an AUC that was tripled. Each number may be measured and the change be none: the two must
/// be of one run that compares them, or their intervals must not meet.
/// </summary>
internal static partial class ChangeClaims
{
    /// <summary>How far a ratio may be from the word for it, as a part of it: what doubled grew at least by this part less.</summary>
    private const double Rough = 0.15;

    private static readonly (string Stem, double Ratio)[] Ratios = [("doubl", 2), ("tripl", 3), ("quadrupl", 4), ("halv", 0.5)];

    /// <summary>The numbers as they were judged; those of a change that no run shows, and the words for it, as not judged.</summary>
    public static IEnumerable<JudgedNumber> Judged(
        CvPassage passage, IReadOnlyList<WrittenNumber> claims, IReadOnlyList<JudgedNumber> judged, SentenceTopics topics)
    {
        (JudgedNumber From, JudgedNumber To)? change = Change(passage, claims, judged);
        bool isShown = change is { } pair && IsShown(pair.From, pair.To);
        foreach (JudgedNumber one in judged)
        {
            bool isOfChange = change is { } of && (one == of.From || one == of.To);
            yield return isOfChange && !isShown
                ? one with { Verdict = CvVerdict.NotJudged, Why = "because no run compares the two on the same rows" }
                : one;
        }

        if (Times().Match(passage.Text) is not { Success: true } times
            || (!topics.All.Any(one => !one.Topic.IsVague) && !Metrics().IsMatch(passage.Text)))
        {
            yield break;
        }

        double ratio = Ratios.First(one => times.Value.StartsWith(one.Stem, StringComparison.OrdinalIgnoreCase)).Ratio;
        yield return isShown && change is { From.Nearest.Value: { } before, To.Nearest.Value: { } after } shown
            ? new(passage, times.Value, IsAbout(after / before, ratio) ? CvVerdict.Supported : CvVerdict.NoRunSays, shown.To.Nearest,
                shown.To.Run)
            : new(passage, times.Value, CvVerdict.NotJudged, null, "", "because no run measures that ratio");
    }

    private static (JudgedNumber From, JudgedNumber To)? Change(
        CvPassage passage, IReadOnlyList<WrittenNumber> claims, IReadOnlyList<JudgedNumber> judged)
    {
        for (int i = 0; i + 1 < claims.Count; i++)
        {
            string between = passage.Text[claims[i].End..claims[i + 1].At];
            if (!Arrow().IsMatch(between) && (!To().IsMatch(between) || !From().IsMatch(passage.Text[..claims[i].At]))) continue;
            JudgedNumber? from = judged.FirstOrDefault(one => one.Text == claims[i].Text && one.Verdict == CvVerdict.Supported),
                to = judged.LastOrDefault(one => one.Text == claims[i + 1].Text && one.Verdict == CvVerdict.Supported);
            if (from is not null && to is not null) return (from, to);
        }

        return null;
    }

    // Before and after in one run, or so far apart that their intervals do not meet.
    private static bool IsShown(JudgedNumber from, JudgedNumber to) => from.Run == to.Run
        && from.Nearest is { } before && to.Nearest is { } after
        && (IsPair(before.Id, after.Id) || (!IsPair(after.Id, before.Id) && (after.Low > before.High || after.High < before.Low)));

    private static bool IsPair(string before, string after) =>
        (before.EndsWith(".before", StringComparison.Ordinal) && after == $"{before[..^".before".Length]}.after")
        || after == before.Replace("regression.", "regression.wild.", StringComparison.Ordinal)
        || before == $"{after}.raw"
        || (before != after && after == before.Replace("regression.baseline.", "regression.", StringComparison.Ordinal));

    private static bool IsAbout(double ratio, double said) => Math.Abs(ratio - said) <= Rough * said;

    [GeneratedRegex(@"\bfrom\s+(?:about |around |roughly |an? |the )?(?:[\w-]+ (?:of )?){0,2}$", RegexOptions.IgnoreCase)]
    private static partial Regex From();

    [GeneratedRegex(@"^\s*(?:→|->|=>|⟶|-->)\s*$")]
    private static partial Regex Arrow();

    [GeneratedRegex(@"^(?:\s*\([^)\d]*\))?\s*to\s+(?:about |around |roughly |over |nearly )?$", RegexOptions.IgnoreCase)]
    private static partial Regex To();

    [GeneratedRegex(@"\b(?:errors?|loss|score|accuracy|rate|cost|latency|performance)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Metrics();

    [GeneratedRegex(@"\b(?:doubl|tripl|quadrupl|halv)(?:es|ed|ing(?=\s+(?:the|its|my)))\b(?!\s+(?:rows|in size))", RegexOptions.IgnoreCase)]
    private static partial Regex Times();
}
