using System.Text.RegularExpressions;
using MlMaths.Torch.Portfolio.Cv.Check.Reading;

namespace MlMaths.Torch.Portfolio.Cv.Check.Promises;

/// <summary>A perfect ROC AUC: the run must have measured just that.</summary>
internal static partial class Perfection
{
    /// <summary>So many letters behind the word its metric stands.</summary>
    private const int Near = 24;

    /// <summary>What the runs say of it; null where the sentence calls no metric perfect.</summary>
    public static JudgedNumber? In(CvPassage passage, SentenceTopics topics, IReadOnlyList<KnownNumber> known)
    {
        if (Perfect().Match(passage.Text) is not { Success: true } word) return null;
        int end = word.Index + word.Length;
        Topic? topic = topics.All.Where(one => one.Words.Index >= end && one.Words.Index - end <= Near
                && !Parted().IsMatch(passage.Text[end..one.Words.Index]))
            .OrderBy(one => one.Words.Index).FirstOrDefault().Topic;
        if (topic is null) return null;
        KnownNumber[] meant =
        [
            .. known.Where(one => topic.Ids.IsMatch(one.Number.Id) && one.Number is { Unit: "", Value: not null } && !one.IsOfSeenRows
                && MetricVerdict.IsMeant(passage, one)),
        ];
        double best = topic.LessIsBetter ? 0 : 1;
        return meant.FirstOrDefault(one => one.Number.Value == best) is { } perfect ? perfect.Supports(passage, word.Value)
            : meant is [var other, ..] ? new(passage, word.Value, CvVerdict.StrongerThanInterval, other.Number, other.Folder)
            : new(passage, word.Value, CvVerdict.NotJudged, null, "", "because no run measures what it is said of");
    }

    // What is said of predicting at all is a promise of other rows, and judged as one.
    [GeneratedRegex(@"\b(?i:perfect|faultless|immaculate)\b(?!\s+(?i:accura|predict|classif|detect|separat|calibrat))")]
    private static partial Regex Perfect();

    [GeneratedRegex("[.,;:]")]
    private static partial Regex Parted();
}
