using System.Text.RegularExpressions;
using MlMaths.Torch.Portfolio.Cv.Check.Reading;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Portfolio.Cv.Check.Methods;

/// <summary>A claim without a number: that one way is better than another, of two that a run has compared.</summary>
internal static partial class ComparedMethods
{
    /// <summary>What the comparison says of the sentence; null where it claims nothing of the kind, or no run compares the two.</summary>
    public static JudgedNumber? In(CvPassage passage, SentenceTopics topics, IReadOnlyList<KnownNumber> known)
    {
        if (Verb().Match(passage.Text) is not { Success: true } verb) return null;
        foreach (MethodGroup group in MethodGroups.All.Where(one => !one.IsNearest))
        {
            (Match Words, Method Method)[] said = SaidMethods.In(passage.Text, group);
            Method? subject = said.LastOrDefault(one => one.Words.Index < verb.Index).Method,
                other = said.FirstOrDefault(one => one.Words.Index >= verb.Index + verb.Length).Method;
            if (subject is null || other is null || subject == other) continue;
            (Method better, Method worse) = verb.Groups["worse"].Success ? (other, subject) : (subject, other);
            return (Outliers().IsMatch(passage.Text) ? OfOutliers(passage, verb, known, better, worse) : null)
                ?? OfGain(passage, verb, topics, known, better, worse);
        }

        return null;
    }

    private static JudgedNumber? OfGain(
        CvPassage passage, Match verb, SentenceTopics topics, IReadOnlyList<KnownNumber> known, Method better, Method worse)
    {
        foreach (KnownNumber one in known.Where(one => CvRules.IsGain(one.Number)))
        {
            Match models = Gain().Match(one.Number.Label) is { Success: true } told ? told : Against().Match(one.Number.How);
            if (!models.Success || !IsOfMetric(one.Number, topics)) continue;
            string first = models.Groups["first"].Value, second = models.Groups["second"].Value;
            bool isSame = better.Words.IsMatch(first) && worse.Words.IsMatch(second),
                isTurned = worse.Words.IsMatch(first) && better.Words.IsMatch(second);
            if (!isSame && !isTurned) continue;
            bool isClear = isSame ? one.Number.Low > 0 : one.Number.High < 0, isOpen = one.Number is { Low: <= 0, High: >= 0 };
            if (IsNegated(verb) != isClear) return one.Supports(passage, verb.Value);
            return IsNegated(verb)
                ? new(passage, verb.Value, CvVerdict.NoRunSays, one.Number, one.Folder)
                : new(passage, verb.Value, CvVerdict.StrongerThanInterval, one.Number, one.Folder,
                    isOpen ? "which includes 0" : "which is the other way round");
        }

        return null;
    }

    // With outliers a run has the error of each fit, and no interval of their difference.
    private static JudgedNumber? OfOutliers(
        CvPassage passage, Match verb, IReadOnlyList<KnownNumber> known, Method better, Method worse)
    {
        KnownNumber? low = known.FirstOrDefault(one => IsWild(one) && better.Owns(one)),
            high = known.FirstOrDefault(one => IsWild(one) && worse.Owns(one) && one.Run == low?.Run);
        if (low is null || high is null) return null;
        string why = $"{low.Number.ValueText} against {high.Number.ValueText}, without an interval of the difference";
        return low.Number.Value < high.Number.Value != IsNegated(verb)
            ? low.Supports(passage, verb.Value, why)
            : new(passage, verb.Value, CvVerdict.NoRunSays, low.Number, low.Folder, why);
    }

    private static bool IsWild(KnownNumber one) => one.Number.Id.StartsWith("regression.wild.", StringComparison.Ordinal);

    // Better in recall is not better in ROC AUC.
    private static bool IsOfMetric(Measurement gain, SentenceTopics topics)
    {
        string said = $"{gain.Label}, {gain.How}";
        Topic[] metrics = [.. topics.All.Select(one => one.Topic).Where(one => !one.IsVague && Metric().IsMatch($"{one.Ids}"))];
        return metrics.Length == 0 || metrics.Any(one => one.Ids.IsMatch(gain.Id) || one.Words.IsMatch(said));
    }

    private static bool IsNegated(Match verb) => verb.Groups["not"].Success;

    [GeneratedRegex(@"(?<not>\b(?i:no|not|hardly|neither|never)\s+(?i:(?:significantly|clearly|really|any|measurably)\s+)?)?\b(?:"
        + @"(?<worse>(?i:(?:worse|less (?:accurate|robust|precise)|inferior|slower) (?:than|to)|loses (?:to|against)"
        + @"|(?:higher|larger|bigger) (?:\w+ )?(?:errors?|RMSE|MAE|loss|log loss) than))"
        + @"|(?i:outperform(?:s|ed|ing)?|beats?|beating|better than|better (?:[\w-]+\s+){1,3}than|superior to|ahead of"
        + @"|more (?:accurate|robust|precise) than|improv(?:es|ed) (?:on|over|upon)|surpass(?:es|ed)"
        + @"|(?:lower|smaller) (?:\w+ )?(?:errors?|RMSE|MAE|loss|log loss) than))(?!\s*[-−+.£$€]*\d)")]
    private static partial Regex Verb();

    [GeneratedRegex(@"^Gain of (?:the )?(?<first>.+?) over (?:the )?(?<second>[^(]+)")]
    private static partial Regex Gain();

    [GeneratedRegex(@"^(?<first>[\w -]+?) against (?<second>[\w -]+?),")]
    private static partial Regex Against();

    [GeneratedRegex(@"\b(?i:outliers?|wild|contaminat\w+)\b")]
    private static partial Regex Outliers();

    [GeneratedRegex(@"roc_auc|average_precision|recall|precision|accuracy|error_rate|log_loss|brier|f1|mae|rmse|r2")]
    private static partial Regex Metric();
}
