using System.Text.RegularExpressions;
using MlMaths.Torch.Portfolio.Cv.Check.Reading;
using MlMaths.Torch.Portfolio.Cv.Check.Scope;

namespace MlMaths.Torch.Portfolio.Cv.Check;

/// <summary>Words that claim more than any number beside them: certainty, a cause that nothing was compared for, calibration.</summary>
internal static partial class Overclaims
{
    /// <summary>Verbs that say that something changed for the better.</summary>
    public const string Change = @"(?:rais\w+|boost\w+|lift\w+|increas\w+|improv\w+|push\w+|brought|brings|drove|cut|cuts"
        + @"|reduc\w+|lower\w+)";

    /// <summary>What may have been its cause.</summary>
    public const string Technique = @"(?:dropout|regulari[sz]ation|penalty|weight decay|early stopping|momentum|Adam|SGD|scaling"
        + @"|standardi[sz]ation|normali[sz]ation|batch ?norm\w*|augmentation|tuning|search|schedul\w+|warm-?up|initiali[sz]ation"
        + @"|features? (?:engineering|selection)|activations?|layers?|PCA|clipping|oversampling|SMOTE|calibration|ensembl\w+)";

    /// <summary>A mean silhouette above a half is read as clusters that stand apart (Kaufman and Rousseeuw, 1990).</summary>
    private const double FarApart = 0.5;

    /// <summary>Stands before what is not denied.</summary>
    public const string Not = @"(?<!\b(?:not|no|never|nor|without|hardly|isn't|aren't|before|far from)\s+(?:[\w-]+\s+){0,2})";

    private const string Share = @"(?:0?\.\d+|\d[\d.]*\s*(?:%|per ?cent))";

    public static IEnumerable<JudgedNumber> In(CvPassage passage, SentenceTopics topics, IReadOnlyList<KnownNumber> known)
    {
        if (topics.All.Count == 0) yield break;
        if (Certain().Match(passage.Text) is { Success: true } certain && IsOfModel(passage.Text, topics))
            yield return Too(passage, certain, "no number of rows that were seen makes others certain");
        if (Proof().Match(passage.Text) is { Success: true } proof && !OfMaths().IsMatch(passage.Text))
            yield return Too(passage, proof, "rows that were seen are evidence, and prove nothing");
        if (Ready().Match(passage.Text) is { Success: true } ready && IsOfModel(passage.Text, topics))
            yield return Too(passage, ready, "no run has tried it in use");
        if (Apart().Match(passage.Text) is { Success: true } apart
            && known.FirstOrDefault(one => one.Number is { Id: "kmeans.silhouette", Value: not null }
                && ProjectWords.Allow(passage, one.Run)) is { } silhouette)
        {
            yield return (silhouette.Number.Low ?? silhouette.Number.Value) > FarApart
                ? silhouette.Supports(passage, apart.Value)
                : new(passage, apart.Value, CvVerdict.StrongerThanInterval, silhouette.Number, silhouette.Folder,
                    $"the mean silhouette is {silhouette.Number.ValueText}");
        }

        if (Cause().Match(passage.Text) is { Success: true } cause && topics.All.Any(one => one.Topic.Ids.IsMatch("test.accuracy")
            || one.Topic.Ids.IsMatch("test.recall") || one.Topic.Ids.IsMatch("test.roc_auc") || one.Topic.Ids.IsMatch("test.error_rate")))
        {
            yield return Too(passage, cause, "no run compares with and without it on the same rows");
        }

        if (Calibrated().Match(passage.Text) is not { Success: true } calibrated) yield break;
        KnownNumber? error = known.FirstOrDefault(
            one => one.Number is { Id: "test.ece", High: not null } && ProjectWords.Allow(passage, one.Run));
        yield return error?.Number is { Low: 0, High: { } most } && Says(passage.Text, most)
            ? error.Supports(passage, calibrated.Value)
            : new(passage, calibrated.Value, CvVerdict.StrongerThanInterval, error?.Number, error?.Folder ?? "",
                "which the calibration error shows only with the upper end of its interval");
    }

    private static JudgedNumber Too(CvPassage passage, Match words, string why) =>
        new(passage, words.Value, CvVerdict.StrongerThanInterval, null, "", why);

    private static bool Says(string sentence, double most)
    {
        string[] ends = [.. new[] { NumberText.Brief(most), NumberText.Fixed(most) }.Select(one => one.TrimStart('0'))];
        return Decimals().Matches(sentence).Any(one => ends.Contains(one.Value.TrimStart('0')));
    }

    private static bool IsOfModel(string sentence, SentenceTopics topics) =>
        topics.All.Any(one => !one.Topic.IsVague) || ProjectWords.Names(sentence) || OfModels().IsMatch(sentence);

    [GeneratedRegex(@"\b(?i:guarantee[sd]?|never (?:miss(?:es|ed)?|fail(?:s|ed)?|errs?|(?:is |gets? )?wrong|let\w*)|infallibl[ey]"
        + @"|fool-?proof|flawless(?:ly)?|without fail|error-free|always (?:right|correct|finds?|catch(?:es)?|detects?)"
        + @"|(?:every|all|any) (?:future|new) (?:patient|case|customer|row|sample|tumou?r|payment|transaction|image|digit|data)"
        + @"|perfect(?:ly)? (?:accura\w+|predict\w+|classif\w+|detect\w+)|will (?:find|catch|detect) (?:every|all))")]
    private static partial Regex Certain();

    [GeneratedRegex(@"\b(?i:(?:thanks to|because of|due to|owing to)\s+[^.;]{0,40}" + Technique
        + "|" + Technique + @"(?:\s+[\w-]+){0,2}\s+" + Change + @"[^.;,\d]{0,60}?\bto\s+(?:[a-z]+\s+){0,2}" + Share
        + "|" + Change + @"[^.;,\d]{0,60}?\bto\s+" + Share + @"\s*(?:by|with|through)\s+[\w -]{0,30}" + Technique + ")")]
    private static partial Regex Cause();

    [GeneratedRegex(Not + @"\b(?i:pro(?:of|ves?|ved|ven|ving)\b(?! (?:of concept|to be|wrong|it|by)))"
        + @"(?: (?i:of|that|the))*(?:\s+[\w-]+){0,3}")]
    private static partial Regex Proof();

    [GeneratedRegex(@"\b(?i:gradients?|derivati\w+|derived|theorem|convex\w*|formula|by hand|optimal\w*|minimum|identity)\b")]
    private static partial Regex OfMaths();

    [GeneratedRegex(Not + @"\b(?i:(?:ready|fit|safe|suitable|approved|cleared|validated) for (?:the |an? )?(?:[\w-]+ ){0,2}"
        + @"(?:use|production|practice|deployment|clinics?|hospitals?|patients?|customers?|market|release|bedside|real world)"
        + @"|(?:production|clinic|deployment|market|enterprise)[- ](?:ready|grade|proven)"
        + @"|clinically (?:validated|proven|approved|useful|ready)"
        + @"|battle[- ]tested|replaces? (?:a |an |the )?(?:doctors?|radiologists?|pathologists?|physicians?|experts?|analysts?))\b")]
    private static partial Regex Ready();

    [GeneratedRegex(Not + @"\b(?i:(?:strong|clear|well|sharp|clean|perfect|complete|wide|full|distinct)(?:ly)?[- ]"
        + @"(?:separated|separate|distinct|apart|separable|defined|isolated)(?: (?:clusters?|groups?))?"
        + @"|(?:strong|clear|sharp|clean|perfect|wide) separation|do not overlap)\b")]
    private static partial Regex Apart();

    // Calibrating is an act, and being calibrated is a claim.
    [GeneratedRegex(@"\b(?:(?i:well|perfectly|fully|excellently|nicely)[- ])?calibrated\s+(?!(?:the|its|my|all|with|by|on|using|in)\b)"
        + @"(?:[a-z-]+\s+){0,3}?(?:models?|classifiers?|probabilit\w+|net(?:work)?s?|predictions?|scores?|forecasts?)\b"
        + @"|\b(?:is|are|stays?|remains?|was|were)\s+(?:(?:well|perfectly|fully)[- ])?calibrated\b(?!\s+(?:on|with|by|using|in)\b)")]
    private static partial Regex Calibrated();

    [GeneratedRegex(@"\b(?i:model|classifier|net(?:work)?|tumou?rs?|cancers?|patients?|malignan\w+|payments?|frauds?|digits?)\b")]
    private static partial Regex OfModels();

    [GeneratedRegex(@"\d*\.\d+")]
    private static partial Regex Decimals();
}
