using System.Text.RegularExpressions;
using MlMaths.Torch.Portfolio.Cv.Check.Reading;

namespace MlMaths.Torch.Portfolio.Cv.Check.Changes;

/// <summary>By how much something is said to have changed: by two thirds, 52 % less, halved, more than fourfold, a quarter of it.</summary>
/// <param name="Text">As it is written.</param>
/// <param name="At">Where it stands.</param>
/// <param name="Least">The least that after over before may be.</param>
/// <param name="Most">The most.</param>
/// <param name="Number">The number, where it is one; null of a word such as halved.</param>
internal sealed partial record SaidAmount(string Text, int At, double Least, double Most, WrittenNumber? Number)
{
    /// <summary>A ratio in a word is meant roughly: doubled is from 1.8 to 2.2 times.</summary>
    private const double Rough = 0.1;

    /// <summary>So much nearer to the word than the word itself says: almost halved.</summary>
    private const double Near = 0.15;

    private static readonly (string Stem, double Ratio)[] Words =
    [
        ("halv", 0.5), ("doubl", 2), ("twofold", 2), ("tripl", 3), ("threefold", 3), ("quadrupl", 4), ("fourfold", 4), ("fivefold", 5),
        ("sixfold", 6), ("tenfold", 10),
    ];

    /// <summary>Whether two numbers changed so.</summary>
    public bool Is(double ratio) => ratio >= Least && ratio <= Most;

    /// <summary>All of a sentence.</summary>
    public static IEnumerable<SaidAmount> In(string sentence, IReadOnlyList<WrittenNumber> claims)
    {
        foreach (Match word in Word().Matches(sentence))
        {
            double ratio = Words.First(one => word.Value.StartsWith(one.Stem, StringComparison.OrdinalIgnoreCase)).Ratio;
            (double least, double most) = Range(BoundWords.Before(sentence[..word.Index]), ratio, Rough * ratio, isLess: ratio < 1);
            yield return new(word.Value, word.Index, least, most, null);
        }

        foreach (WrittenNumber claim in claims)
        {
            if (Of(sentence, claim) is { } one) yield return one;
        }
    }

    private static SaidAmount? Of(string sentence, WrittenNumber claim)
    {
        bool isPart = claim.IsShare && claim.Whole is null, isPercent = claim is { Unit: "%", IsPoints: false, High: null, Half: null };
        if (!isPart && !isPercent) return null;
        string before = sentence[..claim.At], behind = sentence[claim.End..];
        double value = isPercent ? claim.Value / 100 : claim.Value, half = claim.Step * (isPercent ? 0.01 : 1) / 2 * (1 + 1e-9);
        Match by = By().Match(before), than = Than().Match(behind);
        bool isLess = than.Success ? than.Groups["less"].Success : by.Groups["less"].Success;
        if (by.Success || than.Success)
        {
            (double least, double most) = Range(claim.Bound, value, half, isLess: false);
            return isLess ? new(claim.Text, claim.At, 1 - most, 1 - least, claim) : new(claim.Text, claim.At, 1 + least, 1 + most, claim);
        }

        if (!isPart || !OfIt().IsMatch(behind)) return null;
        (double low, double high) = Range(claim.Bound, value, half, isLess: true);
        return new(claim.Text, claim.At, low, high, claim);
    }

    // More than halved is less than a half; more than two thirds off is more.
    private static (double Least, double Most) Range(WrittenBound bound, double value, double half, bool isLess) => bound switch
    {
        WrittenBound.Over or WrittenBound.AtLeast => isLess ? (0, value) : (value, double.PositiveInfinity),
        WrittenBound.Under or WrittenBound.AtMost => isLess ? (value, 1) : (0, value),
        WrittenBound.JustOver => isLess ? (value * (1 - Near), value) : (value, value * (1 + Near)),
        WrittenBound.JustUnder => isLess ? (value - half, value * (1 + Near)) : (value * (1 - Near), value + half),
        WrittenBound.About => (value - (2 * half), value + (2 * half)),
        _ => (value - half, value + half),
    };

    private const string Less = @"cut(?:s|ting)?|reduc\w+|lower(?:s|ed|ing)?|shr[aiu]nk\w*|decreas\w+|f(?:ell|all\w*)|drop\w*"
        + @"|down|sav(?:e[sd]?|ing)|shorten\w*|trim\w*|slash\w*";

    private const string More = @"rais\w+|ris\w+|rose|increas\w+|improv\w+|boost\w*|lift\w*|gr[eo]w\w*|up|higher|better";

    // Of one clause: cut the cost of fraud by almost 52 %.
    [GeneratedRegex($@"\b(?i:(?<less>{Less})|{More})\b(?:(?!\b(?i:{Less}|{More})\b)[^.;:])*?\bby\s+(?:an?\s+)?(?:[a-z-]+\s+){{0,3}}$")]
    private static partial Regex By();

    [GeneratedRegex(@"^\s*(?:(?i)(?<less>less|lower|fewer|cheaper|smaller|below|off|reduction|decrease|drop)|more|higher|larger"
        + @"|greater|above|increase|rise)\b(?!\s+than\s+\d)")]
    private static partial Regex Than();

    [GeneratedRegex(@"^\s+(?i:of)\s+(?i:what|that|the|its|those)\b")]
    private static partial Regex OfIt();

    [GeneratedRegex(@"\b(?i:(?:doubl|tripl|quadrupl|halv)(?:es|ed|ing(?=\s+(?:the|its|my|errors?|costs?)))|"
        + @"(?:two|three|four|five|six|ten)-?fold)\b(?!\s+(?i:rows|in size|cross))")]
    private static partial Regex Word();
}
