using System.Text.RegularExpressions;
using MlMaths.Torch.Portfolio.Cv.Check.Reading;
using MlMaths.Torch.Portfolio.Cv.Check.Scope;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Portfolio.Cv.Check;

/// <summary>Words that compare with what no run has seen: they are told as not judged, whatever the number beside them is.</summary>
internal static partial class Boasts
{
    private const string Unpaired = "because no run compares the two on the same rows";

    /// <summary>State of the art, best in class, the best of three: null where the sentence has no such words.</summary>
    public static JudgedNumber? Superlative(CvPassage passage, SentenceTopics topics, IReadOnlyList<JudgedNumber> numbers) =>
        IsOfRuns(passage, topics, numbers) && Best().Match(passage.Text) is { Success: true } words
            ? Open(passage, words, "because no run compares it with all others")
            : null;

    /// <summary>Better than something: null where the sentence has no such words, or where a number of it is a measured gain.</summary>
    public static JudgedNumber? Comparison(CvPassage passage, SentenceTopics topics, IReadOnlyList<JudgedNumber> numbers) =>
        IsOfRuns(passage, topics, numbers) && Better().Match(passage.Text) is { Success: true } words
        && !numbers.Any(one => one.Verdict != CvVerdict.NotJudged && one.Nearest is { } nearest && IsDifference(nearest))
            ? Open(passage, words, Unpaired)
            : null;

    /// <summary>A number as it was judged; what was beaten, better than the best column (0.71), is as open as the comparison.</summary>
    public static JudgedNumber Behind(CvPassage passage, IEnumerable<JudgedNumber> words, JudgedNumber number) =>
        number.Verdict == CvVerdict.Supported
        && words.FirstOrDefault(one => one is { Verdict: CvVerdict.NotJudged, Why: Unpaired }) is { } open
        && passage.Text.IndexOf(open.Text, StringComparison.Ordinal) is >= 0 and var at
        && passage.Text.IndexOf(number.Text, at, StringComparison.Ordinal) is >= 0 and var place && Other().IsMatch(passage.Text[at..place])
            ? number with { Verdict = CvVerdict.NotJudged, Why = Unpaired }
            : number;

    private static JudgedNumber Open(CvPassage passage, Match words, string why) =>
        new(passage, words.Value.Trim(), CvVerdict.NotJudged, null, "", why);

    private static bool IsOfRuns(CvPassage passage, SentenceTopics topics, IReadOnlyList<JudgedNumber> numbers) =>
        numbers.Count > 0 || topics.All.Any(one => !one.Topic.IsVague) || ProjectWords.Names(passage.Text);

    private static bool IsDifference(Measurement one) => CvRules.IsGain(one) || Ratio().IsMatch(one.Id)
        || one.Id.Contains("difference", StringComparison.Ordinal);

    [GeneratedRegex(@"^speed\.|\.relative\.|_relative$")]
    private static partial Regex Ratio();

    [GeneratedRegex(@"\b(?i:state[- ]of[- ]the[- ]art|SOTA|(?:best|first)[- ]in[- ]class|world[- ]class"
        + @"|industry[- ]leading|market[- ]leading|cutting[- ]edge|record[- ](?:breaking|high|low)"
        + @"|unrivalled|unmatched|unbeaten|unparalleled|second to none"
        + @"|(?:the|my|our) (?:(?:very|single) )?(?:best|most (?:accurate|precise|reliable|powerful|robust)|fastest|highest"
        + @"|lowest|strongest)"
        + @"(?=[^.;,]{0,30}\b(?:of|in|among|on|across|ever|anywhere|known|models?|classifiers?|results?|scores?)\b)"
        + @"|best (?:of|among) (?:the |all |my |our )*(?:\d+|models?|classifiers?|many)|top[- ]performing)(?!\w)")]
    private static partial Regex Best();

    [GeneratedRegex(@"^[^.;:,\d]*[(,]?\s*(?:with |at |of )?$")]
    private static partial Regex Other();

    // Better than 0.9 is a bound of a number, and no comparison.
    [GeneratedRegex(@"\b(?i:(?:better|higher|lower|stronger|worse|more (?:accurate|precise|reliable|robust)|(?:less|fewer) \w+)"
        + @"\s+(?:\w+\s+){0,2}?than\b(?!\s*[-−+.£$€]*\d)|outperform(?:s|ed|ing)?\b|beat(?:s|ing)?\b(?! shuffled)"
        + @"|surpass(?:es|ed|ing)?\b"
        + @"|superior to\b|ahead of\b|improv(?:es|ed|ing) (?:on|over|upon)\b)")]
    private static partial Regex Better();
}
