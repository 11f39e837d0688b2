using System.Text.RegularExpressions;
using MlMaths.Torch.Portfolio.Cv.Check.Reading;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Portfolio.Cv.Check.Promises;

/// <summary>Significantly reduced, a significant improvement: a claim by itself, which an interval of the difference must carry.</summary>
internal static partial class Significance
{
    /// <summary>Words that agree in so many letters are forms of one.</summary>
    private const int Stem = 6;

    /// <summary>What the runs say of it; null where the sentence calls nothing significant.</summary>
    /// <param name="passage">The sentence.</param>
    /// <param name="topics">Its words.</param>
    /// <param name="known">All measurements that it may mean.</param>
    /// <param name="numbers">Its numbers, judged.</param>
    public static JudgedNumber? In(
        CvPassage passage, SentenceTopics topics, IReadOnlyList<KnownNumber> known, IReadOnlyList<JudgedNumber> numbers)
    {
        if (topics.All.Count == 0 || Significant().Match(passage.Text) is not { Success: true } words) return null;
        string technique = Technique().Match(passage.Text).Value;
        KnownNumber[] differences =
        [
            .. known.Where(one => CvRules.IsGain(one.Number) && one.Number.Low is not null && MetricVerdict.IsMeant(passage, one)
                && !(one.IsOfValidation && Unseen().IsMatch(passage.Text))
                && (technique.Length > 0 ? Tells(one.Number, technique) : numbers.Any(number => number.Nearest == one.Number))),
        ];
        if (differences.FirstOrDefault(one => CvRules.Refused(one.Number, one.Leak) is null) is { } shown)
            return shown.Supports(passage, words.Value);
        if (differences is [var open, ..])
            return new(passage, words.Value, CvVerdict.StrongerThanInterval, open.Number, open.Folder);
        if (technique.Length > 0 && known.Any(one => topics.All.Any(said => said.Topic.Ids.IsMatch(one.Number.Id))))
        {
            return new(passage, words.Value, CvVerdict.StrongerThanInterval, null, "",
                "no run compares with and without it on the same rows");
        }

        return new(passage, words.Value, CvVerdict.NotJudged, null, "", "because no run compares the two on the same rows");
    }

    private static bool Tells(Measurement one, string technique) => $"{one.Label}, {one.How}".Contains(
        technique[..Math.Min(Stem, technique.Length)], StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(Overclaims.Not + @"\b(?i:(?:statistically )?significant(?:ly)?\s+(?:" + Overclaims.Change
        + @"|decreas\w+|drop\w*|shr[aiu]nk\w*|improvements?|reductions?|increases?|gains?|effects?))\b")]
    private static partial Regex Significant();

    [GeneratedRegex(@"\b(?i:" + Overclaims.Technique + @")\b")]
    private static partial Regex Technique();

    [GeneratedRegex(@"\b(?i:test|held[- ]out|unseen)\b")]
    private static partial Regex Unseen();
}
