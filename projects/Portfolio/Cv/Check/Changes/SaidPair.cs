using System.Text.RegularExpressions;
using MlMaths.Torch.Portfolio.Cv.Check.Reading;

namespace MlMaths.Torch.Portfolio.Cv.Check.Changes;

/// <summary>Two numbers of a sentence, of which one became the other: from 0.70 to 0.30, 0.30 instead of 0.70.</summary>
/// <param name="From">What it was.</param>
/// <param name="To">What it became.</param>
/// <param name="IsChange">Whether the sentence says that one became the other, and not only that there are both.</param>
internal sealed partial record SaidPair(WrittenNumber From, WrittenNumber To, bool IsChange)
{
    /// <summary>Where the first of them stands.</summary>
    public int Start => Math.Min(From.At, To.At);

    public static IEnumerable<SaidPair> In(string sentence, IReadOnlyList<WrittenNumber> claims)
    {
        for (int i = 0; i + 1 < claims.Count; i++)
        {
            WrittenNumber one = claims[i], next = claims[i + 1];
            if (one is not { High: null, Half: null } || next is not { High: null, Half: null }) continue;
            string between = sentence[one.End..next.At], before = sentence[..one.At];
            if (Arrow().IsMatch(between) || (To_().IsMatch(between) && (From_().IsMatch(before) || Opened().IsMatch(before)))
                || (DownTo().IsMatch(between) && Change().IsMatch(before)))
            {
                yield return new(Same(one, next), next, IsChange: true);
            }
            else if (Instead().IsMatch(between))
            {
                yield return new(Same(next, one), one, IsChange: Become().IsMatch(between));
            }
            else if (Against().IsMatch(between))
            {
                yield return new(Same(next, one), one, IsChange: false);
            }
        }
    }

    // From 0.191 to 0.043 units, from 4.9 to 5.8 %: the unit stands once.
    private static WrittenNumber Same(WrittenNumber one, WrittenNumber other) =>
        one.Unit.Length == 0 && other.Unit.Length > 0 && !other.IsShare && !one.IsShare ? one with { Unit = other.Unit } : one;

    [GeneratedRegex(@"\b(?i:from)\s+(?i:about |around |roughly |an? |the )?(?:[\w-]+ (?:of )?){0,2}$")]
    private static partial Regex From_();

    [GeneratedRegex(@"\($")]
    private static partial Regex Opened();

    [GeneratedRegex(@"^\s*(?:→|->|=>|⟶|-->)\s*$")]
    private static partial Regex Arrow();

    [GeneratedRegex(@"^(?:\s*\([^)\d]*\))?(?:\s+[a-z-]+){0,6}?\s+(?i:(?:down |up )?to|into)\s+(?:[a-z-]+\s+){0,3}$")]
    private static partial Regex To_();

    [GeneratedRegex(@"^(?:\s+[a-z]+)?\s+(?i:down|up)\s+to\s+(?:[a-z-]+\s+){0,2}$")]
    private static partial Regex DownTo();

    [GeneratedRegex(@"\b(?i:cut|reduc\w+|lower\w*|rais\w+|lift\w*|increas\w+|bring\w*|brought|went|goes)\b")]
    private static partial Regex Change();

    [GeneratedRegex(@"^,?\s*(?:\(\s*)?(?i:(?:down|up) from|instead of|rather than|from)\s+(?:[a-z-]+\s+){0,2}$")]
    private static partial Regex Instead();

    [GeneratedRegex(@"\b(?i:from)\b")]
    private static partial Regex Become();

    [GeneratedRegex(@"^(?:\s+[a-z-]+){0,3}?[,;]?\s*(?i:against|versus|vs\.?|compared (?:with|to)|where|while)\s+(?:[a-z-]+\s+){0,4}$")]
    private static partial Regex Against();
}
