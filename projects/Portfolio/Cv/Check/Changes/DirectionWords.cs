using System.Text.RegularExpressions;
using MlMaths.Torch.Portfolio.Cv.Check.Reading;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Portfolio.Cv.Check.Changes;

/// <summary>Raised or lowered: which way something went, as the words have it.</summary>
internal static partial class DirectionWords
{
    /// <summary>Whether a saving is said to have been added, or a gain lost.</summary>
    public static bool Contradict(string sentence, WrittenNumber claim, Measurement measured)
    {
        if (measured.Value is not > 0 || !CvRules.IsGain(measured) || claim.Value <= 0 || Last(sentence[..claim.At]) is not { } isUp)
            return false;
        string[] id = measured.Id.Split('.');
        bool isSaving = id.Any(part => part.StartsWith("saved", StringComparison.Ordinal)),
            isGain = id.Any(part => part.StartsWith("gain", StringComparison.Ordinal))
                && !Losses().IsMatch($"{measured.Id} {measured.Label}");
        return isSaving ? isUp && Losses().IsMatch(sentence[..claim.At]) : isGain && !isUp;
    }

    /// <summary>Whether two numbers went the other way than the words in front of them: raised from 98.8 to 97.6.</summary>
    public static bool Contradict(string sentence, SaidPair said) => said.IsChange && said.From.Value != said.To.Value
        && Last(sentence[..said.Start]) is { } isUp && isUp != said.To.Value > said.From.Value;

    // Of the last such verb of the clause; null where there is none.
    private static bool? Last(string before)
    {
        string clause = Clause().Split(before)[^1];
        return Verb().Matches(clause) is [.., var last] ? last.Groups["up"].Success : null;
    }

    [GeneratedRegex(@"\b(?:(?<up>rais(?:e[sd]?|ing)|ris(?:es?|en|ing)|rose|increas(?:e[sd]?|ing)|lift(?:s|ed|ing)?|grew|grows?"
        + @"|climb(?:s|ed)|push(?:es|ed) up|boost(?:s|ed|ing)?)"
        + @"|(?<down>lower(?:s|ed|ing)|reduc(?:e[sd]?|ing)|cut(?:s|ting)?|drop(?:s|ped|ping)?"
        + @"|f[ae]lls?"
        + @"|decreas(?:e[sd]?|ing)|shr[aiu]nks?|sank|sinks?|narrow(?:s|ed|ing)|halv(?:es|ed)))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Verb();

    [GeneratedRegex(@"[.;:]\s")]
    private static partial Regex Clause();

    [GeneratedRegex(@"loss|cost|error|expense|brier|units", RegexOptions.IgnoreCase)]
    private static partial Regex Losses();
}
