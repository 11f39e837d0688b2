using System.Text.RegularExpressions;
using MlMaths.Torch.Portfolio.Cv.Check.Reading;

namespace MlMaths.Torch.Portfolio.Cv.Check.Scope;

/// <summary>What the writer says against the own number: that a column is known only afterwards, that it leaks.</summary>
internal static partial class SaidCaveat
{
    /// <summary>Whether the item or the paragraph of a sentence says that something in it knows the answer.</summary>
    public static bool OfLeak(CvPassage passage) => Leak().IsMatch($"{passage.Text} {passage.Block}");

    [GeneratedRegex(@"\b(?i:caveat|caution|leak(?:s|ed|age|ing)?|gives? (?:it|the (?:answer|target|outcome)) away|knows? the answer"
        + @"|(?:is |are |be |being )?(?:only known|known only|known) (?:after(?:wards?)?|later|once)"
        + @"|not (?:yet )?known (?:before|beforehand|at|when|in advance)|too optimistic|in hindsight)\b")]
    private static partial Regex Leak();
}
