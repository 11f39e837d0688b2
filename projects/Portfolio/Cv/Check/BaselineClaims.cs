using System.Text.RegularExpressions;
using MlMaths.Torch.Portfolio.Cv.Check.Reading;
using MlMaths.Torch.Portfolio.Cv.Check.Scope;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Portfolio.Cv.Check;

/// <summary>Better than flagging nothing, than the majority, than guessing: the metric that is named against that baseline.</summary>
internal static partial class BaselineClaims
{
    // What is measured, and what it must beat; empty where the number is a gain itself.
    private static readonly (string Measured, string Baseline)[] Pairs =
    [
        ("test.accuracy", "baseline.accuracy"), ("test.accuracy", "preflight.blind_accuracy"), ("test.average_precision", "baseline.rate"),
        ("test.roc_auc", ""), ("regression.gain", ""), ("saved.against_alert_none", ""),
    ];

    /// <summary>What runs say of such words; null where the sentence has none, or names nothing that a run compared.</summary>
    public static JudgedNumber? In(CvPassage passage, SentenceTopics topics, IReadOnlyList<KnownNumber> known)
    {
        if (Better().Match(passage.Text) is not { Success: true } words) return null;
        KnownNumber[] allowed = [.. known.Where(one => ProjectWords.Allow(passage, one.Run))];
        foreach ((string measured, string baseline) in Pairs.Where(pair => topics.All.Any(one => one.Topic.Ids.IsMatch(pair.Measured))))
        {
            if (allowed.FirstOrDefault(one => one.Number.Id == measured) is not { } own) continue;
            KnownNumber? other = known.FirstOrDefault(one => one.Run == own.Run && one.Number.Id == baseline);
            if (baseline.Length > 0 && other is null) continue;
            CvRefusal? refused = (other is null ? null : CvRules.NotBeaten(own.Number, other.Number))
                ?? CvRules.Refused(own.Number, own.Leak);
            string why = other is null ? "" : $"{other.Number.Id} is {other.Number.ValueText}";
            return refused is null && own.Number.Low is not null
                ? own.Supports(passage, words.Value, why)
                : new(passage, words.Value, CvVerdict.StrongerThanInterval, own.Number, own.Folder, why);
        }

        return null;
    }

    [GeneratedRegex(@"\b(?i:(?:better|higher|more accurate) than|outperform(?:s|ed|ing)?|beat(?:s|ing)?|ahead of|above|superior to"
        + @"|improv(?:es|ed|ing) (?:on|over|upon))(?:\s+[\w-]+){0,3}?\s+(?i:(?:flagging|doing|alerting) nothing|majority|baseline|guess\w*"
        + @"|chance|random|always (?:predict|say)\w*|predicting (?:the mean|nothing)|the (?:training )?mean|no model)\b")]
    private static partial Regex Better();
}
